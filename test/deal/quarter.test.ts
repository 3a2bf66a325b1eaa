import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/deal/day.ts';
import { isLateIn, quarterOf } from '../../lib/deal/quarter.ts';

describe('quarters', () => {
  it.each([
    ['2026-11-06', 1, '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-01-01', 1, '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-11-06', 2, '2027-Q4', '2026-11-01', '2027-01-31'],
    ['2027-01-31', 2, '2027-Q4', '2026-11-01', '2027-01-31'],
    ['2026-02-10', 4, '2026-Q4', '2026-01-01', '2026-03-31'],
    ['2026-12-15', 12, '2027-Q1', '2026-12-01', '2027-02-28'],
  ])('puts %s of a year that starts in month %d into %s', (day, start, id, from, to) => {
    expect(quarterOf(day, start)).toMatchObject({ id, from, to });
  });

  it('covers every day once, whatever the fiscal year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 12 }), (days, start) => {
        const day = addDays('2020-01-01', days);
        const quarter = quarterOf(day, start);
        expect(day >= quarter.from && day <= quarter.to).toBe(true);
        expect(quarterOf(addDays(quarter.to, 1), start).from).toBe(addDays(quarter.to, 1));
        expect(quarterOf(quarter.from, start)).toEqual(quarter);
      }),
    );
  });

  it('is late in its last three weeks', () => {
    const quarter = quarterOf('2026-11-06', 1);
    expect(['2026-12-09', '2026-12-10', '2026-12-31', '2027-01-01'].map((day) => isLateIn(quarter, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
