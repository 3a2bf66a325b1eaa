import type { Instant } from '../../deal/day.ts';
import type { ColumnSum } from '../../deal/reading.ts';
import { joinLooks, VISIT_GAP_MS, type ViewLook, type ViewVisit } from '../../history/view-visits.ts';

/**
 * One visit to a view. `whole`: every row of it is a deal on record, by the page's own count or by the user's word.
 * `other`: it would be, but fewer than half of the deals of the whole visit before stand there: another filter, most likely.
 */
export type Visit = {
  from: Instant;
  to: Instant;
  deals: ReadonlySet<string>;
  /** The most rows that stood in the page at once. */
  rows: number;
  /** The page's own count; null where it has none. */
  total: number | null;
  /**
   * The list changed while it was read, by its own count or by more deals than it counts: what was read before, in the
   * same sitting, is the visit before. Null: it did not.
   */
  anew: 'count' | 'rows' | null;
  /** The page's own totals, as last seen. */
  sums: ColumnSum[];
  reach: 'part' | 'uncounted' | 'unmatched' | 'other' | 'whole';
};

/** The visits to a view, oldest first. `isSaid`: the user said of that moment's visit that it was all. */
export function visitsOf(looks: readonly ViewLook[], isSaid: (at: Instant) => boolean): Visit[] {
  let before: Visit | null = null;
  return joinLooks(looks).map(({ looks, ...one }, at, all) => {
    const rows = Math.max(...looks.map(({ rows, deals }) => rows?.loaded ?? deals.length));
    const found = { ...one, rows, sums: looks.at(-1)?.rows?.sums ?? [], anew: anewAfter(all[at - 1], one) };
    const visit: Visit = { ...found, reach: reachOf(found, before, isSaid(one.to)) };
    if (visit.reach === 'whole') before = visit;
    return visit;
  });
}

function anewAfter(last: ViewVisit | undefined, { from, total }: Pick<ViewVisit, 'from' | 'total'>): Visit['anew'] {
  if (!last || from - last.to > VISIT_GAP_MS || last.total === null || total === null) return null;
  return last.total === total ? 'rows' : 'count';
}

function reachOf({ deals, rows, total }: Omit<Visit, 'reach'>, before: Visit | null, isSaid: boolean): Visit['reach'] {
  if (isSaid) return 'whole';
  if (total === null) return 'uncounted';
  if (Math.max(rows, deals.size) < total) return 'part';
  if (deals.size < total) return 'unmatched';
  return before && !hasMostOf(before, deals) ? 'other' : 'whole';
}

/** Whether half or more of a visit's deals stand among these: else another filter is in force, most likely. */
export const hasMostOf = ({ deals }: Visit, now: ReadonlySet<string>) =>
  [...deals].filter((deal) => now.has(deal)).length * 2 >= deals.size;
