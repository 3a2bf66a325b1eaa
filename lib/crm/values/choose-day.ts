import { type Day, daysBetween, isDay, weekday } from '../../deal/day.ts';
import { AMBIGUOUS, type Parsed, UNREADABLE } from './context.ts';

/** `year` is null where the text leaves it out. */
export type DateParts = { year: number | null; month: number; day: number };

/** Half a year, so that no two years are in question. */
const FARTHEST = 182;

/** Two digits are of this century; Buddhist years count from 543 BC. Null where the calendar leaves the year open. */
export function fullYear(digits: string, calendar: string): number | null {
  const year = Number(digits);
  if (digits.length === 4) return calendar === 'buddhist' && year > 2400 ? year - 543 : year;
  return digits.length === 2 && calendar === 'gregory' ? 2000 + year : null;
}

/** The one real day among the ways to read a text, given the weekdays named beside it (0: named but not understood). */
export function chooseDay(
  candidates: readonly (DateParts | null)[],
  weekdays: readonly number[],
  today: Day,
): Parsed<Day> {
  const found = new Set<Day>();
  for (const parts of candidates) {
    const day = parts && (parts.year === null ? nearestDay(parts, today) : dayOf(parts, parts.year));
    if (day && weekdays.every((named) => named === 0 || named === weekday(day))) found.add(day);
  }
  const [day] = found;
  if (day === undefined) return UNREADABLE;
  return found.size === 1 ? { ok: true, value: day } : AMBIGUOUS;
}

function dayOf({ month, day }: DateParts, year: number): Day | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${year}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : null;
}

/** A date without a year is the one within half a year of today. */
function nearestDay(parts: DateParts, today: Day): Day | null {
  const thisYear = Number(today.slice(0, 4));
  const days = [-1, 0, 1].map((later) => dayOf(parts, thisYear + later));
  return days.find((day) => day !== null && Math.abs(daysBetween(today, day)) <= FARTHEST) ?? null;
}
