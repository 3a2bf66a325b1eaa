import type { Day } from '../deal/day.ts';
import type { DealPromise } from '../deal/promise.ts';
import type { Moment } from '../history/types.ts';

/** The next open promise due on `from` or later, as of a moment; null where none is. */
export function promisedAhead(promises: readonly DealPromise[], moment: Moment, from: Day): DealPromise | null {
  let next: DealPromise | null = null;
  for (const promise of promises) {
    if (promise.madeAt > Math.min(moment.asOf, moment.knownAt) || promise.by < from) continue;
    if (promise.settled && promise.settled.at <= moment.asOf) continue;
    if (next === null || promise.by < next.by) next = promise;
  }
  return next;
}
