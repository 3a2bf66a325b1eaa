/** A small seeded generator (mulberry32): the same key gives the same run on every machine. */
export type Random = {
  /** 0 up to, but not with, 1. */
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** About a bell of mean 0 and deviation 1. */
  bell(): number;
};

function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) h = Math.imul(h ^ key.charCodeAt(at), 0x01000193);
  return h >>> 0;
}

export function randomOf(...key: (string | number)[]): Random {
  let state = hash(key.join('|'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    bell: () => next() + next() + next() + next() + next() + next() - 3 + (next() - next()) * 0.7,
  };
}
