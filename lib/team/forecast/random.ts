/** A stream of numbers from 0 up to, but not with, 1. */
export type Stream = () => number;

/** mulberry32 (T. Ettinger), seeded by the FNV-1a hash of a key: the same key gives the same stream on every machine. */
export function streamOf(key: string): Stream {
  let state = hash(key);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) h = Math.imul(h ^ key.charCodeAt(at), 0x01000193);
  return h;
}

/** Mean 0, deviation 1, after Box and Muller. */
export const normal = (next: Stream): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Shape at least 1/3, scale 1, after Marsaglia and Tsang. */
export function gamma(shape: number, next: Stream): number {
  if (shape < 1) return gamma(shape + 1, next) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(next);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** As large as `exp` bears; a larger mean is the sum of parts. */
const PART = 500;

/** After Knuth. */
export function poisson(mean: number, next: Stream): number {
  if (mean > PART) return poisson(PART, next) + poisson(mean - PART, next);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}
