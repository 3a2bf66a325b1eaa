import type { Instant } from '../../deal/day.ts';
import type { ViewLook } from '../../history/vanished.ts';

/** Looks no further apart are one visit: a list is scrolled through, and read piece by piece. */
const VISIT_GAP_MS = 30 * 60_000;

/** How far one view was read in its last visit since a moment. */
export type ViewState = {
  /** Null: not opened since. */
  at: Instant | null;
  /** Our deals among its rows, and all rows that were in the page. */
  deals: string[];
  rows: number;
  /** The page's own count; null where it has none. */
  total: number | null;
  /** `uncounted`: read, and the page does not say how many there are. */
  reach: 'not-opened' | 'part' | 'whole' | 'uncounted';
};

/**
 * The last visit since a moment, as far as its pieces belong together: where the page's own count changed while it was
 * read (a deal was added, or closed), what was read under the count before no longer counts, for what is gone might be
 * among it. Rows that are none of our deals count as read: `rows` is the page's own figure.
 */
export function viewState(looks: readonly ViewLook[], since: Instant, saidWhole: boolean): ViewState {
  const recent = looks.filter(({ at }) => at >= since);
  const last = recent.at(-1);
  if (!last) return { at: null, deals: [], rows: 0, total: null, reach: 'not-opened' };
  const total = last.rows?.total ?? null;
  const deals = new Set<string>();
  let rows = 0;
  let next = last.at;
  for (const look of recent.toReversed()) {
    if (next - look.at > VISIT_GAP_MS || (look.rows?.total ?? null) !== total) break;
    next = look.at;
    rows = Math.max(rows, look.rows?.loaded ?? look.deals.length);
    for (const deal of look.deals) deals.add(deal);
  }
  const read = Math.max(rows, deals.size);
  const reach = total === null ? (saidWhole ? 'whole' : 'uncounted') : read >= total ? 'whole' : 'part';
  return { at: last.at, deals: [...deals], rows: read, total, reach };
}
