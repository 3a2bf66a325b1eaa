import type { Day, Instant } from '../deal/day.ts';
import type { PromptEvent } from '../deal/promise.ts';

export type Snooze = { until: Day; at: Instant };

/** The latest word counts: an entry without a day wakes the deal. */
export function snoozeIn(events: readonly PromptEvent[], today: Day): Snooze | null {
  const last = events.findLast(({ kind }) => kind === 'snoozed');
  return last?.until && last.until > today ? { until: last.until, at: last.at } : null;
}
