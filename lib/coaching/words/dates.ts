import { type Day, dayInZone, daysBetween, type Instant } from '../../deal/day.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | undefined, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale ?? ''} ${JSON.stringify(parts)}`;
  let known = formats.get(key);
  if (!known) {
    try {
      known = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
    } catch {
      // A locale that came from a page may be no locale at all.
      known = new Intl.DateTimeFormat(undefined, { ...parts, timeZone: 'UTC' });
    }
    formats.set(key, known);
  }
  return known;
}

/** "28 Nov"; with its year when that is more than half a year from today and another year. */
export function sayDay(day: Day, today: Day, locale: string | undefined): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const far = day.slice(0, 4) !== today.slice(0, 4) && Math.abs(daysBetween(today, day)) > 183;
  return format(locale, { day: 'numeric', month: 'short', ...(far ? { year: 'numeric' } : {}) }).format(at);
}

/** "7 December 2026". */
export function sayFullDay(day: Day, locale: string | undefined): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** "Thu 14 Nov" within a month of today, where the weekday helps; the plain day beyond. */
export function sayWeekday(day: Day, today: Day, locale: string | undefined): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || Math.abs(daysBetween(today, day)) > 31) return sayDay(day, today, locale);
  return format(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

/** Everything that turns a figure into the reader's own way of writing it. */
export type Speaker = {
  locale: string | undefined;
  timeZone: string;
  today: Day;
  day: (day: Day) => string;
  weekday: (day: Day) => string;
  /** With its month in letters and its year: nothing is left open. */
  fullDay: (day: Day) => string;
  /** The day of a moment. */
  on: (at: Instant) => string;
  /** "14:30" or "2:30 pm". */
  clock: (at: Instant) => string;
  dayOf: (at: Instant) => Day;
};

export function speakerAt(asOf: Instant, timeZone: string, locale: string | undefined): Speaker {
  return speakerOn(dayInZone(asOf, timeZone), timeZone, locale);
}

export function speakerOn(today: Day, timeZone: string, locale: string | undefined): Speaker {
  return {
    locale,
    timeZone,
    today,
    day: (day) => sayDay(day, today, locale),
    weekday: (day) => sayWeekday(day, today, locale),
    fullDay: (day) => sayFullDay(day, locale),
    on: (at) => sayWeekday(dayInZone(at, timeZone), today, locale),
    clock: (at) => new Date(at).toLocaleTimeString(locale, { timeStyle: 'short', timeZone }),
    dayOf: (at) => dayInZone(at, timeZone),
  };
}
