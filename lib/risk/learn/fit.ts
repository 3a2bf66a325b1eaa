/** One look at a closed deal as it stood while open: the features that were not nought, and how it ended. */
export type Row = {
  /** Places of the features and their values. */
  at: readonly number[];
  x: readonly number[];
  /** 1: not won. */
  y: 0 | 1;
  /** Several looks at one deal share its weight of 1. */
  weight: number;
};

/** What was held of a weight before any deal was looked at: about `mean`, give or take `sd`; never below `least`. */
export type Prior = { mean: number; sd: number; least: number };

export type Fit = { intercept: number; weights: number[]; iterations: number };

const MOST_ITERATIONS = 60;
const SETTLED = 1e-6;
/** Log-odds beyond this are certain for our purposes, and would make the arithmetic overflow. */
const MOST = 30;

export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-Math.min(MOST, Math.max(-MOST, logOdds))));
}

/** What is lost by having said `logOdds` of something that came out as `y`, in nats. */
export function logLoss(logOdds: number, y: number): number {
  const z = Math.min(MOST, Math.max(-MOST, logOdds));
  return Math.log1p(Math.exp(-Math.abs(z))) + (y === 1 ? Math.max(0, -z) : Math.max(0, z));
}

/**
 * The most probable weights given the rows and the priors: Newton's method on the penalised log-likelihood, with weights
 * that would go below their bound held there. The intercept is the last unknown and has a prior of its own.
 */
export function fitLogistic(rows: readonly Row[], priors: readonly Prior[], intercept: Prior): Fit {
  const all = [...priors, intercept];
  const size = all.length;
  let beta = all.map((prior) => Math.max(prior.mean, prior.least));
  let loss = penalised(rows, all, beta);
  let iterations = 0;
  while (iterations < MOST_ITERATIONS) {
    iterations++;
    const { gradient, hessian } = derivatives(rows, all, beta);
    const free = beta.map((value, k) => !(value <= (all[k]?.least ?? 0) && (gradient[k] ?? 0) > 0));
    const step = solve(hessian, gradient, free, size);
    let rate = 1;
    let next = beta;
    let nextLoss = loss;
    // Halved until it is one that helps: near a bound a full step may overshoot.
    for (; rate > 1e-4; rate /= 2) {
      next = beta.map((value, k) => Math.max(all[k]?.least ?? 0, value - rate * (step[k] ?? 0)));
      nextLoss = penalised(rows, all, next);
      if (nextLoss <= loss) break;
    }
    const gain = loss - nextLoss;
    if (gain < 0) break;
    beta = next;
    loss = nextLoss;
    if (gain < SETTLED * (1 + Math.abs(loss))) break;
  }
  return { intercept: beta[size - 1] ?? 0, weights: beta.slice(0, -1), iterations };
}

export function sumOf(row: Pick<Row, 'at' | 'x'>, weights: readonly number[], intercept: number): number {
  let sum = intercept;
  for (let k = 0; k < row.at.length; k++) sum += (row.x[k] ?? 0) * (weights[row.at[k] ?? 0] ?? 0);
  return sum;
}

function penalised(rows: readonly Row[], priors: readonly Prior[], beta: readonly number[]): number {
  const intercept = beta[beta.length - 1] ?? 0;
  let loss = 0;
  for (const row of rows) loss += row.weight * logLoss(sumOf(row, beta, intercept), row.y);
  for (const [k, { mean, sd }] of priors.entries()) loss += ((beta[k] ?? 0) - mean) ** 2 / (2 * sd * sd);
  return loss;
}

function derivatives(rows: readonly Row[], priors: readonly Prior[], beta: readonly number[]) {
  const size = beta.length;
  const last = size - 1;
  const intercept = beta[last] ?? 0;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  // Plain loops without pairs or closures: this is where learning spends its time.
  for (const row of rows) {
    const { at, x, y, weight } = row;
    const p = probability(sumOf(row, beta, intercept));
    const slope = weight * (p - y);
    const curve = weight * p * (1 - p);
    const count = at.length;
    for (let i = 0; i < count; i++) {
      const placeI = at[i] as number;
      const valueI = x[i] as number;
      gradient[placeI] = (gradient[placeI] as number) + slope * valueI;
      const part = curve * valueI;
      for (let j = i; j < count; j++) {
        const placeJ = at[j] as number;
        const place = placeI < placeJ ? placeJ * size + placeI : placeI * size + placeJ;
        hessian[place] = (hessian[place] as number) + part * (x[j] as number);
      }
      hessian[last * size + placeI] = (hessian[last * size + placeI] as number) + part;
    }
    gradient[last] = (gradient[last] as number) + slope;
    hessian[size * size - 1] = (hessian[size * size - 1] as number) + curve;
  }
  for (const [k, { mean, sd }] of priors.entries()) {
    gradient[k] = (gradient[k] ?? 0) + ((beta[k] ?? 0) - mean) / (sd * sd);
    hessian[k * size + k] = (hessian[k * size + k] ?? 0) + 1 / (sd * sd);
  }
  return { gradient, hessian };
}

/** Newton's step by Cholesky's way, over the weights that are free; the others stay where they are. */
function solve(hessian: Float64Array, gradient: Float64Array, free: readonly boolean[], size: number): number[] {
  const places: number[] = [];
  for (let k = 0; k < size; k++) if (free[k]) places.push(k);
  const n = places.length;
  const low = new Float64Array(n * n);
  const at = (i: number, j: number) => low[i * n + j] ?? 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = hessian[(places[i] ?? 0) * size + (places[j] ?? 0)] ?? 0;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      low[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const forward = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = gradient[places[i] ?? 0] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (forward[k] ?? 0);
    forward[i] = sum / at(i, i);
  }
  const step = new Array<number>(size).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (step[places[k] ?? 0] ?? 0);
    step[places[i] ?? 0] = sum / at(i, i);
  }
  return step;
}
