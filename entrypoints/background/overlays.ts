import { browser } from 'wxt/browser';
import type { OverlayView } from '../../lib/messages/protocol.ts';
import { messenger } from '../../lib/messages/send.ts';
import type { SiteSettings } from '../../lib/settings/settings.ts';
import { forgetTab } from './tab-state.ts';

/** A tab may be gone, or be an other page, by the time a message reaches it: then there is nobody to tell. */
const ifStillThere = () => undefined;

export async function showOverlay(tab: number, view: OverlayView, mounted: boolean): Promise<void> {
  if (mounted) {
    await messenger.sendMessage('overlay.show', view, tab).catch(ifStillThere);
    return;
  }
  // The overlay asks for its view when it starts: one way to get it, whether injected now or a moment ago.
  await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ['/content-scripts/overlay.js'] })
    .catch(ifStillThere);
}

export async function hideOverlay(tab: number): Promise<void> {
  await messenger.sendMessage('overlay.hide', {}, tab).catch(ifStillThere);
}

/** Ends reading and showing in every open tab of a site. */
export async function stopReading(origin: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
    if (id === undefined) continue;
    await messenger.sendMessage('page.stop', {}, id).catch(ifStillThere);
    await hideOverlay(id);
    await forgetTab(id);
  }
}

/** Tells every open page of a site what the user said of it, so that it is read by that. */
export async function readAgain(origin: string, { dateOrder, currency }: SiteSettings): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${origin}/*` })) {
    if (id !== undefined)
      await messenger.sendMessage('page.read-again', { dateOrder, currency }, id).catch(ifStillThere);
  }
}
