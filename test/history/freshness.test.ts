import { expect, test } from 'vitest';
import { freshnessOf } from '../../lib/history/freshness.ts';
import { DAY, HOUR, MINUTE, MONDAY } from '../deal/make-reading.ts';
import { moment } from './make-history.ts';

test.each([
  [0, 'fresh'],
  [7, 'fresh'],
  [8, 'ageing'],
  [14, 'ageing'],
  [15, 'stale'],
])('a look %i days ago is %s', (days, level) => {
  expect(freshnessOf(MONDAY, moment(MONDAY + days * DAY))).toEqual({ level, days });
});

test('days are those of the user, not of Greenwich', () => {
  const lateInBerlin = Date.UTC(2026, 10, 2, 22, 30);
  expect(freshnessOf(lateInBerlin, moment(lateInBerlin + HOUR)).days).toBe(1);
  expect(freshnessOf(lateInBerlin, { ...moment(lateInBerlin + HOUR), timeZone: 'UTC' }).days).toBe(0);
});

test('a look in the future, from a clock that ran ahead, is today', () => {
  expect(freshnessOf(MONDAY + 3 * DAY, moment(MONDAY + MINUTE))).toEqual({ level: 'fresh', days: 0 });
});
