import { type Interval, intervalOf, weightsOf } from './posterior.ts';

/** So many of so many; a deal that counts in part counts as a fraction. */
export type Share = { hits: number; of: number };

export type Shrunk = { team: Interval; people: Interval[] };

const CELLS = 240;
/** How alike people may be, as if each brought so many deals of the team's average: from hardly to nearly the same. */
const LIKENESS = [1.5, 3, 6, 12, 24, 48, 96, 192, 384];
const MEANS = 40;

const places = Array.from({ length: CELLS }, (_, at) => (at + 0.5) / CELLS);
const logHit = Float64Array.from(places, Math.log);
const logMiss = Float64Array.from(places, (place) => Math.log(1 - place));

/**
 * Each person's share, drawn to the team's as far as the few deals behind it ask for: people's shares are taken to be
 * spread around a mean, and neither the mean nor the spread is taken for known (beta-binomial, both summed over a grid).
 * A person without deals gets what the others let expect.
 */
export function shrinkShares(people: readonly Share[]): Shrunk {
  const cases = allCases();
  const seen = people.map(({ hits, of }) => Float64Array.from(places, (_, at) => likelihood(hits, of, at)));
  const chances = cases.map(({ prior }) => seen.map((one) => dot(prior, one)));
  const weights = weightsOf(
    chances.map((each) => each.reduce((sum, chance) => sum + Math.log(Math.max(chance, 1e-300)), 0)),
  );
  const team = new Float64Array(MEANS);
  cases.forEach((_, at) => {
    const cell = Math.floor(at / LIKENESS.length);
    team[cell] = (team[cell] ?? 0) + (weights[at] ?? 0);
  });
  return {
    team: intervalOf(team, 0, 1 / MEANS),
    people: seen.map((one, who) => {
      const posterior = new Float64Array(CELLS);
      cases.forEach(({ prior }, at) => {
        const weight = (weights[at] ?? 0) / Math.max(chances[at]?.[who] ?? 0, 1e-300);
        if (weight > 0)
          for (let cell = 0; cell < CELLS; cell++)
            posterior[cell] = (posterior[cell] ?? 0) + weight * (prior[cell] ?? 0) * (one[cell] ?? 0);
      });
      return intervalOf(posterior, 0, 1 / CELLS);
    }),
  };
}

type Case = { mean: number; prior: Float64Array };

let cases: Case[] | null = null;

/** The same for every question: laid out once, when the first is asked. */
function allCases(): Case[] {
  cases ??= Array.from({ length: MEANS }, (_, at) => (at + 0.5) / MEANS).flatMap((mean) =>
    LIKENESS.map((likeness) => ({ mean, prior: priorOf(mean, likeness) })),
  );
  return cases;
}

/** Beta, as weights that sum to 1. */
function priorOf(mean: number, likeness: number): Float64Array {
  const logs = places.map(
    (_, at) => (mean * likeness - 1) * (logHit[at] ?? 0) + ((1 - mean) * likeness - 1) * (logMiss[at] ?? 0),
  );
  const weights = weightsOf(logs);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return Float64Array.from(weights, (weight) => weight / sum);
}

/** Divided by its own maximum, which cancels out and keeps a thousand deals from becoming nought. */
function likelihood(hits: number, of: number, at: number): number {
  if (of === 0) return 1;
  const share = Math.min(1 - 1e-9, Math.max(1e-9, hits / of));
  const best = hits * Math.log(share) + (of - hits) * Math.log(1 - share);
  return Math.exp(hits * (logHit[at] ?? 0) + (of - hits) * (logMiss[at] ?? 0) - best);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
