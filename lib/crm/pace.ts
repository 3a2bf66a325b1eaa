/** One frame: the mutations of one rendering are read once. */
export const FRAME_MS = 16;
/** Shares of the main thread, with what may be spent at once: a navigation takes some three readings of 1 to 3 ms. */
const GENERAL = { share: 0.004, most: 5 };
const URGENT = { share: 0.004, most: 12 };
/** A reading's first runs are slow, in a page that is busy loading: they are charged as what readings usually cost. */
const USUAL_MS = 2;
const RECENT = 5;
/** After an exception in reading; doubled by each further one. */
const FAILED_MS = 500;
const FAILED_MOST_MS = 60_000;

/** Milliseconds of work that may be done now, filled up at a share of the time that passes. */
function createBudget({ share, most }: { share: number; most: number }) {
  let left = most;
  let at = 0;
  const pass = (now: number) => {
    left = Math.min(most, left + Math.max(0, now - at) * share);
    at = now;
  };
  return {
    spend(now: number, cost: number) {
      pass(now);
      left -= cost;
    },
    /** Milliseconds until there is something to spend. */
    wait(now: number): number {
      pass(now);
      return left > 0 ? 0 : Math.ceil((0.01 - left) / share);
    },
    fill() {
      left = most;
    },
  };
}

/**
 * When the next reading runs: at most one is planned, the earliest. What surely matters (a navigation, an element that
 * gave a value) has a budget of its own, so that a page in constant motion does not hold it up.
 */
export type Pace = {
  /** In so many milliseconds, whatever was spent. */
  plan(wait: number, urgent: boolean): void;
  /** As soon as the budget allows, `least` milliseconds from now. */
  within(urgent: boolean, least?: number): void;
  cancel(): void;
  /** Nothing is planned any more. */
  end(): void;
  /** A new page: nothing spent, nothing failed. */
  renew(): void;
};

/** `run` may throw: nothing of ours shows in the page's console, and it is tried again more and more rarely. */
export function createPace(clock: () => number, run: () => void): Pace {
  const general = createBudget(GENERAL);
  const urgent = createBudget(URGENT);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let dueUrgent = false;
  let recent: number[] = [];
  let failures = 0;
  let ended = false;

  function runDue(): void {
    const budget = dueUrgent ? urgent : general;
    pace.cancel();
    const start = clock();
    try {
      run();
      failures = 0;
    } catch {
      failures++;
      pace.within(false);
    }
    const now = clock();
    const cost = now - start;
    // The middle one of the last few, so that a slow one alone does not hold up the next for seconds.
    const usual = [USUAL_MS, USUAL_MS, ...recent].slice(-RECENT).sort((a, b) => a - b);
    budget.spend(now, Math.min(cost, usual[usual.length >> 1] ?? cost));
    recent = [...recent, cost].slice(-RECENT);
  }

  const pace: Pace = {
    plan(wait, isUrgent) {
      dueUrgent ||= isUrgent;
      const at = clock() + wait;
      if (ended || at >= dueAt) return;
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(runDue, wait);
    },
    within(isUrgent, least = FRAME_MS) {
      if (failures > 0) pace.plan(Math.min(FAILED_MOST_MS, FAILED_MS * 2 ** (failures - 1)), false);
      else pace.plan(Math.max(least, (isUrgent ? urgent : general).wait(clock())), isUrgent);
    },
    cancel() {
      clearTimeout(timer);
      dueAt = Number.POSITIVE_INFINITY;
      dueUrgent = false;
    },
    end() {
      ended = true;
      pace.cancel();
    },
    renew() {
      failures = 0;
      general.fill();
      urgent.fill();
    },
  };
  return pace;
}
