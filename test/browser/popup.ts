import type { Page } from '@playwright/test';
import type { Extension } from './extension.ts';

/** The browser's id of the tab that a page stands in. */
export async function tabIdOf(extension: Extension, page: Page): Promise<number> {
  const own = await extension.openPage('popup.html');
  // A page that goes on by itself as it loads is known to the browser's tabs a little later.
  for (let tries = 0; tries < 20; tries++) {
    const id = await own.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === url)?.id ?? null;
    }, page.url());
    if (id === null) await own.waitForTimeout(100);
    else return await own.close().then(() => id);
  }
  throw new Error(`No tab stands at ${page.url()}.`);
}

/** The popup as it stands over a page, opened as a page of its own in the popup's size. */
export async function openPopupFor(extension: Extension, page: Page): Promise<Page> {
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  const tab = await tabIdOf(extension, page);
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${tab}`);
  await popup.locator('main.popup:not([data-kind="loading"])').waitFor();
  return popup;
}
