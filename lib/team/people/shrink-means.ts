import { intervalOf, weightsOf } from './posterior.ts';
import type { Shrunk } from './shrink-shares.ts';

const CELLS = 400;
const MEANS = 41;
/** How far people lie apart, in units of how far one person's own deals do. */
const SPREADS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.7];
/** Fewer deals among all do not tell how far deals lie apart. */
const FEWEST = 6;

/**
 * Each person's usual figure, drawn to the team's as `shrinkShares` does it for shares: figures of one person lie around
 * theirs, persons' around the team's, and neither the team's nor how far people lie apart is taken for known. For what is
 * spread over orders of magnitude hand in logarithms. Null where there are too few figures among all.
 */
export function shrinkMeans(people: readonly (readonly number[])[]): Shrunk | null {
  const all = people.flat();
  if (all.length < FEWEST) return null;
  const within = Math.max(1e-6, Math.sqrt(variance(people)));
  const centre = meanOf(all);
  const reach = 4 * within;
  const means = Array.from({ length: MEANS }, (_, at) => centre - reach + (2 * reach * (at + 0.5)) / MEANS);
  const persons = people.map((figures) => ({
    mean: figures.length > 0 ? meanOf(figures) : 0,
    error: within ** 2 / figures.length,
  }));
  const cases = means.flatMap((mean) => SPREADS.map((spread) => ({ mean, spread: (spread * within) ** 2 })));
  const weights = weightsOf(
    cases.map(({ mean, spread }) =>
      persons.reduce(
        (sum, one) => (Number.isFinite(one.error) ? sum + logBell(one.mean - mean, spread + one.error) : sum),
        0,
      ),
    ),
  );
  const team = new Float64Array(MEANS);
  weights.forEach((weight, at) => {
    const cell = Math.floor(at / SPREADS.length);
    team[cell] = (team[cell] ?? 0) + weight;
  });
  const [from, step] = [centre - 2 * reach, (4 * reach) / CELLS];
  return {
    team: intervalOf(team, centre - reach, (2 * reach) / MEANS),
    people: persons.map((one) => {
      const posterior = new Float64Array(CELLS);
      cases.forEach(({ mean, spread }, at) => {
        const weight = weights[at] ?? 0;
        if (weight < 1e-9) return;
        const trust = Number.isFinite(one.error) ? spread / (spread + one.error) : 0;
        const middle = mean + trust * (one.mean - mean);
        const wide = Math.max(spread * (1 - trust), step ** 2 / 12);
        for (let cell = 0; cell < CELLS; cell++)
          posterior[cell] =
            (posterior[cell] ?? 0) + weight * Math.exp(logBell(from + (cell + 0.5) * step - middle, wide));
      });
      return intervalOf(posterior, from, step);
    }),
  };
}

const meanOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

const logBell = (distance: number, square: number) => -(distance ** 2) / (2 * square) - Math.log(square) / 2;

/** Of each figure around its own person's mean. */
function variance(people: readonly (readonly number[])[]): number {
  let sum = 0;
  let free = 0;
  for (const figures of people) {
    if (figures.length < 2) continue;
    const mean = meanOf(figures);
    for (const figure of figures) sum += (figure - mean) ** 2;
    free += figures.length - 1;
  }
  if (free > 0) return sum / free;
  const all = people.flat();
  const mean = meanOf(all);
  return all.reduce((squares, figure) => squares + (figure - mean) ** 2, 0) / Math.max(1, all.length - 1);
}
