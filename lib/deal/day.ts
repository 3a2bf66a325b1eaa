/**
 * Calendar days and moments. A `Day` is ISO `YYYY-MM-DD` with no time zone: a close date is the same day
 * for everybody. An `Instant` is milliseconds since 1970.
 */
export type Day = string;
export type Instant = number;

/** Order of the parts in an all-numeric date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar day between 1970 and 2199; CRM dates outside of that are typing errors. */
export function isDay(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  return year >= 1970 && year < 2200 && dayOfNumber(dayNumber(text)) === text;
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

/** By number: the same few are asked for again and again, and there are no more than calendars have. */
const days: Day[] = [];

export function dayOfNumber(number: number): Day {
  days[number] ??= new Date(number * DAY_MS).toISOString().slice(0, 10);
  return days[number];
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in an IANA time zone. */
export function dayInZone(instant: Instant, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish prints ISO order, in every engine we run on.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** Which days are worked: ISO weekdays (1 Monday to 7 Sunday) and the holidays that fall on them. */
export type WorkCalendar = { workdays: readonly number[]; holidays: readonly Day[] };

export const MONDAY_TO_FRIDAY: WorkCalendar = { workdays: [1, 2, 3, 4, 5], holidays: [] };

/** ISO weekday, 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  return calendar.workdays.includes(weekday(day)) && !calendar.holidays.includes(day);
}

/** Workdays after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const perWeek = calendar.workdays.length;
  const weeks = Math.floor(days / 7);
  let count = weeks * perWeek;
  for (let at = weeks * 7 + 1; at <= days; at++) {
    if (calendar.workdays.includes(weekday(addDays(from, at)))) count++;
  }
  for (const holiday of calendar.holidays) {
    if (holiday > from && holiday <= to && calendar.workdays.includes(weekday(holiday))) count--;
  }
  return count;
}

/** The day that lies `days` workdays after `from`; a calendar without workdays counts every day. */
export function addWorkdays(from: Day, days: number, calendar: WorkCalendar): Day {
  if (calendar.workdays.length === 0) return addDays(from, days);
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left--;
  }
  return day;
}
