import { DEFAULT_SITE, type Settings } from './settings.ts';
import { checkSettings, isRecord } from './settings-schema.ts';

/** Keys of a policy that are parts of the settings under the same names. */
const PARTS = ['role', 'fiscalYearStart', 'weekStart', 'homeCurrency', 'rates', 'badge'];

/** `locked`: keys that hold, as the organisation set them. `ignored`: keys that are not known or not understood. */
export type InForce = { settings: Settings; locked: string[]; ignored: string[] };

/** The settings under what the organisation set, key by key. `granted`: the browser's patterns of sites that may be read. */
export function underPolicy(own: Settings, policy: unknown, granted: readonly string[] = []): InForce {
  const settings = { ...own };
  const locked: string[] = [];
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(isRecord(policy) ? policy : {})) {
    const patch = patchOf(key, value, settings, granted);
    const checked = checkSettings(patch);
    if (!patch || checked.problems.length > 0) ignored.push(key);
    else {
      locked.push(key);
      for (const part of Object.keys(patch))
        Object.assign(settings, { [part]: checked.settings[part as keyof Settings] });
    }
  }
  return { settings, locked, ignored };
}

function patchOf(
  key: string,
  value: unknown,
  { calendar, sites }: Settings,
  granted: readonly string[],
): object | undefined {
  if (PARTS.includes(key)) return { [key]: value };
  if (key === 'workdays' || key === 'holidays') return { calendar: { ...calendar, [key]: value } };
  if (key === 'noReminders' && value === true) return {};
  const isList = key === 'sitesAllowed';
  if ((!isList && key !== 'sitesForbidden') || !Array.isArray(value) || !value.every((one) => URL.canParse(one)))
    return;
  const named = value.map((one: string) => new URL(one).origin);
  const known = [...Object.keys(sites), ...granted.map((pattern) => pattern.slice(0, -2))];
  const off = (isList ? known.filter((origin) => !named.includes(origin)) : named).map((origin) => [
    origin,
    { ...DEFAULT_SITE, ...sites[origin], state: 'off' },
  ]);
  return { sites: { ...sites, ...Object.fromEntries(off) } };
}
