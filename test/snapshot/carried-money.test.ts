import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Money, minorDigits, money } from '../../lib/deal/money.ts';
import { carriedMoney } from '../../lib/snapshot/carried-money.ts';

const usd = (amount: number) => money(amount, 'USD');

test('is short where nothing is lost, else written out', () => {
  const said = [1_750_000, 2_000_000, 540_000, 555_500, 1_234_500, 1_234_567.5, 250_000, 950].map((amount) =>
    carriedMoney(usd(amount), 'en-US'),
  );
  expect(said).toEqual([...['$1.75M', '$2M', '$540K', '$555.5K', '$1,234,500', '$1,234,567.50', '$250K', '$950']]);
  expect(carriedMoney({ minor: 175_000_000, currency: null, symbol: 'kr', halfStep: 0 }, 'en-US')).toBe('kr1.75M');
  expect(carriedMoney(money(1_234_567, 'JPY'), 'en-US')).toBe('¥1,234,567');
  expect(carriedMoney(usd(1_755_000), 'de-DE')).toMatch(/^1.755.000\s\$$/);
});

/** What an amount in English says, in minor units. */
function read(text: string, { currency }: Money): number {
  const [, figure = '', unit = ''] = /^\D*([\d,.]+)([KMBT]?)$/.exec(text) ?? [];
  const times = { '': 0, K: 3, M: 6, B: 9, T: 12 }[unit] ?? Number.NaN;
  const [whole = '', part = ''] = figure.replaceAll(',', '').split('.');
  return Number(`${whole}${part}e${times + minorDigits(currency) - part.length}`);
}

test('of any amount and its parts, what is written adds up to the minor unit', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', null);
  const minor = fc.oneof(
    fc.integer({ min: 1, max: 1e12 }),
    fc.integer({ min: 1, max: 9_999 }).map((n) => n * 1e7),
  );
  fc.assert(
    fc.property(currency, minor, minor, (currency, goal, call) => {
      const of = (minor: number): Money => ({ minor, currency, halfStep: 0 });
      const gap = Math.abs(goal - call);
      const [saidGoal = 0, saidCall = 0, saidGap = 0] = [goal, call, gap].map((one) =>
        read(carriedMoney(of(one), 'en-US'), of(one)),
      );
      expect(Math.abs(saidGoal - saidCall)).toBe(saidGap);
      expect(saidGoal).toBe(goal);
    }),
  );
});
