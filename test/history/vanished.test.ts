import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vanishedFrom } from '../../lib/history/vanished.ts';
import type { ViewLook } from '../../lib/history/view-visits.ts';
import { DAY, MINUTE, MONDAY } from '../deal/make-reading.ts';

const look = (at: number, deals: string[], total: number | null = deals.length): ViewLook => ({
  at: MONDAY + at,
  deals,
  rows: { loaded: deals.length, total },
});

const many = (n: number, from = 0) => Array.from({ length: n }, (_, at) => `deal ${at + from}`);

test('of two whole looks the later one tells what is gone', () => {
  const looks = [look(0, many(6)), look(7 * DAY, many(5))];
  expect(vanishedFrom(looks)).toEqual({ deals: ['deal 5'], stoodAt: MONDAY, missedAt: MONDAY + 7 * DAY });
});

test('a list that is scrolled through is whole once all its rows were seen', () => {
  const scrolled = [look(7 * DAY, many(3), 5), look(7 * DAY + MINUTE, many(3, 2), 5)];
  expect(vanishedFrom([look(0, many(6)), ...scrolled.slice(0, 1)])).toBeNull();
  expect(vanishedFrom([look(0, many(6)), ...scrolled])).toMatchObject({ deals: ['deal 5'] });
});

test('a list of which more deals were read than it counts changed meanwhile: it is read anew', () => {
  const swapped = [look(7 * DAY, many(3), 5), look(7 * DAY + MINUTE, many(3, 3), 5)];
  expect(vanishedFrom([look(0, many(7)), ...swapped])).toBeNull();
  const again = look(7 * DAY + 2 * MINUTE, many(2, 1), 5);
  expect(vanishedFrom([look(0, many(7)), ...swapped, again])).toMatchObject({ deals: ['deal 0', 'deal 6'] });
});

test('nothing is said of a list without a count, seen whole once, or filtered otherwise by now', () => {
  expect(vanishedFrom([look(0, many(6), null), look(DAY, many(5), null)])).toBeNull();
  expect(vanishedFrom([look(0, many(6))])).toBeNull();
  expect(vanishedFrom([look(0, many(6), 9), look(DAY, many(5))])).toBeNull();
  expect(vanishedFrom([look(0, many(9)), look(DAY, many(3))])).toBeNull();
});

test('no deal is missed that stands in the list, whatever was looked at before', () => {
  const drawn = fc.array(fc.tuple(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 8 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(drawn, (steps) => {
      let at = 0;
      const looks = steps.map(([minutes, size]) => {
        at += minutes * MINUTE;
        return look(at, many(size));
      });
      const last = looks.at(-1)?.deals ?? [];
      for (const deal of vanishedFrom(looks)?.deals ?? []) expect(last).not.toContain(deal);
    }),
  );
});
