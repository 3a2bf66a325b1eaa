import { expect, it } from 'vitest';
import { nextWeek } from '../../components/format-day.ts';
import { addDays, daysBetween, weekday } from '../../lib/deal/day.ts';

it('proposes a working day about a week on, whatever today is', () => {
  for (let at = 0; at < 400; at++) {
    const today = addDays('2025-01-01', at);
    const next = nextWeek(today);
    expect(weekday(next)).toBeLessThanOrEqual(5);
    expect(daysBetween(today, next)).toBeGreaterThanOrEqual(7);
    expect(daysBetween(today, next)).toBeLessThanOrEqual(9);
  }
});
