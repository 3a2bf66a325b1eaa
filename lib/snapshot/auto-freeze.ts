import type { Instant } from '../deal/day.ts';
import type { Week } from '../deal/week.ts';
import { type DueInput, lastWeek, openWeeks } from './due.ts';

/** A week that freezes by itself, "not reviewed": as of its end, by what was known at its end. */
export type FallenWeek = { week: Week; asOf: Instant; knownAt: Instant };

/** Weeks back that are still frozen, a quarter: of what nobody looked at for longer the records themselves tell. */
const MOST_WEEKS = 13;

/**
 * The weeks that nobody froze in time, oldest first. Each is what it would have been if the browser had been open at its
 * end, whenever that is found out. A week in which this browser saw nothing gets none: the next one begins where the last
 * one ended. `looks`: the moments of all looks on record, in any order.
 */
export function toFreeze({ looks, ...input }: DueInput & { looks: readonly Instant[] }): FallenWeek[] {
  let after = lastWeek(input)?.asOf ?? 0;
  const fallen = openWeeks(input).flatMap(({ week, endsAt, fallsAt }): FallenWeek[] => {
    const since = after;
    after = Math.max(after, endsAt);
    const wasSeen = looks.some((at) => at > since && at <= endsAt);
    return fallsAt <= input.now && wasSeen ? [{ week, asOf: endsAt, knownAt: endsAt }] : [];
  });
  return fallen.slice(-MOST_WEEKS);
}
