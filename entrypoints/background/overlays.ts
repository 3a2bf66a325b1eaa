import { browser } from 'wxt/browser';
import type { OverlayView } from '../../lib/messages/protocol.ts';
import { tellTab } from '../../lib/messages/send.ts';
import type { SiteSettings } from '../../lib/settings/settings.ts';
import { forgetTab } from './tab-state.ts';

export async function showOverlay(tab: number, view: OverlayView): Promise<void> {
  await tellTab(tab, 'overlay.show', view);
}

/** The overlay asks for its view when it starts. The tab may be gone by now. */
export async function injectOverlay(tab: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ['/content-scripts/overlay.js'] })
    .catch(() => undefined);
}

export async function hideOverlay(tab: number): Promise<void> {
  await tellTab(tab, 'overlay.hide', {});
}

/** Ends reading and showing in every open tab of a site. */
export async function stopReading(origin: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
    if (id === undefined) continue;
    await tellTab(id, 'page.stop', {});
    await hideOverlay(id);
    await forgetTab(id);
  }
}

/** Tells every open page of a site what the user said of it, so that it is read by that. */
export async function readAgain(origin: string, { dateOrder, currency }: SiteSettings): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
    if (id !== undefined) await tellTab(id, 'page.read-again', { dateOrder, currency });
  }
}
