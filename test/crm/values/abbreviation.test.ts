import { describe, expect, it } from 'vitest';
import { expectRows, reason } from './money-rows.ts';

describe('shortened amounts', () => {
  it('carry half of the last digit that was shown', () => {
    expectRows([
      ['310k', 31_000_000, null, 50_000],
      ['48.5k', 4_850_000, null, 5_000],
      ['1\u202F283k', 128_300_000, null, 50_000],
      ['$1.2M', 120_000_000, null, 5_000_000],
      ['€48 K', 4_800_000, 'EUR', 50_000],
      ['48 k€', 4_800_000, 'EUR', 50_000],
      ['1,2 Mio. €', 120_000_000, 'EUR', 5_000_000],
      ['2 Mrd.', 200_000_000_000, null, 50_000_000_000],
      ['₹1.2 Cr', 1_200_000_000, 'INR', 50_000_000],
      ['₹3 L', 30_000_000, 'INR', 5_000_000],
      ['31万', 31_000_000, null, 500_000],
      ['1.2億円', 120_000_000, 'JPY', 5_000_000],
      ['3.5억 원', 350_000_000, 'KRW', 5_000_000],
      ['-310k', -31_000_000, null, 50_000],
      ['(310k)', -31_000_000, null, 50_000],
      ['1.2345k', 123_450, null, 5],
    ]);
  });

  it('follow the language of the page', () => {
    expectRows(
      [
        ['3 L', 30_000_000, null, 5_000_000],
        ['1.2 Cr', 1_200_000_000, null, 50_000_000],
      ],
      { locale: 'en-IN' },
    );
    expectRows([['49 t. €', 4_900_000, 'EUR', 50_000]], { locale: 'fi-FI' });
    expectRows([['49 mil €', 4_900_000, 'EUR', 50_000]], { locale: 'es-ES' });
    expectRows([['49 mil. Kč', 4_900_000_000, 'CZK', 50_000_000]], { locale: 'cs-CZ' });
    expectRows(
      [
        ['£2.5bn', 250_000_000_000, 'GBP', 5_000_000_000],
        ['2.5B', 250_000_000_000, null, 5_000_000_000],
      ],
      {
        locale: 'en-GB',
      },
    );
    expectRows([['1,234 Mio. €', 123_400_000, 'EUR', 50_000]], { locale: 'de-DE' });
  });

  it('are ambiguous where a word hangs on a language that is unknown, or means two things in it', () => {
    expect(reason('2.5B')).toBe('ambiguous');
    expect(reason('49 mil')).toBe('ambiguous');
    expect(reason('Rp 2,5 M')).toBe('ambiguous');
    expect(reason('Rp 2,5 M', { locale: 'id-ID' })).toBe('ambiguous');
    expect(reason('4,9 B ₺', { locale: 'tr-TR' })).toBe('ambiguous');
    expect(reason('1.283k')).toBe('ambiguous');
    expect(reason('500 K', { currency: 'MMK' })).toBe('ambiguous');
  });
});
