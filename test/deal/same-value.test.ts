import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stage } from '../../lib/deal/fields.ts';
import { type Money, mayBeSameMoney, money } from '../../lib/deal/money.ts';
import { foldLabel, mergeValue, sameValue } from '../../lib/deal/same-value.ts';
import { usd } from './make-reading.ts';

const stage = (label: string, id: string | null = null, order: number | null = null): Stage => ({ id, label, order });

test('a rounded amount on a board is no cut from the exact one', () => {
  expect(sameValue('amount', usd(309_750), usd(310_000, 500))).toBe(true);
  expect(sameValue('amount', usd(309_250), usd(310_000, 500))).toBe(false);
});

test('a bare symbol is no change from a currency code, another code is', () => {
  expect(sameValue('amount', usd(500), { minor: 50_000, currency: null, symbol: '$', halfStep: 0 })).toBe(true);
  expect(sameValue('amount', usd(500), money(500, 'CAD'))).toBe(false);
});

test('an emptied field differs from any value and equals itself', () => {
  expect(sameValue('nextStep', null, 'Send the order form')).toBe(false);
  expect(sameValue('amount', usd(0), null)).toBe(false);
  expect(sameValue('nextStep', null, null)).toBe(true);
});

test('a stage is the same by its id, whatever it is called', () => {
  expect(sameValue('stage', stage('Proposal', 's3'), stage('Angebot', 's3'))).toBe(true);
  expect(sameValue('stage', stage('Proposal', 's3'), stage('Proposal', 's4'))).toBe(false);
});

test('a stage without an id is the same by its label in any case and spacing', () => {
  expect(sameValue('stage', stage(' proposal  made'), stage('Proposal Made', 's3'))).toBe(true);
  expect(sameValue('stage', stage('Proposal'), stage('Discovery', 's3'))).toBe(false);
});

test('white space is no part of a text', () => {
  expect(sameValue('name', 'Larkfield Press\n renewal', 'Larkfield Press renewal ')).toBe(true);
  expect(sameValue('name', 'Larkfield', 'Larkfield Press')).toBe(false);
});

test('a text cut by a list is the same as the whole, and the whole is kept', () => {
  const whole = 'Call Priya about the security questionnaire';
  expect(sameValue('nextStep', whole, 'Call Priya about…')).toBe(true);
  expect(sameValue('nextStep', 'Call Priya about ...', whole)).toBe(true);
  expect(mergeValue('nextStep', 'Call Priya about…', whole)).toBe(whole);
  expect(mergeValue('nextStep', whole, 'Call Priya about…')).toBe(whole);
  expect(sameValue('nextStep', whole, 'Call Priya on…')).toBe(false);
  expect(sameValue('nextStep', whole, 'Ca…')).toBe(false);
});

test('a date never passes for another', () => {
  expect(sameValue('closeDate', '2026-11-02', '2026-11-03')).toBe(false);
  expect(sameValue('closeDate', '2026-11-02', '2026-11-02')).toBe(true);
});

test('a rounded percentage is the same as the one it was rounded from', () => {
  expect(sameValue('probability', 60, 60.4)).toBe(true);
  expect(mergeValue('probability', 60, 60.4)).toBe(60.4);
  expect(sameValue('probability', 60, 61)).toBe(false);
  expect(sameValue('probability', 60.1, 60.4)).toBe(false);
});

test('of two amounts the finer figure stays, in the currency that either named', () => {
  expect(mergeValue('amount', usd(310_000, 500), usd(309_750))).toEqual(usd(309_750));
  const exact: Money = { minor: 30_975_000, currency: null, symbol: '$', halfStep: 0 };
  expect(mergeValue('amount', exact, usd(310_000, 500))).toEqual(usd(309_750));
  const yen: Money = { minor: 1_200_000, currency: null, symbol: '¥', halfStep: 0 };
  expect(mergeValue('amount', yen, money(12_000, 'JPY', 500))).toEqual(money(12_000, 'JPY'));
});

test('a stage gains its id and order and keeps its label', () => {
  expect(mergeValue('stage', stage('Proposal'), stage('proposal', 's3', 2))).toEqual(stage('Proposal', 's3', 2));
  const known = stage('Proposal', 's3', 2);
  expect(mergeValue('stage', known, stage('Angebot', 's3', 4))).toBe(known);
});

test('labels fold to one form however their letters are composed', () => {
  expect(foldLabel('Geschäft\u00a0 gewonnen')).toBe(foldLabel('GESCHÄFT gewonnen'));
});

const amounts = fc
  .record({ minor: fc.integer({ min: -1e9, max: 1e9 }), halfStep: fc.constantFrom(0, 50, 50_000) })
  .chain((figures) =>
    fc
      .constantFrom<Partial<Money> & { currency: string | null }>(
        { currency: 'USD' },
        { currency: 'JPY' },
        { currency: null, symbol: '$' },
      )
      .map((kind): Money => ({ ...figures, ...kind })),
  );

test('what two equal amounts merge into is equal to both, and merging again adds nothing', () => {
  fc.assert(
    fc.property(amounts, amounts, (known, said) => {
      fc.pre(mayBeSameMoney(known, said));
      const merged = mergeValue('amount', known, said);
      expect(sameValue('amount', merged, known)).toBe(true);
      expect(sameValue('amount', merged, said)).toBe(true);
      expect(mergeValue('amount', merged, said)).toBe(merged);
    }),
  );
});
