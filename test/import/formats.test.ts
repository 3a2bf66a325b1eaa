import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { allOf, inspected, planFor, textFile, valuesOf } from './found.ts';

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pt-BR', 'nl-NL', 'it-IT'] as const;
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY'] as const;

const daysIn2027 = fc
  .integer({ min: 0, max: 364 })
  .map((at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10));

test('property: amounts and dates as any of these locales print them are read back, once the file shows which it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LOCALES),
      fc.constantFrom(...CURRENCIES),
      fc.constantFrom(',', ';', '\t' as const),
      fc.array(fc.tuple(fc.integer({ min: 100, max: 900_000_000 }), daysIn2027), { minLength: 1, maxLength: 12 }),
      async (locale, currency, delimiter, deals) => {
        const digits = currency === 'JPY' ? 0 : 2;
        const figure = new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: true,
        });
        const date = new Intl.DateTimeFormat(locale, {
          day: '2-digit',
          month: '2-digit',
          year: 'numeric',
          timeZone: 'UTC',
        });
        // One day that is plain in any order, and one amount with its decimals.
        const all = [...deals, [123_456_789, '2027-12-25'] as const];
        const rows = all.map(([minor, day], at) => [
          `Deal ${at}`,
          figure.format(minor / 10 ** digits),
          currency,
          date.format(Date.parse(day)),
        ]);
        const csv = Papa.unparse([['Deal Name', 'Amount', 'Currency', 'Close Date'], ...rows], { delimiter });
        const read = await allOf(await inspected(textFile(csv)));
        expect(read.refused).toEqual([]);
        expect(read.deals.map(({ fields }) => [valuesOf(fields).amount, valuesOf(fields).closeDate])).toEqual(
          all.map(([minor, day]) => [{ minor, currency, halfStep: 0 }, day]),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('property: dates with their month in words are read in the language of the headers', async () => {
  const headers: Record<string, string[]> = {
    en: ['Deal Name', 'Amount', 'Close Date'],
    de: ['Name der Opportunity', 'Betrag', 'Schlusstermin'],
    fr: ['Nom de la transaction', 'Montant', 'Date de clôture'],
    es: ['Nombre del negocio', 'Importe', 'Fecha de cierre'],
    pt: ['Nome do negócio', 'Quantia', 'Data de fechamento'],
    nl: ['Naam van deal', 'Bedrag', 'Sluitingsdatum'],
    it: ['Nome opportunità', 'Importo', 'Data di chiusura'],
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(headers)),
      fc.constantFrom('long', 'medium' as const),
      daysIn2027,
      async (language, dateStyle, day) => {
        const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(Date.parse(day));
        const csv = Papa.unparse([headers[language] ?? [], ['One', '12', text]]);
        const opened = await inspected(textFile(csv));
        expect(opened.found.language).toBe(language);
        const { deals } = await allOf(opened);
        // Some medium styles are numbers alone, which leave the order open.
        const expected = /\p{L}/u.test(text) ? day : expect.stringMatching(/^(\(ambiguous\)|\d{4}-\d\d-\d\d)$/);
        expect(valuesOf(deals[0]?.fields ?? {}).closeDate, text).toEqual(expected);
      },
    ),
    { numRuns: 80 },
  );
});

test('dates that could be two days stay in doubt, alone, until the order is said', async () => {
  const csv = 'Deal Name,Amount,Close Date\nOne,"1,500.00",03/09/2026\nTwo,"2,000.00",04/05/2026\n';
  const opened = await inspected(textFile(csv));
  expect(opened.found.columns[2]).toMatchObject({ openDates: 2, format: { dateOrder: null } });
  const { deals, refused } = await allOf(opened);
  expect(refused).toEqual([]);
  expect(deals.map(({ fields }) => valuesOf(fields))).toMatchObject([
    { name: 'One', closeDate: '(ambiguous)', amount: { minor: 150_000 } },
    { name: 'Two', closeDate: '(ambiguous)' },
  ]);
  const columns = opened.plan.columns.map((column, at) =>
    at === 2 ? { ...column, format: { ...column.format, dateOrder: 'dmy' as const } } : column,
  );
  const said = await allOf({ ...opened, plan: { ...opened.plan, columns } });
  expect(said.deals.map(({ fields }) => valuesOf(fields).closeDate)).toEqual(['2026-09-03', '2026-05-04']);
});

test('one plain date settles its column, two that contradict each other settle nothing', async () => {
  const read = async (...dates: string[]) => {
    const rows = dates.map((date, at) => `Deal ${at},${date},x`);
    const { deals } = await allOf(await inspected(textFile(`Deal Name,Close Date,Stage\n${rows.join('\n')}\n`)));
    return deals.map(({ fields }) => valuesOf(fields).closeDate);
  };
  expect(await read('03/09/2026', '25/12/2026')).toEqual(['2026-09-03', '2026-12-25']);
  expect(await read('03/09/2026', '12/25/2026')).toEqual(['2026-03-09', '2026-12-25']);
  expect(await read('03/09/2026', '12/25/2026', '25/12/2026')).toEqual(['(ambiguous)', '2026-12-25', '2026-12-25']);
  expect(await read('03.09.2026', '2026-09-04', '07/07/2026')).toEqual(['2026-09-03', '2026-09-04', '2026-07-07']);
});

test('a figure that could be a thousand or three decimals is left out, and decimals elsewhere in the file settle it', async () => {
  const read = async (...amounts: string[]) => {
    const rows = amounts.map((amount, at) => `Deal ${at};${amount};x`);
    const { deals } = await allOf(await inspected(textFile(`Deal Name;Amount;Stage\n${rows.join('\n')}\n`)));
    return deals.map(({ fields }) => (valuesOf(fields).amount as { minor?: number }).minor ?? valuesOf(fields).amount);
  };
  expect(await read('1.234')).toEqual(['(ambiguous)']);
  expect(await read('1.234', '2,50')).toEqual([123_400, 250]);
  expect(await read('1,234', '2.50')).toEqual([123_400, 250]);
  expect(await read('1.234.567', '1.234')).toEqual([123_456_700, 123_400]);
  expect(await read('CHF 1’234.50', '(500.00)', '48.5k')).toEqual([123_450, -50_000, 4_850_000]);
});

test('a probability is a fraction or a percentage by what its whole column holds', async () => {
  const read = async (...shares: string[]) => {
    const rows = shares.map((share, at) => `Deal ${at},${share},x`);
    const { deals } = await allOf(await inspected(textFile(`Deal Name,Probability,Stage\n${rows.join('\n')}\n`)));
    return deals.map(({ fields }) => valuesOf(fields).probability);
  };
  expect(await read('0.6', '1', '0')).toEqual([60, 100, 0]);
  expect(await read('60', '1', '0')).toEqual([60, 1, 0]);
  expect(await read('1')).toEqual(['(ambiguous)']);
  expect(await read('60%', '0.5 %')).toEqual([60, 0.5]);
  expect(await read('160', '20')).toEqual(['(unreadable)', 20]);
});

test('a moment is read with its time in the plan’s time zone, with the offset that it names, or as a serial', async () => {
  const { readMoment } = await import('../../lib/import/read-date.ts');
  const { found } = await inspected(textFile('Deal Name,Amount\nA,1\n'));
  const plan = planFor(found, 'x.csv');
  const format = { decimal: null, dateOrder: 'mdy', share: null } as const;
  const read = (cell: string | number) => {
    const said = readMoment(cell, format, plan);
    return said.ok ? new Date(said.value).toISOString() : said.reason;
  };
  expect(read('9/1/2026 4:40 PM')).toBe('2026-09-01T14:40:00.000Z');
  expect(read('12/1/2026 12:05 AM')).toBe('2026-11-30T23:05:00.000Z');
  expect(read('2026-09-01T16:40:00+0530')).toBe('2026-09-01T11:10:00.000Z');
  expect(read('2026-09-01 16:40:00')).toBe('2026-09-01T14:40:00.000Z');
  expect(read('1788273600000')).toBe('2026-09-01T14:40:00.000Z');
  expect(read('9/1/2026')).toBe('2026-08-31T22:00:00.000Z');
  expect(read(46_266.5)).toBe('2026-09-01T10:00:00.000Z');
  expect(read('soon')).toBe('unreadable');
});
