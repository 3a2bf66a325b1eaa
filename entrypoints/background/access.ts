import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { mayStandAt } from '../../lib/crm/known-hosts.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const CRM_SCRIPT: ScriptPublicPath = '/crm.js';

const isWeb = (pattern: string) => /^(\*|https?):\/\//.test(pattern);

/** The origin patterns that the user granted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isWeb);
}

export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] });
}

/** The scripts for pages of a granted pattern: the readers that may be needed there, then the one that uses them. */
function scriptsFor(pattern: string): ScriptPublicPath[] {
  const address = pattern.replace(/\*$/, '');
  const url = address.includes('*') || !URL.canParse(address) ? undefined : new URL(address);
  return [...mayStandAt(url).map(({ id }) => `/read-${id}.js` as ScriptPublicPath), CRM_SCRIPT];
}

type Registered = { js?: string[]; matches?: string[]; excludeMatches?: string[] };

/** What a set of registrations comes to, whatever the browser adds and in which order it lists them. */
function says(scripts: readonly Registered[]): string {
  const path = (file: string) => file.replace(/^\//, '');
  return JSON.stringify(
    scripts
      .map(({ js = [], matches = [], excludeMatches = [] }) =>
        JSON.stringify([js.map(path), [...matches].sort(), [...excludeMatches].sort()]),
      )
      .sort(),
  );
}

/**
 * Makes the registered content scripts equal to what was granted. The browser accepts a registration for hosts that
 * were never granted without a word, so the granted list is asked each time: on install, start and every change.
 */
export async function reconcileAccess(settings: Settings): Promise<void> {
  const off = Object.entries(settings.sites).filter(([, site]) => site.state === 'off');
  const excludeMatches = off.map(([origin]) => `${origin}/*`);
  const groups = new Map<string, { js: ScriptPublicPath[]; matches: string[] }>();
  for (const pattern of await grantedOrigins()) {
    const js = scriptsFor(pattern);
    const group = groups.get(js.join()) ?? { js, matches: [] };
    group.matches.push(pattern);
    groups.set(js.join(), group);
  }
  const wanted = [...groups.values()].map(({ js, matches }, at) => ({
    id: `crm-${at}`,
    js,
    matches,
    excludeMatches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }));
  // A page that opens between the two steps below would not be read: they are taken only where something changed.
  if (says(await browser.scripting.getRegisteredContentScripts()) === says(wanted)) return;
  // All at once and anew: a site that changed its group must never stand in two.
  await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/** Starts reading in tabs that were open before access was granted, so that nobody has to reload. */
export async function injectIntoOpenTabs(patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns.filter(isWeb)) {
    const tabs = await browser.tabs.query({ url: pattern });
    await Promise.allSettled(
      tabs.map(({ id }) =>
        id === undefined
          ? Promise.resolve()
          : browser.scripting.executeScript({ target: { tabId: id }, files: scriptsFor(pattern) }),
      ),
    );
  }
}
