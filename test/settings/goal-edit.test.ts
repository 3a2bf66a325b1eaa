import { expect, test } from 'vitest';
import { periodChoices, removeGoal } from '../../lib/settings/goal-edit.ts';
import type { Goal } from '../../lib/settings/people.ts';
import { putRates } from '../../lib/settings/put-rates.ts';
import { usd } from '../deal/make-reading.ts';

test('this and the next month, quarter and fiscal year', () => {
  expect(periodChoices('2026-12-31', 1).map(({ kind, period }) => [kind, period.from, period.to])).toEqual([
    ['month', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
    ['month', '2027-01-01', '2027-01-31'],
    ['quarter', '2027-01-01', '2027-03-31'],
    ['year', '2027-01-01', '2027-12-31'],
  ]);
});

test('a fiscal year is named after the year in which it ends', () => {
  const years = periodChoices('2026-11-20', 4).filter(({ kind }) => kind !== 'month');
  expect(years.map(({ kind, number, year, period }) => [kind, number, year, period.from, period.to])).toEqual([
    ['quarter', 3, 2027, '2026-10-01', '2026-12-31'],
    ['year', 1, 2027, '2026-04-01', '2027-03-31'],
    ['quarter', 4, 2027, '2027-01-01', '2027-03-31'],
    ['year', 1, 2028, '2027-04-01', '2028-03-31'],
  ]);
});

test('one goal goes, those of others and of other periods stay', () => {
  const goal = (person: string | null, from: string): Goal => ({
    person,
    team: null,
    period: { from, to: '2026-12-31' },
    amount: usd(1),
  });
  const goals = [goal('Ida', '2026-10-01'), goal('Ida', '2026-12-01'), goal(null, '2026-10-01')];
  expect(removeGoal(goals, goal('IDA', '2026-10-01'))).toEqual(goals.slice(1));
});

test('of two rates for one day the later word stands', () => {
  const rate = (value: number, on: string) => ({ from: 'USD', to: 'EUR', rate: value, on });
  expect(putRates([rate(0.9, '2026-10-01')], [rate(0.8, '2026-01-01'), rate(0.92, '2026-10-01')])).toEqual([
    rate(0.8, '2026-01-01'),
    rate(0.92, '2026-10-01'),
  ]);
});
