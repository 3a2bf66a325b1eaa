import type { Instant } from '../../deal/day.ts';
import { probability } from './fit.ts';

/** What the score said of a deal at a moment, and how and when it ended. */
export type Outcome = { at: Instant; endedAt: Instant; logOdds: number; notWon: 0 | 1 };

const DAY_MS = 86_400_000;
/** What ended a month ago counts half: in a quarter most of it is forgotten. */
const HALF_LIFE_DAYS = 30;
/** So many ended deals weigh as much as the rate that was learnt. */
const PRIOR_DEALS = 30;
/** The share of such deals that have ended by the time that the others of their age may be counted. */
const SETTLED_SHARE = 0.5;
const STEPS = 8;

/**
 * By how much the base rate has moved since the weights were learnt, in log-odds: from what had ended by `at`, and from
 * nothing later. Quick ends speak first and are not like slow ones, so only deals judged long enough ago that half of
 * such have ended are counted.
 */
export function baseShift(outcomes: readonly Outcome[], at: Instant): number {
  const ended = outcomes.filter(({ endedAt }) => endedAt < at);
  const wait = quantile(
    ended.map((one) => one.endedAt - one.at),
    SETTLED_SHARE,
  );
  const counted = ended.flatMap((one) =>
    one.at > at - wait ? [] : { ...one, weight: 0.5 ** ((at - one.endedAt) / (HALF_LIFE_DAYS * DAY_MS)) },
  );
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let slope = -shift * (PRIOR_DEALS / 4);
    let curve = PRIOR_DEALS / 4;
    for (const { logOdds, notWon, weight } of counted) {
      const p = probability(logOdds + shift);
      slope += weight * (notWon - p);
      curve += weight * p * (1 - p);
    }
    shift += slope / curve;
    if (Math.abs(slope / curve) < 1e-4) break;
  }
  return shift;
}

/** Shifts by day, each worked out once. */
export function shiftsOver(outcomes: readonly Outcome[]): (at: Instant) => number {
  const shifts = new Map<number, number>();
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    const known = shifts.get(day) ?? baseShift(outcomes, day * DAY_MS);
    shifts.set(day, known);
    return known;
  };
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
