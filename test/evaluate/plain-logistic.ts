import type { Snapshot } from '../../lib/risk/learn/examples.ts';
import { fitLogistic, type Row, sumOf } from '../../lib/risk/learn/fit.ts';
import { MEASURE_NAMES } from '../../lib/risk/learn/measures.ts';

/** What a plain regression is fitted to. */
export type Labelled = Snapshot & { lost: 0 | 1 };

const FREE = Number.NEGATIVE_INFINITY;
const SEEN_LEAST = 5;

/**
 * The yardstick: logistic regression with the usual ridge on the same mapped features (every measure, standardised, and
 * every trait as a column), without signals, priors, bounds or a trial.
 */
export function plainLogistic(train: readonly Labelled[]): (snapshot: Snapshot) => number {
  const scales = MEASURE_NAMES.flatMap((name) => {
    const figures = train.flatMap(({ measures }) => measures[name] ?? []);
    const mean = figures.reduce((sum, one) => sum + one, 0) / Math.max(1, figures.length);
    const sd = Math.sqrt(figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, figures.length));
    return sd > 0 ? [{ name, mean, sd }] : [];
  });
  const counts = new Map<string, number>();
  for (const { traits } of train) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const traits = [...counts].filter(([, count]) => count >= SEEN_LEAST).map(([trait]) => trait);
  const places = new Map(traits.map((trait, at) => [trait, scales.length + at]));
  const features = (snapshot: Snapshot): Pick<Row, 'at' | 'x'> => {
    const at: number[] = [];
    const x: number[] = [];
    for (const [place, { name, mean, sd }] of scales.entries()) {
      const figure = snapshot.measures[name];
      if (figure === undefined) continue;
      at.push(place);
      x.push((figure - mean) / sd);
    }
    for (const trait of snapshot.traits) {
      const place = places.get(trait);
      if (place === undefined) continue;
      at.push(place);
      x.push(1);
    }
    return { at, x };
  };
  const rows = train.map((one) => ({ ...features(one), y: one.lost, weight: 1 }));
  const priors = Array.from({ length: scales.length + traits.length }, () => ({ mean: 0, sd: 1, least: FREE }));
  const { weights, intercept } = fitLogistic(rows, priors, { mean: 0, sd: 10, least: FREE });
  return (snapshot) => sumOf(features(snapshot), weights, intercept);
}
