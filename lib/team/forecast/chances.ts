import { type Day, daysBetween } from '../../deal/day.ts';
import { fitLogistic, type Prior, probability, type Row, sumOf } from '../../risk/learn/fit.ts';
import type { TeamDeal } from '../team-deals.ts';
import { categoryIn, type Period } from './forecast.ts';

/** What is known of an open deal at one point of a period: features that were not nought, by their places. */
export type Traits = Pick<Row, 'at' | 'x'>;

/** A deal that was due at that point of a past period, and whether it was won within it. */
export type Due = { traits: Traits; won: 0 | 1 };

const CATEGORIES = ['commit', 'best-case', 'pipeline', 'omitted'] as const;
const KINDS = ['early', 'mid', 'late'] as const;
const PLACE = { score: 0, stale: 1, past: 2, slack: 3, category: 4, kind: 4 + CATEGORIES.length } as const;
const PLACES = PLACE.kind + KINDS.length;
/** What the score says beyond this makes no difference here. */
const SURE = 6;

/**
 * A chance of being won by the deal's own date is none of being won in the period: what share of such deals was won
 * within one is told by past periods. These are the beliefs before any was looked at: the score counts half, nothing
 * else does.
 */
const FREE = Number.NEGATIVE_INFINITY;
const PRIORS: readonly Prior[] = Array.from({ length: PLACES }, (_, place) =>
  place === PLACE.score ? { mean: 0.5, sd: 0.3, least: 0 } : { mean: 0, sd: 0.7, least: FREE },
);
const INTERCEPT: Prior = { mean: 0, sd: 2, least: FREE };

/** `today`: the day on which the deal is looked at. */
export function traitsAt(deal: TeamDeal, { from, to }: Period, today: Day): Traits {
  const { logOdds } = deal.now.assessment.score;
  const at = [PLACE.score as number, PLACE.category + CATEGORIES.indexOf(categoryIn(deal).category)];
  const x = [Math.min(SURE, Math.max(-SURE, -logOdds)), 1];
  const add = (place: number, value: number) => {
    at.push(place);
    x.push(value);
  };
  const kind = (KINDS as readonly unknown[]).indexOf(deal.stageKind);
  if (kind >= 0) add(PLACE.kind + kind, 1);
  if (deal.freshness.level === 'stale') add(PLACE.stale, 1);
  if (deal.closeDate !== null && deal.closeDate < today) add(PLACE.past, 1);
  // How much later than its date it may be and still be won in time.
  else if (deal.closeDate !== null) add(PLACE.slack, daysBetween(deal.closeDate, to) / (daysBetween(from, to) + 1));
  return { at, x };
}

/** What past periods say, as plain data: log-odds of being won in the period. */
export type Chances = { weights: readonly number[]; intercept: number };

export function learnChances(due: readonly Due[]): Chances {
  const rows = due.map(({ traits, won }): Row => ({ ...traits, y: won, weight: 1 }));
  return fitLogistic(rows, PRIORS, INTERCEPT);
}

export const wonLogOdds = (traits: Traits, { weights, intercept }: Chances): number =>
  sumOf(traits, weights, intercept);

/** What was held of the mood's spread before any period was looked at, in log-odds. Judgement. */
export const USUAL_MOOD = 0.35;
/** It weighs as much as so many periods. */
const PRIOR_PERIODS = 3;
const SPREAD_MOST = 1;

/**
 * By how much whole periods went better or worse than their deals' chances, as the spread of one shift of all log-odds
 * (DerSimonian and Laird), drawn to what is usual; with it how little is known of the level itself.
 */
export function moodSpread(periods: readonly (readonly Due[])[], chances: Chances): number {
  const known = periods.flatMap((due) => {
    const p = due.map(({ traits }) => probability(wonLogOdds(traits, chances)));
    const held = p.reduce((sum, one) => sum + one * (1 - one), 0);
    const excess = due.reduce((sum, { won }, at) => sum + won - (p[at] ?? 0), 0);
    return held > 0 ? { held, shift: excess / held } : [];
  });
  const held = known.reduce((sum, one) => sum + one.held, 0);
  const squares = known.reduce((sum, one) => sum + one.held ** 2, 0);
  const q = known.reduce((sum, one) => sum + one.held * one.shift ** 2, 0);
  const room = held > 0 ? held - squares / held : 0;
  const free = known.length - 1;
  const found = room > 0 ? Math.min(SPREAD_MOST ** 2, Math.max(0, (q - free) / room)) : USUAL_MOOD ** 2;
  const weight = room > 0 ? free : 0;
  const between = (PRIOR_PERIODS * USUAL_MOOD ** 2 + weight * found) / (PRIOR_PERIODS + weight);
  return Math.sqrt(between * (1 + 1 / Math.max(1, known.length)) + 1 / Math.max(1, held));
}
