import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { mayStandAt } from '../../lib/crm/known-hosts.ts';
import type { Settings } from '../../lib/settings/settings.ts';

const CRM_SCRIPT: ScriptPublicPath = '/crm.js';
const TAUGHT_SCRIPT: ScriptPublicPath = '/taught.js';
const TEACH = 'teach';

const isWeb = (pattern: string) => /^(\*|https?):\/\//.test(pattern);

/** The origin patterns that the user granted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isWeb);
}

export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${origin}/*`] });
}

/**
 * The scripts for pages of a granted pattern: the readers that may be needed there, what was taught of its sites, then the
 * one that reads by them.
 */
function scriptsFor(pattern: string, taught: readonly string[]): ScriptPublicPath[] {
  const address = pattern.replace(/\*$/, '');
  const url = address.includes('*') || !URL.canParse(address) ? undefined : new URL(address);
  // A pattern may leave out the port.
  const isTaught = taught.some((origin) => !url || new URL(origin).hostname === url.hostname);
  return [
    ...mayStandAt(url).map(({ id }) => `/read-${id}.js` as ScriptPublicPath),
    ...(isTaught ? [TAUGHT_SCRIPT] : []),
    CRM_SCRIPT,
  ];
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

/** What is registered to read pages; a lesson's script is none of them. */
export async function standingScripts() {
  return (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => id !== TEACH);
}

/**
 * Makes the registered content scripts equal to what was granted. The browser accepts a registration for hosts that
 * were never granted without a word, so the granted list is asked each time: on install, start and every change.
 */
export async function reconcileAccess(settings: Settings, taught: readonly string[]): Promise<void> {
  const off = Object.entries(settings.sites).filter(([, site]) => site.state === 'off');
  const excludeMatches = off.map(([origin]) => `${origin}/*`);
  const groups = new Map<string, { js: ScriptPublicPath[]; matches: string[] }>();
  for (const pattern of await grantedOrigins()) {
    const js = scriptsFor(pattern, taught);
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
  const standing = await standingScripts();
  if (says(standing) === says(wanted)) return;
  // All at once and anew: a site that changed its group must never stand in two.
  if (standing.length > 0) await browser.scripting.unregisterContentScripts({ ids: standing.map(({ id }) => id) });
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/** Starts reading in tabs that were open before access was granted, so that nobody has to reload. */
export async function injectIntoOpenTabs(patterns: readonly string[], taught: readonly string[]): Promise<void> {
  for (const pattern of patterns.filter(isWeb)) {
    const tabs = await browser.tabs.query({ url: pattern });
    await Promise.allSettled(
      tabs.map(({ id }) =>
        id === undefined
          ? Promise.resolve()
          : browser.scripting.executeScript({ target: { tabId: id }, files: scriptsFor(pattern, taught) }),
      ),
    );
  }
}

/** The lesson stands in the tab, and comes up again in the site's next page, since a second deal is one. */
export async function injectLesson(tab: number, origin: string): Promise<void> {
  await endLessons();
  await browser.scripting.registerContentScripts([
    {
      id: TEACH,
      js: ['/content-scripts/teach.js'],
      matches: [`${origin}/*`],
      runAt: 'document_idle',
      persistAcrossSessions: false,
    },
  ]);
  await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/content-scripts/teach.js'] });
}

export async function endLessons(): Promise<void> {
  const standing = await browser.scripting.getRegisteredContentScripts({ ids: [TEACH] });
  if (standing.length > 0) await browser.scripting.unregisterContentScripts({ ids: [TEACH] });
}

/** Takes the reader that was taught out of open pages: what stood there before its map was forgotten. */
export async function readWithout(origin: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
    if (id === undefined) continue;
    await browser.scripting.executeScript({ target: { tabId: id }, files: [TAUGHT_SCRIPT] }).catch(() => undefined);
  }
}
