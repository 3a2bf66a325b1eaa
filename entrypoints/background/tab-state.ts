import { browser } from 'wxt/browser';
import type { ListLook } from '../../lib/coaching/list-look.ts';
import type { Instant } from '../../lib/deal/day.ts';
import type { FieldName } from '../../lib/deal/fields.ts';
import type { MissingReason } from '../../lib/deal/reading.ts';

/** A list or board that stands in a tab. Whether its card stands open is not remembered beyond the tab. */
export type TabList = ListLook & { open: boolean };

/** Which deal stands in a tab. Kept in session storage, because the worker may stop between any two events. */
export type TabState = {
  /** Null where the deal that stands there could not be put on record, and in a list where none was picked. */
  deal: string | null;
  list: TabList | null;
  origin: string;
  unread: { field: FieldName; reason: MissingReason; raw?: string | undefined }[];
  /** When the deal was opened in this tab: "since your last look" counts from before it. */
  openedAt: Instant;
  /** What keeps this deal from being recorded, as one sentence. */
  notice: string | null;
  /** What was told once of this site, for as long as this deal stands open. */
  told: string | null;
};

const keyOf = (tab: number) => `tab-${tab}`;

export async function readTab(tab: number): Promise<TabState | null> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabState | undefined) ?? null;
}

export async function writeTab(tab: number, state: TabState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: state });
}

export async function forgetTab(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab));
}

/** Every tab that holds a deal or a list. */
export async function allTabs(): Promise<[tab: number, state: TabState][]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith('tab-'))
    .map(([key, state]) => [Number(key.slice('tab-'.length)), state as TabState]);
}
