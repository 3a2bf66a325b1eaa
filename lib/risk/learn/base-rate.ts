import type { Instant } from '../../deal/day.ts';
import { probability } from './fit.ts';

/** What the score said of a deal at a moment, and how and when it ended. */
export type Outcome = { at: Instant; endedAt: Instant; logOdds: number; notWon: 0 | 1 };

const DAY_MS = 86_400_000;
/** What ended this long ago counts half: a season's worth. */
const HALF_LIFE_DAYS = 60;
/** So many ended deals weigh as much as the rate that was learnt. */
const PRIOR_DEALS = 30;
const STEPS = 8;

/**
 * By how much the base rate has moved since the weights were learnt, in log-odds: from what had ended by `at`, and from
 * nothing later. Quick ends would speak first and are not like slow ones, so only deals judged long enough ago that
 * nine in ten such have ended are counted.
 */
export function baseShift(outcomes: readonly Outcome[], at: Instant): number {
  const ended = outcomes.filter(({ endedAt }) => endedAt < at);
  const wait = quantile(
    ended.map((one) => one.endedAt - one.at),
    0.9,
  );
  const counted = ended.filter((one) => one.at <= at - wait);
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let slope = -shift * (PRIOR_DEALS / 4);
    let curve = PRIOR_DEALS / 4;
    for (const { endedAt, logOdds, notWon } of counted) {
      const weight = 0.5 ** ((at - endedAt) / (HALF_LIFE_DAYS * DAY_MS));
      const p = probability(logOdds + shift);
      slope += weight * (notWon - p);
      curve += weight * p * (1 - p);
    }
    shift += slope / curve;
    if (Math.abs(slope / curve) < 1e-4) break;
  }
  return shift;
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
