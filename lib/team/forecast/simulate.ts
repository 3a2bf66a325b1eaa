import { gamma, normal, poisson, streamOf } from './random.ts';

/**
 * So many times a quarter is played. The share of runs below the true tenth percentile then lies between 9 and 11 % in
 * nineteen of twenty simulations, and ten thousand deals take well under a second.
 */
export const RUNS = 4_000;

/** What is fixed, so that the same deals give the same answer. */
const SEED = 'sideline';

/** An open deal with its log-odds of being won in the period; `minor` counts the unit of the simulation. */
export type OpenDeal = { id: string; owner: string | null; minor: number; logOdds: number };

/** What came from outside of what was due, in so many past periods. */
export type Fresh = { periods: number; wins: readonly { minor: number; owner: string | null }[] };

export type SimulationInput = {
  closed: readonly { owner: string | null; minor: number }[];
  deals: readonly OpenDeal[];
  fresh: Fresh;
  /** Spread of the period's mood, in log-odds: what lifts or lowers all deals at once. */
  mood: number;
};

/** Totals run by run, never sorted: the same place is the same run. Ends are kept of the weightiest deals alone. */
export type Simulation = {
  totals: Float64Array;
  owners: ReadonlyMap<string | null, Float64Array>;
  ends: readonly { deal: OpenDeal; won: Uint8Array }[];
};

/** Of so many deals the ends are kept, run by run. */
const KEPT = 40;

/**
 * Plays the period. Every deal draws from a stream of its own, named after it: neither the order of deals nor another deal
 * among them changes how one ends in a run, so that one deal more never lowers a total.
 */
export function simulate({ closed, deals, fresh, mood }: SimulationInput): Simulation {
  const totals = new Float64Array(RUNS);
  const owners = new Map<string | null, Float64Array>();
  const of = (owner: string | null) => {
    const own = owners.get(owner) ?? new Float64Array(RUNS);
    owners.set(owner, own);
    return own;
  };
  for (const { owner, minor } of closed) {
    const own = of(owner);
    for (let run = 0; run < RUNS; run++) add(totals, own, run, minor);
  }
  const moods = moodsOf(mood);
  const kept = new Map(weightiest(deals).map((deal) => [deal.id, new Uint8Array(RUNS)]));
  for (const deal of deals) playDeal(deal, moods, totals, of(deal.owner), kept.get(deal.id));
  playFresh(fresh, moods, (owner, run, minor) => add(totals, of(owner), run, minor));
  const ends = deals.flatMap((deal) => {
    const won = kept.get(deal.id);
    return won ? { deal, won } : [];
  });
  return { totals, owners, ends };
}

function add(totals: Float64Array, own: Float64Array, run: number, minor: number): void {
  totals[run] = (totals[run] ?? 0) + minor;
  own[run] = (own[run] ?? 0) + minor;
}

/** By how much the odds of all deals are multiplied in each run. */
function moodsOf(spread: number): Float64Array {
  const next = streamOf(`${SEED} mood`);
  return Float64Array.from({ length: RUNS }, () => Math.exp(spread * normal(next)));
}

function playDeal(
  { id, minor, logOdds }: OpenDeal,
  moods: Float64Array,
  totals: Float64Array,
  own: Float64Array,
  won: Uint8Array | undefined,
): void {
  const next = streamOf(`${SEED} deal ${id}`);
  const odds = Math.exp(logOdds);
  for (let run = 0; run < RUNS; run++) {
    const lifted = odds * (moods[run] ?? 1);
    if (next() * (1 + lifted) >= lifted) continue;
    add(totals, own, run, minor);
    if (won) won[run] = 1;
  }
}

/** As many as in past periods, give or take how little is known of that; each as large as one of theirs. */
function playFresh(
  { periods, wins }: Fresh,
  moods: Float64Array,
  tell: (owner: string | null, run: number, minor: number) => void,
): void {
  if (wins.length === 0 || periods === 0) return;
  const next = streamOf(`${SEED} fresh`);
  for (let run = 0; run < RUNS; run++) {
    const rate = (gamma(wins.length + 0.5, next) / periods) * (moods[run] ?? 1);
    for (let left = poisson(rate, next); left > 0; left--) {
      const win = wins[Math.floor(next() * wins.length)];
      if (win) tell(win.owner, run, win.minor);
    }
  }
}

/** Those whose end moves the total most: amount times the spread of winning it or not. */
function weightiest(deals: readonly OpenDeal[]): OpenDeal[] {
  return deals
    .map((deal) => ({ deal, weight: deal.minor * spreadOf(deal) }))
    .sort((a, b) => b.weight - a.weight || (a.deal.id < b.deal.id ? -1 : 1))
    .slice(0, KEPT)
    .map(({ deal }) => deal);
}

/** Of winning or not: largest where both are as likely. */
export function spreadOf({ logOdds }: Pick<OpenDeal, 'logOdds'>): number {
  const chance = 1 / (1 + Math.exp(-logOdds));
  return Math.sqrt(chance * (1 - chance));
}

/** By nearest rank: a figure that one of the runs came to. */
export function percentiles(totals: Float64Array, shares: readonly number[]): number[] {
  const sorted = totals.toSorted();
  return shares.map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

export function shareReaching(totals: Float64Array, goal: number): number {
  let reached = 0;
  for (const total of totals) if (total >= goal) reached++;
  return reached / totals.length;
}
