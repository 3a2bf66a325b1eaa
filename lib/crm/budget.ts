/** Milliseconds of work that may be done now, filled up at a share of the time that passes. */
export type Budget = {
  spend(now: number, cost: number): void;
  /** Milliseconds until there is something to spend. */
  wait(now: number): number;
  fill(): void;
};

export function createBudget(share: number, most: number): Budget {
  let left = most;
  let at = 0;
  const pass = (now: number) => {
    left = Math.min(most, left + Math.max(0, now - at) * share);
    at = now;
  };
  return {
    spend(now, cost) {
      pass(now);
      left -= cost;
    },
    wait(now) {
      pass(now);
      return left > 0 ? 0 : Math.ceil((0.01 - left) / share);
    },
    fill() {
      left = most;
    },
  };
}
