import { addDays, type Day, daysBetween } from './day.ts';

/** A quarter of the fiscal year with its first and last day. `id` is what settings keep: "2026-Q4". */
export type Quarter = { id: string; from: Day; to: Day; number: number; year: number };

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The quarter that holds a day. A fiscal year is named after the calendar year in which it ends. */
export function quarterOf(day: Day, fiscalYearStart: number): Quarter {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const sinceStart = (month - fiscalYearStart + 12) % 12;
  const index = Math.floor(sinceStart / 3);
  const first = month - 1 - (sinceStart % 3);
  const startYear = month >= fiscalYearStart ? year : year - 1;
  const number = index + 1;
  const named = fiscalYearStart === 1 ? startYear : startYear + 1;
  return { id: `${named}-Q${number}`, from: iso(year, first, 1), to: iso(year, first + 3, 0), number, year: named };
}

export const quarterAfter = ({ to }: Quarter, fiscalYearStart: number): Quarter =>
  quarterOf(addDays(to, 1), fiscalYearStart);

export const quarterBefore = ({ from }: Quarter, fiscalYearStart: number): Quarter =>
  quarterOf(addDays(from, -1), fiscalYearStart);

/** The quarter's last three weeks: what is not settled now rarely settles in it. */
const LATE_DAYS = 21;

export function isLateIn(quarter: Quarter, today: Day): boolean {
  return today <= quarter.to && daysBetween(today, quarter.to) <= LATE_DAYS;
}
