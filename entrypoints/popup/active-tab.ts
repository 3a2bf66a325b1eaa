import { browser } from 'wxt/browser';

export type Tab = { id: number | null; url: string | null; window: number | null };

/**
 * The tab that the popup or the side panel speaks of: the active one of this window. `?tab=` names another, for one that
 * was opened as a page of its own. The address is known for granted sites, and for this one tab after a click on the icon.
 */
export async function activeTab(): Promise<Tab> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const tab = named
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return { id: tab?.id ?? null, url: tab?.url ?? null, window: tab?.windowId ?? null };
}
