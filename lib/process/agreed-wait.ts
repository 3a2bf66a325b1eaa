import { type Day, dayInZone } from '../deal/day.ts';
import type { AgreedWait } from '../deal/promise.ts';
import type { DealHistory, Moment } from '../history/types.ts';

/** The agreed wait in force at a moment, the one that lasts longest; null where none is. Its last day still waits. */
export function agreedWait(history: Pick<DealHistory, 'waits'>, moment: Moment): AgreedWait | null {
  if (history.waits.length === 0) return null;
  const today: Day = dayInZone(moment.asOf, moment.timeZone);
  let found: AgreedWait | null = null;
  for (const wait of history.waits) {
    if (wait.madeAt > Math.min(moment.asOf, moment.knownAt)) continue;
    if (wait.endedAt !== null && wait.endedAt <= moment.asOf) continue;
    if (wait.until < today) continue;
    if (found === null || wait.until > found.until) found = wait;
  }
  return found;
}
