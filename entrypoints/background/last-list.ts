import { browser } from 'wxt/browser';
import type { Reading } from '../../lib/deal/reading.ts';

const KEY = 'last-list';

/** The list that a new user opened last, for the welcome page; gone with the browser session, since history has it. */
export async function rememberList(reading: Reading): Promise<void> {
  await browser.storage.session.set({ [KEY]: reading });
}

export async function lastList(): Promise<Reading | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Reading | undefined) ?? null;
}
