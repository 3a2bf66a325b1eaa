import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../components/parse-amount.ts';

describe('a goal', () => {
  it.each([
    ['600000', 600_000],
    ['600,000', 600_000],
    ['600.000', 600_000],
    ['600 000', 600_000],
    ["1'200'000", 1_200_000],
    ['£600,000', 600_000],
    ['600k', 600_000],
    ['1.2m', 1_200_000],
    ['1,2M', 1_200_000],
    ['1.234,50', 1234.5],
    ['1,234.50 €', 1234.5],
  ])('is read from %s', (text, amount) => expect(parseAmount(text)).toBe(amount));

  it.each(['', '-5', '0', 'a lot', '1e99', '9'.repeat(20)])('is not read from “%s”', (text) =>
    expect(parseAmount(text)).toBeNull(),
  );

  it('reads back as it is written in any of these locales', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999 }),
        fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH', 'sv-SE', 'en-IN'),
        (amount, locale) => parseAmount(new Intl.NumberFormat(locale).format(amount)) === amount,
      ),
    );
  });
});
