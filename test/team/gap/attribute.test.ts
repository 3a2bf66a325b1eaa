import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, roundedTo } from '../../../lib/team/gap/attribute.ts';

const product = (factors: readonly number[]) => factors.reduce((all, one) => all * one, 1);
const sum = (parts: readonly number[]) => parts.reduce((all, one) => all + one, 0);
const figure = fc.double({ min: 0, max: 50, noNaN: true });

describe('what each factor does', () => {
  it('is the mean of changing it first and changing it last', () => {
    // 2 × 10 → 3 × 14: by count 10 or 14, by size 8 or 12.
    expect(attribute([2, 10], [3, 14], product)).toEqual([12, 10]);
    // Of a sum each does what it changed by, in whatever order.
    expect(attribute([2, 10, 5], [3, 14, 1], sum)).toEqual([1, 4, -4].map((part) => expect.closeTo(part, 9)));
  });

  it('adds up to the difference, is nought for what did not change, and asks for no order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 7 }), (pairs) => {
        const [was, is] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
        const parts = attribute(was, is, product);
        const scale = Math.max(1, product(pairs.map(([a, b]) => Math.max(1, a, b))));
        expect(Math.abs(sum(parts) - (product(is) - product(was))) / scale).toBeLessThan(1e-9);
        const turned = attribute(was.toReversed(), is.toReversed(), product).toReversed();
        parts.forEach((part, at) => {
          expect(Math.abs(part - (turned[at] ?? Number.NaN)) / scale).toBeLessThan(1e-9);
          if (was[at] === is[at]) expect(Math.abs(part) / scale).toBeLessThan(1e-9);
        });
      }),
    );
  });
});

describe('whole steps', () => {
  it('are the nearest that add up, with what is no whole step at the largest', () => {
    expect(roundedTo(1_000, [333.3, 333.4, 333.3], 1)).toEqual([333, 334, 333]);
    expect(roundedTo(12_345, [6_170, 6_175], 100)).toEqual([6_100, 6_245]);
    expect(roundedTo(-12_345, [-6_170, -6_175], 100)).toEqual([-6_200, -6_145]);
    expect(roundedTo(0, [], 100)).toEqual([]);
  });

  it('add up to the total to the minor unit, each within two steps and what was left over', () => {
    const part = fc.double({ min: -1e11, max: 1e11, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 100, 1_000), (parts, step) => {
        const total = Math.round(sum(parts)) + 0;
        const rounded = roundedTo(total, parts, step);
        expect(sum(rounded)).toBe(total);
        expect(rounded.filter((one) => one % step !== 0).length).toBeLessThanOrEqual(1);
        rounded.forEach((one, at) => {
          expect(Math.abs(one - (parts[at] ?? Number.NaN))).toBeLessThan(3 * step + 1);
        });
      }),
    );
  });
});
