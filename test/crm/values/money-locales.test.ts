import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../lib/crm/values/index.ts';
import { minorDigits } from '../../../lib/deal/money.ts';
import { LOCALES, page } from './page-context.ts';

const CURRENCIES = [
  ...['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR', 'BRL', 'CHF', 'SEK', 'NOK', 'DKK', 'ISK', 'PLN', 'CZK', 'HUF', 'RON'],
  ...['TRY', 'RUB', 'UAH', 'KRW', 'ILS', 'THB', 'VND', 'IDR', 'MYR', 'PHP', 'MXN', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  ...['TWD', 'ZAR', 'AED', 'SAR', 'EGP', 'KWD', 'ARS', 'CLP', 'COP', 'NGN', 'KZT', 'BDT', 'CRC', 'NIO'],
];

/** Symbols that are refused rather than guessed: nobody but the runtime prints them, or they mean something else too. */
const REFUSED: Record<string, string> = {
  RON: 'L is also the lempira and the lakh; leu, lej and other spellings are left out',
  'lt-LT PLN': 'zl without its stroke',
  'lt-LT RUB': 'rb, which is a thousand in Indonesian',
};

/** The pound sign is taken for sterling unless another pound is known for the page. */
const TAKEN_FOR_STERLING = 'en-AU EGP';

const amounts = fc.oneof(
  fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
  fc.integer({ min: -99_999_99, max: 99_999_99 }),
);

function isRefused(locale: string, currency: string): boolean {
  return currency in REFUSED || `${locale} ${currency}` in REFUSED;
}

/** Some currencies are printed without the decimals that their minor unit has: forints, pesos, rupiah. */
function asPrinted(minor: number, currency: string, format: Intl.NumberFormat): number {
  const step = 10 ** Math.max(0, minorDigits(currency) - (format.resolvedOptions().maximumFractionDigits ?? 0));
  return Math.round(minor / step) * step + 0;
}

const DISPLAYS = ['symbol', 'narrowSymbol', 'code'] as const;

function readsBack(text: string, locale: string, currency: string, minor: number, display: string): boolean {
  const parsed = parseMoney(text, page({ locale }));
  if (!parsed.ok) return isRefused(locale, currency) && display !== 'code';
  const { minor: read, currency: code, symbol, halfStep } = parsed.value;
  if (`${locale} ${currency}` === TAKEN_FOR_STERLING && display === 'narrowSymbol') return code === 'GBP';
  if (halfStep !== 0) return false;
  if (code !== null) return code === currency && read === minor;
  return symbol !== undefined && display !== 'code' && read === minor * 10 ** (2 - minorDigits(currency));
}

describe.each(LOCALES)('what the runtime prints in %s', (locale) => {
  it.each(DISPLAYS)('reads back as the same amount, in the same currency or an open one (%s)', (currencyDisplay) => {
    const wrong: string[] = [];
    for (const currency of CURRENCIES) {
      const shape = { style: 'currency', currency, currencyDisplay } as const;
      for (const currencySign of ['standard', 'accounting'] as const) {
        const format = new Intl.NumberFormat(locale, { ...shape, currencySign });
        for (const drawn of fc.sample(amounts, 8)) {
          const minor = asPrinted(drawn, currency, format);
          const text = format.format(minor / 10 ** minorDigits(currency));
          if (!readsBack(text, locale, currency, minor, currencyDisplay)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reads back in the very currency that is known for the page', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (drawn, currency) => {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        const minor = asPrinted(drawn, currency, format);
        const text = format.format(minor / 10 ** minorDigits(currency));
        const parsed = parseMoney(text, page({ locale, currency }));
        if (!parsed.ok) return isRefused(locale, currency);
        return parsed.value.currency === currency && parsed.value.minor === minor;
      }),
      { numRuns: 150 },
    );
  });

  it('reads shortened amounts to within the last digit shown', () => {
    const refused = new Set<string>();
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 900_000_000_000 }),
        fc.constantFrom('EUR', 'USD', 'INR', 'JPY'),
        fc.constantFrom('short' as const, 'long' as const),
        (amount, currency, compactDisplay) => {
          const format = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            notation: 'compact',
            compactDisplay,
          });
          const parsed = parseMoney(format.format(amount), page({ locale, currency }));
          if (!parsed.ok) {
            refused.add(format.formatToParts(amount).find(({ type }) => type === 'compact')?.value ?? '');
            return true;
          }
          const scale = 10 ** minorDigits(currency);
          return Math.abs(parsed.value.minor - amount * scale) <= parsed.value.halfStep + scale / 2;
        },
      ),
      { numRuns: 150 },
    );
    const unread = UNREAD_WORDS[locale] ?? [];
    expect([...refused].filter((word) => !unread.includes(word))).toEqual([]);
  });
});

/** Words that mean something else where an English program prints for these readers: ambiguous, never guessed. */
const UNREAD_WORDS: Record<string, string[]> = {
  // B is bin, a thousand.
  'tr-TR': ['B'],
  // M is miliar, 10^9.
  'id-ID': ['M'],
  // The runtime prints one word for 10^7 and for 10^9.
  'bn-BD': ['কো', 'শত কো'],
};

it('refuses no more than is listed', () => {
  for (const name of Object.keys(REFUSED)) {
    const [currency = '', locale] = name.split(' ').reverse();
    const texts = (locale ? [locale] : LOCALES).flatMap((each) =>
      (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
        const text = new Intl.NumberFormat(each, { style: 'currency', currency, currencyDisplay }).format(5);
        return parseMoney(text, page({ locale: each }));
      }),
    );
    expect(
      texts.some(({ ok }) => !ok),
      name,
    ).toBe(true);
  }
});

it('never reads the symbol of one currency as another, for any currency there is', () => {
  // Narrow forms of small currencies that share the sign of a large one: only a known currency tells them apart.
  const alike = new Set(['FKP', 'GIP', 'SHP', 'SSP', 'SYP', 'EGP', 'LBP', 'KPW', 'CUP']);
  // Their sign is the K of a thousand.
  const sameAsThousand = new Set(['MMK', 'ZMW']);
  const wrong: string[] = [];
  for (const locale of ['en-US', 'en-AU', 'de-DE', 'fr-CA', 'nl-NL', 'sv-SE', 'he-IL', 'hi-IN', 'ja-JP', 'vi-VN']) {
    for (const currency of Intl.supportedValuesOf('currency')) {
      if (sameAsThousand.has(currency)) continue;
      for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
        const amount = 48_500;
        const text = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).format(amount);
        const parsed = parseMoney(text, page({ locale }));
        if (!parsed.ok) continue;
        const { minor, currency: code } = parsed.value;
        const sameCode = code === null || code === currency || alike.has(currency);
        if (!sameCode || minor !== amount * 10 ** minorDigits(code)) wrong.push(`${locale} ${text}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
