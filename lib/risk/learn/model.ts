import type { Instant } from '../../deal/day.ts';
import { SIGNALS } from '../signals.ts';
import { SIGNAL_NAMES, type SignalName } from '../types.ts';
import { BASE, LEAN_BASE, WEIGHTS } from '../weights.ts';
import type { Snapshot } from './examples.ts';
import { probability } from './fit.ts';
import type { MeasureName } from './measures.ts';

/** A measure's place in the sum: its weight per standard deviation from what is usual here. */
export type MeasureWeight = { measure: MeasureName; mean: number; sd: number; weight: number };
export type TraitWeight = { trait: string; weight: number };

/** All that turns a snapshot into log-odds of not being won. Plain data: stored, exported, compared. */
export type Weighing = {
  intercept: number;
  signals: Record<SignalName, number>;
  measures: MeasureWeight[];
  traits: TraitWeight[];
  /** Of what is not won by its date: lost rather than late. */
  leans: { base: number; signals: Record<SignalName, number> };
};

/** What a model is worth on the newest closed deals, which it had not seen: log loss, in nats. */
export type Trial = { deals: number; from: Instant; to: Instant; baseRate: number; defaults: number; learned: number };

/** `base-rate`: nothing was found to say anything. `defaults`: the shipped weights, fitted as a whole. */
export type ModelKind = 'base-rate' | 'defaults' | 'learned';

export const MODEL_VERSION = 1;

export type Model = Weighing & {
  version: typeof MODEL_VERSION;
  kind: ModelKind;
  madeAt: Instant;
  /** Closed deals that it rests on. */
  deals: number;
  trial: Trial | null;
  /** Log-odds from which one look in five, and one in twelve, was marked. */
  bandFrom: { look: number; closer: number };
  /** The base rate is followed from end to end. Where nothing tells deals apart, the calendar is not to either. */
  follows: boolean;
};

/** One addend of a sum. */
export type Term = { name: string; kind: 'signal' | 'measure' | 'trait'; counted: number };

export const DEFAULT_SIGNAL_WEIGHTS: Record<SignalName, number> = Object.fromEntries(
  SIGNAL_NAMES.map((name) => [name, WEIGHTS[name].full]),
) as Record<SignalName, number>;

export const DEFAULT_LEANS: Weighing['leans'] = {
  base: LEAN_BASE,
  signals: Object.fromEntries(SIGNAL_NAMES.map((name) => [name, WEIGHTS[name].lean])) as Record<SignalName, number>,
};

/** What is shipped, on nobody's base rate. */
export const DEFAULT_WEIGHING: Weighing = {
  ...{ intercept: BASE, signals: DEFAULT_SIGNAL_WEIGHTS, measures: [], traits: [], leans: DEFAULT_LEANS },
};

export const QUARTER = 0.25;

/** How much of each signal's level counts: that of the strongest of its family in full, of the others a quarter. */
export function countedLevels(
  levels: Snapshot['levels'],
  weights: Record<SignalName, number>,
): { name: SignalName; level: number }[] {
  // Asked for each look in each round of learning: only what is there is gone through.
  const held = (Object.entries(levels) as [SignalName, number][]).map(([name, level]) => {
    return { name, level, points: Math.abs(level * weights[name]) };
  });
  held.sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
  const led = new Set<string>();
  return held.map(({ name, level }) => {
    const strongest = !led.has(SIGNALS[name].family);
    led.add(SIGNALS[name].family);
    return { name, level: strongest ? level : level * QUARTER };
  });
}

/** The addends beside the intercept that a snapshot has under a weighing. */
export function termsOf(snapshot: Snapshot, weighing: Weighing): Term[] {
  const terms: Term[] = countedLevels(snapshot.levels, weighing.signals).map(({ name, level }) => ({
    ...{ name, kind: 'signal' as const, counted: level * weighing.signals[name] },
  }));
  for (const { measure, mean, sd, weight } of weighing.measures) {
    const figure = snapshot.measures[measure];
    if (figure === undefined) continue;
    terms.push({ name: measure, kind: 'measure', counted: weight * standardised(figure, mean, sd) });
  }
  const traits = new Set(snapshot.traits);
  for (const { trait, weight } of weighing.traits) {
    if (traits.has(trait)) terms.push({ name: trait, kind: 'trait', counted: weight });
  }
  return terms;
}

export function logOddsOf(snapshot: Snapshot, weighing: Weighing): number {
  return termsOf(snapshot, weighing).reduce((sum, { counted }) => sum + counted, weighing.intercept);
}

/** Log-odds of being lost: of what is not won by its date, the part that is lost. `shift`: by how much the base rate has moved. */
export function lostLogOdds(snapshot: Snapshot, weighing: Weighing, shift = 0): number {
  const logOdds = logOddsOf(snapshot, weighing) + shift;
  if (!snapshot.dated) return logOdds;
  const lost = probability(logOdds) * probability(leanOf(snapshot, weighing));
  return Math.log(lost / (1 - lost));
}

export function leanOf({ levels }: Snapshot, { signals, leans }: Pick<Weighing, 'signals' | 'leans'>): number {
  return countedLevels(levels, signals).reduce((sum, { name, level }) => sum + level * leans.signals[name], leans.base);
}

/** Nothing counts for more than three deviations: a typing error must not decide. */
const DEVIATIONS_MOST = 3;

export function standardised(figure: number, mean: number, sd: number): number {
  return Math.min(DEVIATIONS_MOST, Math.max(-DEVIATIONS_MOST, (figure - mean) / sd));
}
