import { SIGNAL_NAMES, type SignalName } from '../types.ts';
import { BASE } from '../weights.ts';
import type { Example } from './examples.ts';
import { fitLogistic, type Prior, type Row } from './fit.ts';
import { MEASURE_NAMES, MEASURE_SIGNS, type MeasureName } from './measures.ts';
import { countedLevels, DEFAULT_LEANS, DEFAULT_SIGNAL_WEIGHTS, standardised, type Weighing } from './model.ts';

/** How firmly each was believed before the user's deals were looked at: ten deals move little, five hundred decide. */
export const PRIOR = {
  signal: 0.5,
  measure: 0.35,
  trait: 0.5,
  intercept: 1.5,
  /** Of how far learnt weights are surer than they should be. */
  slope: 0.2,
  /** Of the defaults as a whole: 1 as they are shipped, 0 nothing at all. */
  scale: 0.25,
} as const;

/** What fewer deals than this share is nobody's rule. */
const TRAIT_DEALS = 5;
const TRAITS_MOST = 80;
export const ROUNDS = 4;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

const NO_SIGNALS = Object.fromEntries(SIGNAL_NAMES.map((name) => [name, 0])) as Record<SignalName, number>;
/** So firmly believed that no deal changes it. */
const FIXED = 1e-3;
const PLACE = Object.fromEntries(SIGNAL_NAMES.map((name, at) => [name, at])) as Record<SignalName, number>;
const FREE = Number.NEGATIVE_INFINITY;
export const INTERCEPT: Prior = { mean: 0, sd: PRIOR.intercept, least: FREE };

export function fitBaseRate(examples: readonly Example[]): Weighing {
  const rows = rowsOf(examples, () => ({ at: [], x: [] }));
  const { intercept } = fitLogistic(rows, [], INTERCEPT);
  return { intercept, signals: NO_SIGNALS, measures: [], traits: [], leans: fitLeans(examples, NO_SIGNALS, false) };
}

/** The shipped weights, all made smaller or larger by one factor, on the user's own base rate. */
export function fitDefaults(examples: readonly Example[]): Weighing {
  const rows = rowsOf(examples, (example) => {
    const held = countedLevels(example.levels, DEFAULT_SIGNAL_WEIGHTS);
    return { at: [0], x: [held.reduce((sum, { name, level }) => sum + level * DEFAULT_SIGNAL_WEIGHTS[name], 0)] };
  });
  const { intercept, weights } = fitLogistic(rows, [{ mean: 1, sd: PRIOR.scale, least: 0 }], {
    ...{ mean: BASE, sd: PRIOR.intercept, least: FREE },
  });
  const scale = weights[0] ?? 1;
  const signals = Object.fromEntries(
    SIGNAL_NAMES.map((name) => [name, DEFAULT_SIGNAL_WEIGHTS[name] * scale]),
  ) as Record<SignalName, number>;
  return { intercept, signals, measures: [], traits: [], leans: fitLeans(examples, signals, false) };
}

export function fitWeights(examples: readonly Example[]): Weighing {
  const measures = measuresIn(examples);
  const traits = traitsIn(examples);
  const priors: Prior[] = [
    // Risk never becomes good news, nor the other way round: only how much it counts is learnt.
    ...SIGNAL_NAMES.map((name) => ({ mean: Math.abs(DEFAULT_SIGNAL_WEIGHTS[name]), sd: PRIOR.signal, least: 0 })),
    ...measures.map(({ measure }) => ({ mean: 0, sd: PRIOR.measure, least: MEASURE_SIGNS[measure] ? 0 : FREE })),
    ...traits.map(() => ({ mean: 0, sd: PRIOR.trait, least: FREE })),
  ];
  const placeOf = new Map(traits.map((trait, at) => [trait, SIGNAL_NAMES.length + measures.length + at]));
  let signals = DEFAULT_SIGNAL_WEIGHTS;
  let fit = { intercept: 0, weights: priors.map((prior) => prior.mean) };
  // Which of a family is the strongest hangs on the weights, and the weights on that: a few rounds settle it.
  for (let round = 0; round < ROUNDS; round++) {
    const rows = rowsOf(examples, (example) => {
      const at: number[] = [];
      const x: number[] = [];
      for (const { name, level } of countedLevels(example.levels, signals)) {
        at.push(PLACE[name]);
        x.push(level * signOf(name));
      }
      for (const [k, { measure, mean, sd }] of measures.entries()) {
        const figure = example.measures[measure];
        if (figure === undefined) continue;
        at.push(SIGNAL_NAMES.length + k);
        x.push(standardised(figure, mean, sd) * (MEASURE_SIGNS[measure] ?? 1));
      }
      for (const trait of example.traits) {
        const place = placeOf.get(trait);
        if (place !== undefined) {
          at.push(place);
          x.push(1);
        }
      }
      return { at, x };
    });
    fit = fitLogistic(rows, priors, INTERCEPT);
    const next = Object.fromEntries(
      SIGNAL_NAMES.map((name, at) => [name, (fit.weights[at] ?? 0) * signOf(name)]),
    ) as Record<SignalName, number>;
    const moved = SIGNAL_NAMES.some((name) => Math.abs(next[name] - signals[name]) > 0.01);
    signals = next;
    if (!moved) break;
  }
  return {
    intercept: fit.intercept,
    signals,
    leans: fitLeans(examples, signals, true),
    measures: measures.map((one, at) => ({
      ...one,
      weight: (fit.weights[SIGNAL_NAMES.length + at] ?? 0) * (MEASURE_SIGNS[one.measure] ?? 1),
    })),
    traits: traits.map((trait) => ({ trait, weight: fit.weights[placeOf.get(trait) ?? 0] ?? 0 })),
  };
}

/** Of what was not won by a date that lay ahead: lost rather than late. Learnt for each signal, or the base alone. */
function fitLeans(examples: readonly Example[], signals: Record<SignalName, number>, each: boolean): Weighing['leans'] {
  const rows = rowsOf(
    examples.filter(({ dated, notWon }) => dated && notWon === 1).map((one) => ({ ...one, notWon: one.lost })),
    ({ levels }) => {
      const held = countedLevels(levels, signals);
      return { at: held.map(({ name }) => PLACE[name]), x: held.map(({ level }) => level) };
    },
  );
  const sd = each ? PRIOR.signal : FIXED;
  const priors = SIGNAL_NAMES.map((name) => ({ mean: DEFAULT_LEANS.signals[name], sd, least: FREE }));
  const { weights, intercept } = fitLogistic(rows, priors, {
    mean: DEFAULT_LEANS.base,
    sd: PRIOR.intercept,
    least: FREE,
  });
  return {
    base: intercept,
    signals: Object.fromEntries(SIGNAL_NAMES.map((name, at) => [name, weights[at] ?? 0])) as Record<SignalName, number>,
  };
}

/** Good signs have weights below nought. */
const signOf = (name: SignalName): 1 | -1 => (DEFAULT_SIGNAL_WEIGHTS[name] < 0 ? -1 : 1);

/** A deal weighs 1, however often it was looked at. */
export function rowsOf(examples: readonly Example[], features: (example: Example) => Pick<Row, 'at' | 'x'>): Row[] {
  const looks = new Map<string, number>();
  for (const { deal } of examples) looks.set(deal, (looks.get(deal) ?? 0) + 1);
  return examples.map((example) => ({
    ...features(example),
    y: example.notWon,
    weight: 1 / (looks.get(example.deal) ?? 1),
  }));
}

function measuresIn(examples: readonly Example[]): { measure: MeasureName; mean: number; sd: number }[] {
  return MEASURE_NAMES.flatMap((measure) => {
    const figures = examples.flatMap(({ measures }) => measures[measure] ?? []);
    const middle = mean(figures);
    const sd = Math.sqrt(mean(figures.map((figure) => (figure - middle) ** 2)));
    // What hardly ever differs, or was hardly ever seen, tells nothing.
    return sd < 1e-6 || figures.length < examples.length / 20 ? [] : [{ measure, mean: middle, sd }];
  });
}

/** What at least a few deals have, and not all; the most frequent ones. */
function traitsIn(examples: readonly Example[]): string[] {
  const having = new Map<string, Set<string>>();
  for (const { deal, traits } of examples) {
    for (const trait of traits) having.set(trait, (having.get(trait) ?? new Set()).add(deal));
  }
  return [...having]
    .filter(([, deals]) => deals.size >= TRAIT_DEALS)
    .sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))
    .slice(0, TRAITS_MOST)
    .map(([trait]) => trait);
}
