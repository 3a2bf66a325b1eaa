import type { Day } from '../lib/deal/day.ts';
import { addDays, weekday } from '../lib/deal/day.ts';

/** "Fri 14 Nov" in the user's own locale; a day has no time zone, so none may shift it. */
export function formatDay(day: Day): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** A week on, and never a weekend: the default of every "by when", so that one field less must be filled. */
export function nextWeek(today: Day): Day {
  const day = addDays(today, 7);
  const over = weekday(day) - 5;
  return over > 0 ? addDays(day, 3 - over) : day;
}
