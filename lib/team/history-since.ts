import type { Instant } from '../deal/day.ts';
import type { TeamDeal } from './team-deals.ts';

/** The first moment that anything is known of: a look, or what a file told of before. Null: nothing is. */
export function historySince(deals: readonly TeamDeal[]): Instant | null {
  const firsts = deals.flatMap(({ firstSeenAt, now }) => [firstSeenAt, now.history.changes[0]?.seenAt ?? firstSeenAt]);
  return firsts.length === 0 ? null : firsts.reduce((a, b) => Math.min(a, b));
}
