import { type Day, dayOfNumber } from '../deal/day.ts';
import { quarterOf } from '../deal/quarter.ts';
import { type Goal, goalKey } from './people.ts';

export type Period = Goal['period'];

/** A period that a goal may be for, as it is offered. `kind` and `from` say what it is called. */
export type PeriodChoice = { kind: 'month' | 'quarter' | 'year'; number: number; year: number; period: Period };

const span = (year: number, month: number, months: number): Period => {
  const iso = (at: number, day: number) => dayOfNumber(Date.UTC(year, at, day) / 86_400_000);
  return { from: iso(month, 1), to: iso(month + months, 0) };
};

/** This and the next month, quarter and fiscal year, as a day has them. */
export function periodChoices(today: Day, fiscalYearStart: number): PeriodChoice[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  const quarter = quarterOf(today, fiscalYearStart);
  const begin = fiscalYearStart === 1 ? quarter.year : quarter.year - 1;
  const [first, firstMonth] = [Number(quarter.from.slice(0, 4)), Number(quarter.from.slice(5, 7)) - 1];
  return [0, 1].flatMap((next): PeriodChoice[] => {
    const inMonth = span(year, month + next, 1);
    const inQuarter = quarterOf(span(first, firstMonth + 3 * next, 3).from, fiscalYearStart);
    const { from, to, number, year: named } = inQuarter;
    return [
      {
        kind: 'month',
        number: Number(inMonth.from.slice(5, 7)),
        year: Number(inMonth.from.slice(0, 4)),
        period: inMonth,
      },
      { kind: 'quarter', number, year: named, period: { from, to } },
      { kind: 'year', number: 1, year: quarter.year + next, period: span(begin + next, fiscalYearStart - 1, 12) },
    ];
  });
}

/** The goals without the one for the same people and the same period. */
export function removeGoal(goals: readonly Goal[], gone: Omit<Goal, 'amount'>): Goal[] {
  return goals.filter((goal) => goalKey(goal) !== goalKey(gone));
}
