import { browser } from 'wxt/browser';
import { watchWritten } from '../../lib/store/written.ts';
import type { Tab } from '../popup/active-tab.ts';

/** A page that loads says so several times, and one look is written in several steps. */
const SETTLED_MS = 60;

export type Followed = {
  tab(): Tab;
  /** Another tab, another page in it, or another deal stands there. */
  moved(): void;
  /** Something was written to the database. */
  written(): void;
};

/** Calls once the calls have ceased for a moment. */
function settled(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, SETTLED_MS);
  };
}

/** Keeps the panel at the deal of the active tab of its window. */
export function follow({ tab, moved, written }: Followed): void {
  const move = settled(moved);
  browser.tabs.onActivated.addListener(({ windowId }) => {
    if (windowId === tab().window) move();
  });
  browser.tabs.onUpdated.addListener((id, { status, url }) => {
    if (id === tab().id && (status !== undefined || url !== undefined)) move();
  });
  // What stands in each tab the background writes there.
  browser.storage.session.onChanged.addListener((changes) => {
    if (`tab-${tab().id}` in changes) move();
  });
  const read = settled(written);
  watchWritten((what) => what === 'records' && read());
}
