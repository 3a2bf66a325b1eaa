import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, parsePercent } from '../../../lib/crm/values/index.ts';
import { LOCALES, page } from './page-context.ts';

function percent(text: string, locale: string | null = null) {
  const parsed = parsePercent(text, page({ locale }));
  return parsed.ok ? parsed.value : parsed.reason;
}

describe('parsePercent', () => {
  it('reads the sign before, behind and in other scripts', () => {
    for (const text of [
      '60%',
      '60 %',
      '60\u00A0%',
      '%60',
      '\u0666\u0660\u066A\u061C',
      '６０％',
      '60',
      '60.0',
      '60,00',
    ]) {
      expect(percent(text), text).toBe(60);
    }
  });

  it('keeps its fractions', () => {
    expect(percent('33.3 %')).toBe(33.3);
    expect(percent('33,3')).toBe(33.3);
    expect(percent('0,6 %')).toBe(0.6);
  });

  it('takes 0 for 0, but a bare text up to 1 could be a fraction', () => {
    expect(percent('0')).toBe(0);
    expect(percent('0 %')).toBe(0);
    expect(percent('1 %')).toBe(1);
    for (const text of ['0,6', '0.6', '1', '1.0']) expect(percent(text)).toBe('ambiguous');
  });

  it('refuses what is no share', () => {
    for (const text of ['120 %', '-5 %', '60 %%', '60 € ', '60 % (10 %)', '50-60 %', 'likely']) {
      expect(percent(text), text).toBe('unreadable');
    }
    expect(percent('--')).toBe('empty');
    expect(percent('60.000', 'de-DE')).toBe('unreadable');
    expect(percent('60.000')).toBe('ambiguous');
  });

  it.each(LOCALES)('reads back what the runtime prints in %s', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
        expect(percent(format.format(tenths / 1000), locale)).toBe(tenths / 10);
      }),
      { numRuns: 50 },
    );
  });
});

describe('parseNumber', () => {
  it.each(LOCALES)('reads back what the runtime prints in %s', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (hundredths) => {
        const text = new Intl.NumberFormat(locale).format(hundredths / 100);
        expect(parseNumber(text, page({ locale }))).toEqual({ ok: true, value: hundredths / 100 + 0 });
      }),
      { numRuns: 100 },
    );
  });

  it('lets the locale decide a lone separator, and does not guess without one', () => {
    expect(parseNumber('1,234', page({ locale: 'en-US' }))).toEqual({ ok: true, value: 1234 });
    expect(parseNumber('1,234', page({ locale: 'de-DE' }))).toEqual({ ok: true, value: 1.234 });
    expect(parseNumber('1,234', page())).toEqual({ ok: false, reason: 'ambiguous' });
  });

  it('refuses units, several numbers and numbers too large to be exact', () => {
    for (const text of ['5 kg', '5 %', '5 6', '9007199254740993', '9'.repeat(90)]) {
      expect(parseNumber(text, page()), text).toEqual({ ok: false, reason: 'unreadable' });
    }
  });
});
