import type { Judging } from '../../lib/risk/draft-limits.ts';
import type { Marked } from '../../lib/risk/try-limits.ts';

/** Longer than between two keys of a figure. */
const PAUSE_MS = 150;

/** Counts one after the other, and of what was typed meanwhile the last alone; each is kept. */
export function countsOf(
  count: (judging: Judging) => Promise<Marked>,
  told: () => void,
  failed: (error: unknown) => void,
) {
  const known = new Map<string, Marked>();
  let wanted: Judging[] = [];
  let working = false;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keyOf = (judging: Judging) => JSON.stringify(judging);

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    try {
      for (let next = wanted.shift(); next; next = wanted.shift()) {
        if (known.has(keyOf(next))) continue;
        const mine = turn;
        const marked = await count(next);
        if (mine === turn) known.set(keyOf(next), marked);
        told();
      }
    } catch (error) {
      wanted = [];
      failed(error);
    } finally {
      working = false;
    }
  }

  return {
    get: (judging: Judging) => known.get(keyOf(judging)) ?? null,
    /** In this order; what was wanted before is not any more. */
    want(all: Judging[], pause = PAUSE_MS) {
      clearTimeout(timer);
      wanted = [];
      timer = setTimeout(() => {
        wanted = all;
        void work();
      }, pause);
    },
    /** Something else that they rest on has changed. */
    clear() {
      turn++;
      known.clear();
    },
  };
}
