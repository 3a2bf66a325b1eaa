import { browser } from 'wxt/browser';
import type { BadgeMeaning } from '../../lib/settings/settings.ts';
import type { BadgeCounts } from '../../lib/team/today/badge-counts.ts';

const KEY = 'badge';
const SAYS = {
  steps: 'steps due today',
  marked: 'deals to look closer at, as last worked out',
  'look-again': 'deals to look at again, as last worked out',
};

/** The figure at the icon, and in the icon's title what it means. */
export async function showBadge(meaning: BadgeMeaning, steps: number): Promise<void> {
  const counts = meaning === 'steps' ? { steps } : (await browser.storage.local.get(KEY))[KEY];
  const figure = (counts as Partial<Record<BadgeMeaning, number>> | undefined)?.[meaning];
  await browser.action.setBadgeText({ text: figure ? `${figure}` : '' });
  await browser.action.setTitle({
    title: figure && meaning !== 'none' ? `Sideline: ${figure} ${SAYS[meaning]}` : 'Sideline',
  });
}

/** Kept by whoever had all deals at hand: the background wakes for steps alone. */
export async function tellCounts(counts: BadgeCounts, meaning: BadgeMeaning): Promise<void> {
  await browser.storage.local.set({ [KEY]: counts });
  if (meaning !== 'steps') await showBadge(meaning, 0);
}
