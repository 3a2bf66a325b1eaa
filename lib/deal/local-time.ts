import { type Day, dayInZone, type Instant } from './day.ts';
import type { ClockTime } from './reminder.ts';

/**
 * The moment at which the clock on the wall shows a time on a day. A time that the change to summer time leaves out is
 * as much later; of one that comes twice the first is meant. A day that a zone left out gives the moment after it.
 */
export function momentOn(day: Day, time: ClockTime, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

/** What the clock on the wall shows: `HH:MM`. */
export function clockTime(at: Instant, timeZone: string): ClockTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The same time of the day on another day. */
export function onAnotherDay(at: Instant, day: Day, timeZone: string): Instant {
  return dayInZone(at, timeZone) === day ? at : momentOn(day, clockTime(at, timeZone), timeZone);
}
