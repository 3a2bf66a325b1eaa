import { browser } from 'wxt/browser';
import type { Review } from '../../lib/coaching/review/review-state.ts';

/** Kept for the browser session, so that a run outlives its panel, and the panels of two windows show the same one. */
const KEY = 'review';

export async function readRun(): Promise<Review | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Review | undefined) ?? null;
}

export async function writeRun(review: Review | null): Promise<void> {
  await (review ? browser.storage.session.set({ [KEY]: review }) : browser.storage.session.remove(KEY));
}

export function onRun(changed: (review: Review | null) => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[KEY];
    if (change) changed((change.newValue as Review | undefined) ?? null);
  });
}
