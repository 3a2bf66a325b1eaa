import { expect, it } from 'vitest';
import { money } from '../../lib/deal/money.ts';
import { inHome, sumsOf } from '../../lib/team/sums.ts';

const rates = [
  { from: 'USD', to: 'EUR', rate: 0.8, on: '2026-01-01' },
  { from: 'USD', to: 'EUR', rate: 0.9, on: '2026-10-01' },
  { from: 'EUR', to: 'JPY', rate: 160, on: '2026-01-01' },
];
const by = { home: 'EUR', rates, on: '2026-11-27' };

it('converts by the latest rate up to the day, either way round, and to the minor unit', () => {
  expect(inHome(money(100, 'USD'), by)).toEqual(money(90, 'EUR'));
  expect(inHome(money(100, 'USD'), { ...by, on: '2026-09-30' })).toEqual(money(80, 'EUR'));
  expect(inHome(money(16_000, 'JPY'), by)).toEqual(money(100, 'EUR'));
  expect(inHome(money(310_000, 'USD', 500), by)).toEqual(money(279_000, 'EUR', 450));
});

it('leaves what has no rate, no code or no home as it stands, in a sum of its own', () => {
  const bare = { minor: 5_000, currency: null, symbol: '$', halfStep: 0 };
  expect(sumsOf([money(10, 'GBP'), money(100, 'USD'), bare, money(5, 'EUR')], by)).toEqual([
    money(95, 'EUR'),
    bare,
    money(10, 'GBP'),
  ]);
  expect(inHome(money(100, 'USD'), { ...by, on: '2025-12-31' })).toEqual(money(100, 'USD'));
  expect(sumsOf([money(1, 'USD'), money(1, 'EUR')], { ...by, home: null })).toHaveLength(2);
});
