import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../../lib/crm/values/index.ts';
import type { DateOrder, Day } from '../../lib/deal/day.ts';
import { dayOfNumber } from '../../lib/deal/day.ts';
import { numericDay } from '../../lib/deal/numeric-day.ts';
import type { FieldReading, Reading } from '../../lib/deal/reading.ts';
import { type DateOrders, joinOrders, ordersToldBy, readByOrders } from '../../lib/history/date-orders.ts';
import { reading } from '../deal/make-reading.ts';

const TODAY = '2026-11-02';

/** As a page's script reads a text that declares this locale. */
function asRead(raw: string, locale: string): FieldReading<string> {
  const parsed = parseDate(raw, { locale, dateOrder: null, currency: null, today: TODAY });
  return parsed.ok
    ? { ok: true, value: parsed.value, raw, rule: 'css date' }
    : { ok: false, reason: parsed.reason, raw, rule: 'css date' };
}

const page = (raws: readonly string[], locale = 'en'): Reading =>
  reading({
    page: 'list',
    deals: raws.map((raw, at) => ({ recordId: `${at}`, url: null, fields: { closeDate: asRead(raw, locale) } })),
  });

/** Pages of one tenant, one after the other: what each came to. */
function readInTurn(pages: readonly Reading[]): { orders: DateOrders; read: (Day | string | undefined)[][] } {
  let orders: DateOrders = {};
  const read = pages.map((one) => {
    const told = ordersToldBy(one);
    orders = joinOrders(orders, told);
    return readByOrders(one, orders, told).deals.map(({ fields: { closeDate } }) =>
      closeDate?.ok ? closeDate.value : closeDate?.reason,
    );
  });
  return { orders, read };
}

test('a date that means one day alone teaches the order of the others', () => {
  const { read } = readInTurn([page(['03/09/2027']), page(['25/12/2027']), page(['03/09/2027', '3/9/2027 14:30'])]);
  expect(read).toEqual([['ambiguous'], ['2027-12-25'], ['2027-09-03', '2027-09-03']]);
});

test('what was learned goes before the order of the language that a page declares', () => {
  const { read } = readInTurn([page(['12/24/2027'], 'en-US'), page(['03/09/2027'], 'en-GB')]);
  expect(read[1]).toEqual(['2027-03-09']);
});

test('two dates that contradict each other unlearn it, and neither a third nor a language brings it back', () => {
  const { orders, read } = readInTurn([
    page(['25/12/2027']),
    page(['12/25/2027']),
    page(['03/09/2027']),
    page(['25/12/2027']),
    page(['03/09/2027'], 'en-US'),
    // This page makes its own dates plain.
    page(['03/09/2027', '03/10/2027'], 'en-US'),
  ]);
  expect(orders).toEqual({ '/4': null });
  expect(read.slice(2)).toEqual([['ambiguous'], ['2027-12-25'], ['ambiguous'], ['ambiguous', 'ambiguous']]);
});

test('what was contradicted still leaves the dates of a page that makes them plain itself', () => {
  const plain = page(['25/12/2027', '03/09/2027'], 'en-GB');
  expect(readInTurn([page(['12/25/2027']), page(['25/12/2027']), plain]).read[2]).toEqual(['2027-12-25', '2027-09-03']);
});

test('one way of writing dates says nothing of another', () => {
  const { read } = readInTurn([page(['25.12.2027']), page(['03/09/2027', '03/09/27', '03-09-2027'])]);
  expect(read[1]).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
});

test('dates that prove no order teach none', () => {
  // One day in both orders; three orders in two digits; a Buddhist year; words; a figure that is no date.
  for (const raw of ['07/07/2027', '25/12/27', '25/12/2570', '25 Dec 2027', '25/13/2027', 'Sat 25/12/2027']) {
    expect(ordersToldBy(page([raw], 'th')), raw).toEqual({});
  }
});

test('a date that was read as another day than its numbers say proves nothing', () => {
  const read = page(['25/12/2027']);
  const [deal] = read.deals;
  if (deal) deal.fields.closeDate = { ok: true, value: '2027-12-24', raw: '25/12/2027', rule: 'css date' };
  expect(ordersToldBy(read)).toEqual({});
});

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];

function write(day: Day, order: DateOrder, mark: string, short: boolean, padded: boolean): string {
  const [y = '', m = '', d = ''] = day.split('-');
  const part = { y: short ? y.slice(2) : y, m: padded ? m : String(Number(m)), d: padded ? d : String(Number(d)) };
  return [...order].map((letter) => part[letter as keyof typeof part]).join(mark);
}

test('never a wrong day, however a tenant writes its dates and whatever its pages declare', () => {
  // Nobody dots dates with the month first.
  const habit = fc.record({
    ...{ order: fc.constantFrom(...ORDERS), mark: fc.constantFrom('/', '-') },
    short: fc.boolean(),
    padded: fc.boolean(),
  });
  const days = fc.array(fc.integer({ min: 20_400, max: 21_900 }), { minLength: 1, maxLength: 5 });
  // Pages that declare no region: their language alone settles nothing, so that all that is known is learned.
  const locale = fc.constantFrom('en', 'xx', '');
  fc.assert(
    fc.property(habit, fc.array(fc.tuple(days, locale), { minLength: 1, maxLength: 8 }), (way, pages) => {
      const truth = pages.map(([numbers]) => numbers.map(dayOfNumber));
      const { read } = readInTurn(
        pages.map(([, declared], at) =>
          page(
            (truth[at] ?? []).map((day) => write(day, way.order, way.mark, way.short, way.padded)),
            declared,
          ),
        ),
      );
      read.forEach((values, at) => {
        values.forEach((value, row) => {
          if (value !== 'ambiguous' && value !== 'unreadable') expect(value).toBe(truth[at]?.[row]);
        });
      });
    }),
    { numRuns: 500 },
  );
});

test('what was once told by a date of its own stands for every later date of that shape, in any language', () => {
  const later = fc.integer({ min: 20_400, max: 21_900 }).map(dayOfNumber);
  fc.assert(
    fc.property(
      fc.constantFrom(...ORDERS),
      later,
      fc.constantFrom('en', 'en-US', 'en-GB', 'de'),
      (order, day, declared) => {
        const teaching = write('2027-12-25', order, '/', false, true);
        const { read } = readInTurn([
          page([teaching], declared),
          page([write(day, order, '/', false, true)], declared),
        ]);
        expect(read[1]).toEqual([day]);
      },
    ),
  );
});

test('what a text may mean', () => {
  expect(numericDay('03/09/2027')?.days).toEqual(
    new Map([
      ['dmy', '2027-09-03'],
      ['mdy', '2027-03-09'],
    ]),
  );
  expect([...(numericDay('25/12/27')?.days.keys() ?? [])]).toEqual(['dmy', 'ymd']);
  expect(numericDay('1.5/2027')).toBeNull();
  expect(numericDay('03/09/2027 - 04/09/2027')).toBeNull();
});
