import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayOfNumber, daysBetween, weekday } from '../../lib/deal/day.ts';
import { weekOf } from '../../lib/deal/week.ts';

it('begins on the weekday that was said, and holds the day', () => {
  expect(weekOf('2026-11-27', 1)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(weekOf('2026-11-27', 7)).toEqual({ from: '2026-11-22', to: '2026-11-28' });
  expect(weekOf('2026-11-28', 6)).toEqual({ from: '2026-11-28', to: '2026-12-04' });
  expect(weekOf('2027-01-01', 1)).toEqual({ from: '2026-12-28', to: '2027-01-03' });
});

it('lays every day into one week of seven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 7 }), (number, start) => {
      const day = dayOfNumber(number);
      const { from, to } = weekOf(day, start);
      expect(weekday(from)).toBe(start);
      expect(daysBetween(from, to)).toBe(6);
      expect(from <= day && day <= to).toBe(true);
      expect(weekOf(addDays(to, 1), start).from).toBe(addDays(from, 7));
    }),
  );
});
