/** How often the page is given the turn while its quiet is counted. */
const TURN_MS = 16;
/** The most that one turn counts, however long it was in coming: a page that was blocked, starved or asleep was not quiet. */
const MOST_MS = 32;

/** Milliseconds in which the page could have worked. They stand for quiet only while `count` lasts. */
export type LiveClock = {
  now(): number;
  /** Counts turns for so many of its milliseconds; after that the time passes as it does on any clock. */
  count(ms: number): void;
  stop(): void;
};

export function createLiveClock(clock: () => number): LiveClock {
  let at = clock();
  let live = at;
  let until = live;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function now(): number {
    const time = clock();
    live += timer === undefined ? time - at : Math.min(time - at, MOST_MS);
    at = time;
    return live;
  }

  function turn(): void {
    const isOver = now() >= until;
    timer = isOver ? undefined : setTimeout(turn, TURN_MS);
  }

  return {
    now,
    count(ms) {
      until = Math.max(until, now() + ms);
      timer ??= setTimeout(turn, TURN_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
