import type { Instant } from '../deal/day.ts';
import type { DealHistory, Sighting } from './types.ts';

/** One look at a list. */
export type ViewLook = Pick<Sighting, 'at' | 'deals' | 'rows'>;

/** Deals that stood in a view when it was last seen whole, and no longer when it was seen whole again. */
export type Vanished = { deals: string[]; stoodAt: Instant; missedAt: Instant };

/** Looks no further apart are one visit: a list is scrolled through, and read piece by piece. */
const VISIT_GAP_MS = 30 * 60_000;

type Visit = { from: Instant; to: Instant; total: number | null; deals: Set<string> };

/**
 * What is gone from a view, by its looks, oldest first; null where it was not seen whole twice. A list with fewer than half
 * of its deals left has another filter by now: then nothing is said. Gone means gone from the view: won, lost or filtered
 * out is for the user or another page to say.
 */
export function vanishedFrom(looks: readonly ViewLook[]): Vanished | null {
  const visits: Visit[] = [];
  for (const { at, deals, rows } of looks) {
    const total = rows?.total ?? null;
    const last = visits.at(-1);
    if (last && at - last.to <= VISIT_GAP_MS && last.total === total) {
      last.to = at;
      for (const deal of deals) last.deals.add(deal);
    } else visits.push({ from: at, to: at, total, deals: new Set(deals) });
  }
  const now = visits.pop();
  const before = visits.findLast(isWhole);
  if (!now || !isWhole(now) || !before) return null;
  const gone = [...before.deals].filter((deal) => !now.deals.has(deal));
  if (gone.length === 0 || gone.length * 2 > before.deals.size) return null;
  return { deals: gone, stoodAt: before.to, missedAt: now.from };
}

const isWhole = ({ total, deals }: Visit) => total !== null && deals.size >= total;

/** Whether any page or file has said something of the deal since it was missed. */
export function wasSeenSince({ sightings }: DealHistory, { missedAt }: Pick<Vanished, 'missedAt'>): boolean {
  return sightings.some(({ at }) => at >= missedAt);
}
