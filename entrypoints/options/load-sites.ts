import type { SiteLine } from '../../components/options/options-state.ts';
import { underPolicy } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';

/** Every site that the browser allows or something was set for. `granted`: patterns such as `https://acme.example/*`. */
export function sitesOf(settings: Settings, policy: unknown, granted: readonly string[]): SiteLine[] {
  const allowed = granted.map((pattern) => pattern.replace(/\/\*$/, ''));
  const origins = [...new Set([...allowed, ...Object.keys(settings.sites)])].sort();
  const plain = Object.fromEntries(origins.map((origin) => [origin, DEFAULT_SITE]));
  const { sites } = underPolicy({ ...DEFAULT_SETTINGS, sites: plain }, policy, granted).settings;
  return origins.map((origin) => ({
    origin,
    granted: allowed.includes(origin),
    forbidden: sites[origin]?.state === 'off',
    settings: settings.sites[origin] ?? DEFAULT_SITE,
  }));
}
