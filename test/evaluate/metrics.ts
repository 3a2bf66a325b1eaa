import { logLoss, probability } from '../../lib/risk/learn/fit.ts';
import { randomOf } from '../sim/team/random.ts';

/** What was said of a deal and how it ended; `group` names the deal, of which several looks may be among the rows. */
export type Said = { logOdds: number; y: 0 | 1; group: string };

export type Measured = {
  rows: number;
  deals: number;
  share: number;
  auc: number;
  aucLow: number;
  aucHigh: number;
  brier: number;
  logLoss: number;
  ece: number;
  /** What a forecaster who says nothing but true chances would come to on as many rows: the floor of the ECE. */
  eceByChance: number;
  lift: number;
};

/** The chance that a deal that was not won stood above one that was; equal ones count half. */
export function auc(said: readonly Pick<Said, 'logOdds' | 'y'>[]): number {
  const sorted = [...said].sort((a, b) => a.logOdds - b.logOdds);
  let below = 0;
  let pairs = 0;
  let lost = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    let won = 0;
    let bad = 0;
    for (; to < sorted.length && sorted[to]?.logOdds === sorted[from]?.logOdds; to++) {
      if (sorted[to]?.y === 1) bad++;
      else won++;
    }
    pairs += bad * (below + won / 2);
    below += won;
    lost += bad;
    from = to;
  }
  return lost === 0 || below === 0 ? Number.NaN : pairs / (lost * below);
}

/** Over ten bands of probability, each as wide: how far the mean said lies from the share that came true. */
export function ece(said: readonly Said[], bands = 10): number {
  const off = new Array<number>(bands).fill(0);
  for (const { logOdds, y } of said) {
    const p = probability(logOdds);
    const band = Math.min(bands - 1, Math.floor(p * bands));
    off[band] = (off[band] ?? 0) + p - y;
  }
  return off.reduce((sum, one) => sum + Math.abs(one), 0) / Math.max(1, said.length);
}

/** The median ECE if everything said were exactly true; equal rows (one group) end alike, as they do in the data. */
function eceByChance(said: readonly Said[], draws = 60): number {
  const random = randomOf('chance', said.length);
  const found = Array.from({ length: draws }, () => {
    const luck = new Map<string, number>();
    return ece(
      said.map((one) => {
        const drawn = luck.get(one.group) ?? random.next();
        luck.set(one.group, drawn);
        return { ...one, y: drawn < probability(one.logOdds) ? 1 : 0 };
      }),
    );
  });
  return found.sort((a, b) => a - b)[draws / 2] ?? Number.NaN;
}

/** How many times as often as on average the riskiest tenth was not won. */
export function lift(said: readonly Said[]): number {
  const sorted = [...said].sort((a, b) => b.logOdds - a.logOdds);
  const count = Math.max(1, Math.round(sorted.length / 10));
  const least = sorted[count - 1]?.logOdds ?? 0;
  // Rows that tie at the edge of the tenth stand for it in their mean.
  const above = sorted.filter((one) => one.logOdds > least);
  const tied = sorted.filter((one) => one.logOdds === least);
  const share = mean(tied.map(({ y }) => y));
  const top = (above.reduce((sum, { y }) => sum + y, 0) + share * (count - above.length)) / count;
  return top / mean(said.map(({ y }) => y));
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

/** The 95 % interval of the AUC, by drawing deals anew (a deal's looks stay together). */
function interval(said: readonly Said[], draws: number): [number, number] {
  const groups = new Map<string, Said[]>();
  for (const one of said) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const parts = [...groups.values()];
  const random = randomOf('bootstrap', parts.length);
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = parts.flatMap(() => parts[Math.floor(random.next() * parts.length)] ?? []);
    const value = auc(drawn);
    if (!Number.isNaN(value)) found.push(value);
  }
  found.sort((a, b) => a - b);
  const at = (share: number) =>
    found[Math.min(found.length - 1, Math.max(0, Math.round(share * (found.length - 1))))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

export function measure(said: readonly Said[], draws = 300): Measured {
  const [aucLow, aucHigh] = draws > 0 ? interval(said, draws) : [Number.NaN, Number.NaN];
  return {
    rows: said.length,
    deals: new Set(said.map(({ group }) => group)).size,
    share: mean(said.map(({ y }) => y)),
    auc: auc(said),
    aucLow,
    aucHigh,
    brier: mean(said.map(({ logOdds, y }) => (probability(logOdds) - y) ** 2)),
    logLoss: mean(said.map(({ logOdds, y }) => logLoss(logOdds, y))),
    ece: ece(said),
    eceByChance: draws > 0 ? eceByChance(said) : Number.NaN,
    lift: lift(said),
  };
}
