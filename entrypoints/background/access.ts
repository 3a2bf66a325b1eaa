import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/settings/settings.ts';

const SCRIPT_ID = 'crm';
const CRM_SCRIPT = '/content-scripts/crm.js';

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
 * Makes the registered content script equal to what was granted. The browser accepts a registration for hosts that
 * were never granted without a word, so the granted list is asked each time: on install, start and every change.
 */
export async function reconcileAccess(settings: Settings): Promise<void> {
  const matches = await grantedOrigins();
  const off = Object.entries(settings.sites).filter(([, site]) => site.state === 'off');
  const excludeMatches = off.map(([origin]) => `${origin}/*`);
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [CRM_SCRIPT],
    matches,
    excludeMatches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Starts reading in tabs that were open before access was granted, so that nobody has to reload. */
export async function injectIntoOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? Promise.resolve()
        : browser.scripting.executeScript({ target: { tabId: id }, files: [CRM_SCRIPT] }),
    ),
  );
}
