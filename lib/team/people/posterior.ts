/** What is believed of a figure: its mean, and between which bounds it lies with the level's chance. */
export type Interval = { estimate: number; low: number; high: number };

/** Chance that the truth lies between the bounds. Expert judgement: nine of ten, since people are talked about. */
export const LEVEL = 0.9;

/** From weights on an even grid to mean and bounds; within a cell the weight lies evenly. */
export function intervalOf(weights: Float64Array, from: number, step: number, level = LEVEL): Interval {
  let total = 0;
  let mean = 0;
  weights.forEach((weight, at) => {
    total += weight;
    mean += weight * (from + (at + 0.5) * step);
  });
  const quantile = (share: number) => {
    let left = share * total;
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at] ?? 0;
      if (left <= weight) return from + (at + (weight > 0 ? left / weight : 0)) * step;
      left -= weight;
    }
    return from + weights.length * step;
  };
  const tail = (1 - level) / 2;
  return { estimate: mean / total, low: quantile(tail), high: quantile(1 - tail) };
}

/** Weights from log-weights, the largest at 1: what is far less likely than it becomes nought instead of overflowing. */
export function weightsOf(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  return logs.map((log) => Math.exp(log - most));
}
