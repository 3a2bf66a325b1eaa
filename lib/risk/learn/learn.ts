import type { Instant } from '../../deal/day.ts';
import { SIGNAL_NAMES } from '../types.ts';
import type { Example } from './examples.ts';
import { fitLogistic, logLoss, probability } from './fit.ts';
import { logOddsOf, MODEL_VERSION, type Model, type ModelKind, type Trial, type Weighing } from './model.ts';

import { fitBaseRate, fitDefaults, fitWeights, INTERCEPT, mean, PRIOR, ROUNDS, rowsOf } from './weighings.ts';

/** The newest quarter of the closed deals decides what is kept. */
const TRIED_SHARE = 0.25;
/** Fewer newest deals than this decide nothing: the defaults stay. */
const TRIED_LEAST = 10;
/** So many closed deals it takes before what was learnt can be tried. */
export const LEARN_FROM = Math.ceil(TRIED_LEAST / TRIED_SHARE);
const LOOK_SHARE = 1 / 5;
const CLOSER_SHARE = 1 / 12;

/**
 * Fits the score to closed deals as they looked while open. A pure function of plain data, made for a worker: the
 * defaults, the defaults fitted as a whole and the base rate alone stand trial beside the learnt weights on the newest
 * deals, and the best is kept. `examples` oldest end first.
 */
export function learn(examples: readonly Example[], madeAt: Instant): Model {
  const { older, newest } = splitByEnd(examples);
  const deals = new Set(examples.map(({ deal }) => deal)).size;
  const candidates: Record<ModelKind, (rows: readonly Example[]) => Weighing> = {
    'base-rate': fitBaseRate,
    defaults: fitDefaults,
    learned: fitWeights,
  };
  const newestDeals = new Set(newest.map(({ deal }) => deal)).size;
  const about = { version: MODEL_VERSION, madeAt, deals } as const;
  if (newestDeals < TRIED_LEAST) {
    const fitted = fitDefaults(examples);
    return { ...fitted, ...about, kind: 'defaults', trial: null, follows: false, bandFrom: bandsOf(fitted, examples) };
  }
  const kinds = Object.keys(candidates) as ModelKind[];
  const tried = Object.fromEntries(kinds.map((kind) => [kind, candidates[kind](older)])) as Record<ModelKind, Weighing>;
  const losses = Object.fromEntries(
    kinds.map((kind) => [kind, lossOf(newest, (example) => logOddsOf(example, tried[kind]))]),
  ) as Record<ModelKind, number>;
  const kind = kinds.reduce((best, next) => (losses[next] < losses[best] ? next : best));
  const ends = newest.map(({ ended }) => ended.at);
  const trial: Trial = {
    ...{ deals: newestDeals, from: Math.min(...ends), to: Math.max(...ends) },
    ...{ baseRate: losses['base-rate'], defaults: losses.defaults, learned: losses.learned },
  };
  const fitted = candidates[kind](examples);
  const drawn = kind === 'base-rate' ? fitted : drawnIn(fitted, examples, { newest, weighing: tried[kind] });
  return { ...drawn, ...about, kind, trial, follows: kind !== 'base-rate', bandFrom: bandsOf(drawn, examples) };
}

/**
 * What was fitted is surer of itself than it ought to be with deals that are still to come. How much, the newest deals
 * tell, which the trial's weights had not seen: every weight is drawn in by that factor, about the mean.
 */
function drawnIn(
  weighing: Weighing,
  examples: readonly Example[],
  trial: { newest: readonly Example[]; weighing: Weighing },
): Weighing {
  const rows = rowsOf(trial.newest, (example) => ({ at: [0], x: [logOddsOf(example, trial.weighing)] }));
  const slope = { mean: 1, sd: PRIOR.slope, least: 0 };
  const factor = Math.min(1, fitLogistic(rows, [slope], { ...INTERCEPT, sd: 1 }).weights[0] ?? 1);
  const scaled: Weighing = {
    ...weighing,
    signals: Object.fromEntries(
      SIGNAL_NAMES.map((name) => [name, weighing.signals[name] * factor]),
    ) as Weighing['signals'],
    measures: weighing.measures.map((one) => ({ ...one, weight: one.weight * factor })),
    traits: weighing.traits.map((one) => ({ ...one, weight: one.weight * factor })),
  };
  // The mean is to stay where it was: an offset beside sums that are given.
  const about = examples.map((example) => ({ sum: logOddsOf(example, scaled), y: example.notWon }));
  let shift = 0;
  for (let step = 0; step < ROUNDS * 2; step++) {
    const p = about.map(({ sum }) => probability(sum + shift));
    const curve = p.reduce((total, one) => total + one * (1 - one), 0);
    if (curve < 1e-9) break;
    shift += about.reduce((total, { y }, at) => total + y - (p[at] ?? 0), 0) / curve;
  }
  return { ...scaled, intercept: scaled.intercept + shift };
}

/** Alerts tire people out when more than three in ten are not worth it: a fifth of the looks is marked. */
function bandsOf(weighing: Weighing, examples: readonly Example[]): Model['bandFrom'] {
  const sorted = examples.map((example) => logOddsOf(example, weighing)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  return { look: at(1 - LOOK_SHARE), closer: at(1 - CLOSER_SHARE) };
}

/** By deal, never by look: a deal's looks stand on one side. */
function splitByEnd(examples: readonly Example[]): { older: Example[]; newest: Example[] } {
  const ends = [...new Map(examples.map(({ deal, ended }) => [deal, ended.at])).values()].sort((a, b) => a - b);
  const from = ends[Math.floor(ends.length * (1 - TRIED_SHARE))] ?? Number.POSITIVE_INFINITY;
  const older = examples.filter(({ ended }) => ended.at < from);
  return { older, newest: examples.filter(({ ended }) => ended.at >= from) };
}

/** Log loss, each deal counting once, however often it was looked at. */
function lossOf(examples: readonly Example[], logOdds: (example: Example) => number): number {
  const byDeal = new Map<string, number[]>();
  for (const example of examples) {
    const losses = byDeal.get(example.deal) ?? [];
    losses.push(logLoss(logOdds(example), example.notWon));
    byDeal.set(example.deal, losses);
  }
  return mean([...byDeal.values()].map(mean));
}
