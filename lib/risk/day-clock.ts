import { type Day, dayInZone, dayNumber, dayOfNumber, type Instant, type WorkCalendar } from '../deal/day.ts';

/**
 * Days as numbers, for a time zone and a work calendar. Ten thousand deals are scored in one go, so nothing here makes a
 * Date or asks Intl per instant: the zone's offset is asked for twice per day that occurs, and kept.
 */
export type DayClock = {
  /** The calendar day of a moment in the zone, as days since 1970. */
  dayOf(instant: Instant): number;
  /** Workdays after `from` up to and with `to`; 0 when `to` is not later. */
  workingDays(from: number, to: number): number;
};

const DAY_MS = 86_400_000;

const clocks = new WeakMap<WorkCalendar, Map<string, DayClock>>();

export function dayClock(timeZone: string, calendar: WorkCalendar): DayClock {
  let zones = clocks.get(calendar);
  if (!zones) {
    zones = new Map();
    clocks.set(calendar, zones);
  }
  let clock = zones.get(timeZone);
  if (!clock) {
    clock = { dayOf: dayOfIn(timeZone), workingDays: workingDaysIn(calendar) };
    zones.set(timeZone, clock);
  }
  return clock;
}

function dayOfIn(timeZone: string): (instant: Instant) => number {
  // A UTC day holds parts of two local days at most. Kept per UTC day: the instant at which the later one begins.
  const turns = new Map<number, { before: number; turnsAt: Instant }>();
  return (instant) => {
    const utcDay = Math.floor(instant / DAY_MS);
    let turn = turns.get(utcDay);
    if (!turn) {
      turn = findTurn(utcDay * DAY_MS, timeZone);
      turns.set(utcDay, turn);
    }
    return instant < turn.turnsAt ? turn.before : turn.before + 1;
  };
}

/** Searches for the local midnight within one UTC day, to the millisecond, whatever the zone does that day. */
function findTurn(start: Instant, timeZone: string): { before: number; turnsAt: Instant } {
  const dayAt = (instant: Instant) => dayNumber(dayInZone(instant, timeZone));
  const before = dayAt(start);
  if (dayAt(start + DAY_MS - 1) === before) return { before, turnsAt: Number.POSITIVE_INFINITY };
  let low = start;
  let high = start + DAY_MS - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayAt(middle) === before) low = middle;
    else high = middle;
  }
  return { before, turnsAt: high };
}

function workingDaysIn(calendar: WorkCalendar): (from: number, to: number) => number {
  const worked = [0, 1, 2, 3, 4, 5, 6].map((at) => calendar.workdays.includes(at + 1));
  const perWeek = worked.filter(Boolean).length;
  // 1970-01-01 was a Thursday.
  const isWorked = (day: number) => worked[(((day + 3) % 7) + 7) % 7] === true;
  const holidays = [...new Set(calendar.holidays.map(dayNumber))].filter(isWorked);
  return (from, to) => {
    if (to <= from) return 0;
    const weeks = Math.floor((to - from) / 7);
    let count = weeks * perWeek;
    for (let day = from + weeks * 7 + 1; day <= to; day++) if (isWorked(day)) count++;
    for (const holiday of holidays) if (holiday > from && holiday <= to) count--;
    return count;
  };
}

const dayTexts = new Map<number, Day>();
/** Some 27 years of days. */
const DAYS_KEPT = 10_000;

/** A day's number as ISO text. */
export function dayText(day: number): Day {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = dayOfNumber(day);
    if (dayTexts.size >= DAYS_KEPT) dayTexts.clear();
    dayTexts.set(day, text);
  }
  return text;
}
