import type { Instant } from '../../deal/day.ts';
import type { Visit } from './visits.ts';

/** How far one view was read in its last visit since a moment. */
export type ViewState = {
  /** Null: not opened since. */
  at: Instant | null;
  /** Our deals among its rows, and all rows that were read. */
  deals: string[];
  rows: number;
  /** The page's own count; null where it has none. */
  total: number | null;
  /** It changed while it was read, and counts from then on. */
  anew: Visit['anew'];
  reach: 'not-opened' | Visit['reach'];
};

const NOT_OPENED: ViewState = { at: null, deals: [], rows: 0, total: null, anew: null, reach: 'not-opened' };

export function viewState(visits: readonly Visit[], since: Instant): ViewState {
  const last = visits.at(-1);
  if (!last || last.to < since) return NOT_OPENED;
  const { to, deals, rows, total, anew, reach } = last;
  return { at: to, deals: [...deals], rows: Math.max(rows, deals.size), total, anew, reach };
}
