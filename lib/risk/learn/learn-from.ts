import type { Instant } from '../../deal/day.ts';
import { asTold } from '../../history/as-told.ts';
import type { DealHistory } from '../../history/types.ts';
import { baseShift } from './base-rate.ts';
import { type Example, examplesOf, type ReplaySettings, teamsOver } from './examples.ts';
import { learn } from './learn.ts';
import { logOddsOf, type Model } from './model.ts';

/** `examples`: what it was learnt from, for the self-check. */
export type LearntFrom = { model: Model; shift: number; examples: Example[] };

/**
 * Learns from all closed deals among the histories, as they are known at a moment, those that files told of among them. Takes seconds for thousands of deals:
 * for a worker. Plain data in and out. `told`: the share of deals gone through; 1 while what they show is weighed.
 */
export function learnFrom(
  histories: readonly DealHistory[],
  at: Instant,
  settings: ReplaySettings,
  told?: (share: number) => void,
): LearntFrom {
  const replayed = histories.map(asTold);
  const examples = examplesOf(replayed, at, settings, teamsOver(replayed, settings), told);
  told?.(1);
  const model = learn(examples, at);
  return { model, shift: shiftBy(model, examples, at), examples };
}

/** By how much the base rate has moved by a moment, from how the model judges the deals that had ended by then. */
export function shiftBy(model: Model, examples: readonly Example[], at: Instant): number {
  if (!model.follows) return 0;
  const outcomes = examples.map((one) => {
    return { at: one.at, endedAt: one.ended.at, logOdds: logOddsOf(one, model), notWon: one.notWon };
  });
  return baseShift(outcomes, at);
}
