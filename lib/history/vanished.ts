import type { Instant } from '../deal/day.ts';
import type { DealHistory } from './types.ts';
import { joinLooks, type ViewLook, type ViewVisit } from './view-visits.ts';

/** Deals that stood in a view when it was last seen whole, and no longer when it was seen whole again. */
export type Vanished = { deals: string[]; stoodAt: Instant; missedAt: Instant };

/**
 * What is gone from a view, by its looks, oldest first; null where it was not seen whole twice. A list with fewer than half
 * of its deals left has another filter by now: then nothing is said. Gone means gone from the view: won, lost or filtered
 * out is for the user or another page to say.
 */
export function vanishedFrom(looks: readonly ViewLook[]): Vanished | null {
  const visits = joinLooks(looks);
  const now = visits.pop();
  const before = visits.findLast(isWhole);
  if (!now || !isWhole(now) || !before) return null;
  const gone = [...before.deals].filter((deal) => !now.deals.has(deal));
  if (gone.length === 0 || gone.length * 2 > before.deals.size) return null;
  return { deals: gone, stoodAt: before.to, missedAt: now.from };
}

const isWhole = ({ total, deals }: ViewVisit) => total !== null && deals.size >= total;

/** Whether any page or file has said something of the deal since it was missed. */
export function wasSeenSince({ sightings }: DealHistory, { missedAt }: Pick<Vanished, 'missedAt'>): boolean {
  return sightings.some(({ at }) => at >= missedAt);
}
