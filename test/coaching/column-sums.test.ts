import { expect, it } from 'vitest';
import { checkSums } from '../../lib/coaching/column-sums.ts';
import { saySums } from '../../lib/coaching/say-sums.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import type { Stage } from '../../lib/deal/fields.ts';
import { type Money, money } from '../../lib/deal/money.ts';
import type { ColumnSum, DealReading, FieldReading, MissingReason } from '../../lib/deal/reading.ts';
import { MONDAY } from '../deal/make-reading.ts';

const stageAt = (order: number): Stage => ({ id: null, label: ['Qualified', 'Proposal', 'Won'][order] ?? '', order });
const gbp = (amount: number, halfStep = 0) => money(amount, 'GBP', halfStep);
const read = <V>(value: V): FieldReading<V> => ({ ok: true, value, raw: '', rule: 'css' });
const missing = (reason: MissingReason) => ({ ok: false as const, reason });

let made = 0;
const card = (order: number, amount: Money | MissingReason, recordId: string | null = `${++made}`): DealReading => ({
  recordId,
  url: null,
  fields: {
    stage: read(stageAt(order)),
    amount: typeof amount === 'string' ? missing(amount) : read(amount),
  },
});
const sum = (order: number, count: number | null, amount: Money | MissingReason): ColumnSum => ({
  stage: stageAt(order),
  count,
  amount: typeof amount === 'string' ? missing(amount) : read(amount),
});

const check = (deals: DealReading[], sums: ColumnSum[] | undefined) =>
  checkSums({ page: 'board', deals, rows: { loaded: deals.length, total: null, sums } });
const say = (deals: DealReading[], sums: ColumnSum[]) =>
  saySums(check(deals, sums), wordsFor('en-GB'), speakerAt(MONDAY, 'UTC', 'en-GB'));

it('says in one line where the page and the cards differ, the column that is farthest apart first', () => {
  const cards = [...Array(14)].map(() => card(1, gbp(80_000)));
  expect(say(cards, [sum(1, 14, gbp(1_200_000))])).toBe(
    'The page says £1.2m in Proposal; the 14 cards read come to £1.1m.',
  );
  const both = [sum(0, 1, gbp(10_500)), sum(1, 14, gbp(1_200_000)), sum(2, 0, gbp(0))];
  expect(say([card(0, gbp(9_000)), ...cards], both)).toMatch(/in Proposal;.* 1 other column differs too\.$/);
  expect(say([card(0, gbp(9_000))], [sum(0, 1, gbp(10_500))])).toBe(
    'The page says £10.5k in Qualified; the 1 card read comes to £9k.',
  );
});

it('writes figures out that look the same when they are short', () => {
  const cards = [card(1, gbp(1_200_400))];
  expect(say(cards, [sum(1, 1, gbp(1_200_900))])).toBe(
    'The page says £1,200,900 in Proposal; the 1 card read comes to £1,200,400.',
  );
});

it('keeps quiet where they agree, and within what is rounded or cut on either side', () => {
  const cards = [card(0, gbp(125_500.5)), card(0, 'empty')];
  expect(say(cards, [sum(0, 2, gbp(125_500.5))])).toBeNull();
  // 125,500 cut to "125k", as Odoo may write it, and rounded to "126k".
  for (const shown of [125_000, 126_000]) expect(say(cards, [sum(0, null, gbp(shown, 500))])).toBeNull();
  // Cards that show "310k" each.
  expect(say([card(0, gbp(310_000, 500)), card(0, gbp(310_000, 500))], [sum(0, 2, gbp(620_900))])).toBeNull();
  expect(say(cards, [sum(0, 2, gbp(127_500, 500))])).not.toBeNull();
});

it('does not take cards that are not loaded for a difference, and says what was checked', () => {
  const cards = [card(1, gbp(80_000)), card(0, gbp(5_000))];
  const sums = [sum(1, 16, gbp(1_200_000)), sum(0, 1, gbp(5_000))];
  expect(check(cards, sums)).toEqual({ page: 'board', apart: [], isPartial: true });
  expect(say(cards, sums)).toBe('Totals of the page were checked only where all cards of a column are loaded.');
});

it('without the column’s own count, is sure of too much alone', () => {
  expect(say([card(1, gbp(80_000))], [sum(1, null, gbp(1_200_000))])).toBeNull();
  expect(say([card(1, gbp(80_000))], [sum(1, null, gbp(60_000))])).toMatch(/£60k .* £80k/);
});

it('compares nothing that was not read, or is in another currency, or may be a number of deals', () => {
  for (const amount of ['not-on-page', 'unreadable', 'ambiguous', money(80_000, 'USD')] as const) {
    expect(check([card(1, amount)], [sum(1, 1, gbp(1))])?.apart).toEqual([]);
  }
  expect(check([card(1, money(80_000, null))], [sum(1, 1, money(12, null))])?.apart).toEqual([]);
  const dollars = (amount: number, symbol: string) => ({ ...money(amount, null), symbol });
  expect(check([card(1, dollars(5_000, '$'))], [sum(1, 1, dollars(9_000, 'kr'))])?.apart).toEqual([]);
  expect(check([card(1, dollars(5_000, '$'))], [sum(1, 1, dollars(9_000, '$'))])?.apart).toHaveLength(1);
  expect(check([card(1, gbp(1))], undefined)).toBeNull();
  expect(check([card(1, gbp(1))], [sum(1, 1, 'not-on-page')])).toBeNull();
});

it('counts a card once while it is dragged, and reads cards of other columns for none', () => {
  const twice = [card(1, gbp(5_000), 'a'), card(1, gbp(5_000), 'a'), card(0, gbp(70_000))];
  expect(say(twice, [sum(1, 1, gbp(5_000))])).toBeNull();
});

it('says of a list what its foot says and what its rows come to, without a column’s name', () => {
  const rows = [gbp(9_000), gbp(80_000)].map((amount) => card(0, amount));
  const look = (count: number | null, amount: number, total: number | null = null) => {
    const sums = [{ stage: null, count, amount: read(gbp(amount)) }];
    const found = checkSums({ page: 'list', deals: rows, rows: { loaded: 2, total, sums } });
    return saySums(found, wordsFor('en-GB'), speakerAt(MONDAY, 'UTC', 'en-GB'));
  };
  expect(look(2, 95_000)).toBe('The page says £95k beneath this list; the 2 rows read come to £89k.');
  expect(look(2, 89_000)).toBeNull();
  // Not known of which rows; known to be of more; all rows stand there.
  expect(look(null, 95_000)).toBeNull();
  expect(look(null, 70_000)).toMatch(/£70k .* £89k/);
  expect(look(40, 950_000)).toBe('The page’s own total was not checked: rows that are not loaded hold the rest of it.');
  expect(look(40, 70_000)).toMatch(/£70k .* £89k/);
  expect(look(null, 95_000, 2)).toMatch(/£95k .* £89k/);
});

it('compares no list with two feet, and no column of a board without a name', () => {
  const twice = [
    { stage: null, count: 1, amount: read(gbp(1)) },
    { stage: null, count: 1, amount: read(gbp(5)) },
  ];
  const deals = [card(0, gbp(9_000))];
  expect(checkSums({ page: 'list', deals, rows: { loaded: 1, total: 1, sums: twice } })?.apart).toEqual([]);
  expect(check(deals, twice.slice(1))?.apart).toEqual([]);
});
