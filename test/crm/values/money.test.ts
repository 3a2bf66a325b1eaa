import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../../lib/crm/values/index.ts';
import { expectRows, reason } from './money-rows.ts';
import { page } from './page-context.ts';

describe('amounts that need no locale', () => {
  it('reads the formats of the CRMs', () => {
    expectRows([
      ['$1,234.50', 123_450, null],
      ['$ 48,500.00', 4_850_000, null],
      ['1.234,50 €', 123_450, 'EUR'],
      ['R$ 1.234,50', 123_450, 'BRL'],
      ['1\u202F234,50 kr', 123_450, null],
      ["CHF 1'234.50", 123_450, 'CHF'],
      ['CHF 1’234.50', 123_450, 'CHF'],
      ['₹12,34,500', 123_450_000, 'INR'],
      ['48,500.00 USD', 4_850_000, 'USD'],
      ['1\u202F234\u202F567,89', 123_456_789, null],
      ['1\u00A0234\u00A0567,89 €', 123_456_789, 'EUR'],
      ['1.234.567,89', 123_456_789, null],
      ['1,234,567', 123_456_700, null],
      ['48500', 4_850_000, null],
      ['0', 0, null],
    ]);
  });

  it('takes the symbols that one currency has', () => {
    expectRows([
      ['€5', 500, 'EUR'],
      ['£5', 500, 'GBP'],
      ['₺5', 500, 'TRY'],
      ['₪ 5', 500, 'ILS'],
      ['₩5,000,000', 5_000_000, 'KRW'],
      ['2.500.000 ₫', 2_500_000, 'VND'],
      ['฿5.00', 500, 'THB'],
      ['5,00 zł', 500, 'PLN'],
      ['5,00 Kč', 500, 'CZK'],
      ['1 500 000 Ft', 150_000_000, 'HUF'],
      ['US$5', 500, 'USD'],
      ['5 $US', 500, 'USD'],
      ['5 $ CA', 500, 'CAD'],
      ['A$5', 500, 'AUD'],
      ['HK$ 5', 500, 'HKD'],
      ['MX$5', 500, 'MXN'],
      ['NZ$5', 500, 'NZD'],
      ['S$5', 500, 'SGD'],
      ['￥5', 500, null],
      ['JP¥5', 5, 'JPY'],
      ['5円', 5, 'JPY'],
      ['Rp 5', 500, 'IDR'],
      ['$5 USD', 500, 'USD'],
      ['USD $5', 500, 'USD'],
      ['$ 5 MXN', 500, 'MXN'],
    ]);
  });

  it('reads negatives: minus before, behind or between, U+2212, and the brackets of accountants', () => {
    expectRows([
      ['-$1,200.00', -120_000, null],
      ['$-1,200.00', -120_000, null],
      ['1,200.00-', -120_000, null],
      ['\u22121 200,00 €', -120_000, 'EUR'],
      ['(1,200.00)', -120_000, null],
      ['($1,200.00)', -120_000, null],
      ['(1.200,00 €)', -120_000, 'EUR'],
      ['+5.00', 500, null],
      ['-0.00', 0, null],
    ]);
  });

  it('takes "no cents" behind the amount for what it is, not for a minus', () => {
    expectRows([
      ['CHF 500.–', 50_000, 'CHF'],
      ['kr 500,-', 50_000, null],
      ['500,-- €', 50_000, 'EUR'],
    ]);
  });

  it('bears dropped zeros and floating noise', () => {
    expectRows([
      ['125,500.5', 12_550_050, null],
      ['1234567.8899999999', 123_456_789, null],
      ['1234567,8899999999', 123_456_789, null],
      ['0.1', 10, null],
    ]);
  });

  it('reads the digits of other scripts and of full width', () => {
    expectRows([
      ['٤٨٬٥٠٠٫٥٠', 4_850_050, null],
      ['۴۸٬۵۰۰', 4_850_000, null],
      ['₹४८,५००.५०', 4_850_050, 'INR'],
      ['৳৪৮,৫০০.৫০', 4_850_050, 'BDT'],
      ['￥４８，５００．５０', 4_850_050, null],
    ]);
  });

  it('counts the minor units that the currency has', () => {
    expectRows([
      ['JPY 48500', 48_500, 'JPY'],
      ['48,500 JPY', 48_500, 'JPY'],
      ['KWD 1.5', 1_500, 'KWD'],
      ['48.500 ₫', 48_500, 'VND'],
    ]);
  });

  it('takes the amount before its converted copy', () => {
    expectRows([['GBP 1,000.00 (USD 1,600.00)', 100_000, 'GBP']]);
    expect(reason('GBP 1,000.00 (GBP 1,600.00)')).toBe('unreadable');
    expect(reason('1,000.00 (1,600.00)')).toBe('unreadable');
  });
});

describe('symbols that currencies share', () => {
  it.each(['$5', 'kr 5', '¥5', 'Rs. 5', 'C$5', '5 lei'])(
    'leaves the currency of %s open and keeps the symbol',
    (text) => {
      const parsed = parseMoney(text, page());
      expect(parsed.ok && parsed.value.currency).toBe(null);
      expect(parsed.ok && parsed.value.symbol).toBe(text.replace(/[5 ]/g, ''));
    },
  );

  it('does not take the locale for proof of a currency', () => {
    expectRows([['$48,500.00', 4_850_000, null]], { locale: 'en-US' });
    expectRows([['500 kr', 50_000, null]], { locale: 'sv-SE' });
    expectRows([['48,500.00', 4_850_000, null]], { locale: 'en-US' });
  });

  it('is settled by the currency known for the page, if the symbol can mean it', () => {
    expectRows(
      [
        ['$5', 500, 'CAD'],
        ['5.00', 500, 'CAD'],
        ['€5', 500, 'EUR'],
        ['kr 5', 500, null],
      ],
      { currency: 'CAD' },
    );
    expectRows([['kr 5', 500, 'SEK']], { currency: 'SEK' });
    expectRows([['¥48,500', 48_500, 'JPY']], { currency: 'JPY' });
    expectRows([['£5', 500, 'EGP']], { currency: 'EGP' });
    expectRows([['C$5', 500, 'NIO']], { currency: 'NIO' });
  });

  it('refuses marks that contradict each other', () => {
    for (const text of ['€5 USD', '£5 €', 'USD 5 EUR']) expect(reason(text)).toBe('unreadable');
  });
});

describe('one separator before three digits', () => {
  it('is ambiguous while the locale is unknown', () => {
    for (const text of ['48,500', '1.234', '$48,500', '48.500 €', '¥48,500']) expect(reason(text)).toBe('ambiguous');
    for (const locale of ['xx', 'x', 'not a locale', '']) expect(reason('48,500', { locale })).toBe('ambiguous');
  });

  it('is decided by the locale', () => {
    expectRows([['48,500', 4_850_000, null]], { locale: 'en-US' });
    expectRows([['48,500', 4_850_000, null]], { locale: 'en_GB' });
    expectRows(
      [
        ['48.500', 4_850_000, null],
        ['48.500 €', 4_850_000, 'EUR'],
      ],
      { locale: 'de-DE' },
    );
    expectRows([['1.234', 123_400, null]], { locale: 'pt-BR' });
    expectRows([['KWD 1.234', 1_234, 'KWD']], { locale: 'en-US' });
  });

  it('stays ambiguous where the locale would give a currency more decimals than it has', () => {
    expect(reason('48,500 €', { locale: 'de-DE' })).toBe('ambiguous');
    expect(reason('$48.500', { locale: 'en-US' })).toBe('ambiguous');
    expect(reason('48.500 €', { locale: 'fr-FR' })).toBe('ambiguous');
  });

  it('is a decimal one where it cannot group', () => {
    expectRows([
      ['1234.567', 123_457, null],
      ['0.500', 50, null],
      ["1'234.567", 123_457, null],
    ]);
  });
});

describe('what is no amount', () => {
  it.each([
    '$5 to $10',
    '5-10',
    '2026-09-30',
    '1.2.3',
    '1,23,4',
    '1,234,56',
    '1 23',
    '1,234.567,89',
    '--5',
    '(5',
    '5)',
    '$.50',
    '60 %',
    'about 5',
    '5 apples',
    '500 tkr',
    'constructor 5',
    '5 __proto__',
    '€',
    'Northwind',
    '<img src=x onerror=alert(1)>',
    '90,071,992,547,409.93',
    '99999999999999999999999999',
    '1e5',
    'NaN',
    '48,5…',
  ])('refuses %s', (text) => expect(reason(text)).toBe('unreadable'));

  it('tells an empty field from an unreadable one', () => {
    for (const text of ['', '--', '\u2014', '\u200B \u00A0', 'n/a']) expect(reason(text)).toBe('empty');
  });

  it('reads the largest amount that can be counted exactly', () => {
    expectRows([['90,071,992,547,409.91', Number.MAX_SAFE_INTEGER, null]]);
  });
});
