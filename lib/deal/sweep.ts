import type { Day, Instant } from './day.ts';
import type { Money } from './money.ts';

/**
 * What the user said in one week's sweep, and what it came to. `from` and `to` are the week's first and last day.
 * Arrays are whole: what is not in them was not said.
 */
export type WeeklySweep = {
  from: Day;
  to: Day;
  /** Deals that are gone from a view and still open: filtered out there, by the user's word. */
  filtered: { deal: string; at: Instant }[];
  /** Addresses of views whose page has no count, and which the user said was read to its end. */
  whole: string[];
  /** What the CRM itself says was closed in the running quarter, as typed. */
  closed: Money[];
  /** The day on which the last of these was typed. */
  closedOn?: Day | undefined;
  /** Once every view was seen whole and nothing was left to answer; never worked out anew. Null: not yet. */
  completedAt: Instant | null;
  /** Deals that were seen in that week, as of then. */
  covered: string[];
};

export const emptySweep = ({ from, to }: { from: Day; to: Day }): WeeklySweep => ({
  ...{ from, to, filtered: [], whole: [], closed: [], completedAt: null, covered: [] },
});
