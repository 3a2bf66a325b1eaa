import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvRows } from '../../lib/import/csv-rows.ts';
import { DELIMITERS, lineFormOf } from '../../lib/import/delimiter.ts';
import { IMPORT_LIMITS } from '../../lib/import/limits.ts';
import { openTable } from '../../lib/import/open-table.ts';
import type { TableRow } from '../../lib/import/table.ts';
import { encode } from './encode.ts';
import { allOf, inspected, textFile } from './found.ts';

async function rowsOf(
  blob: Blob,
  encoding = 'utf-8',
  form = { delimiter: ',', newline: '\n' as const },
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of csvRows(blob, encoding, form)) rows.push(...batch.rows);
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZé0 9.,;|\t"\'-=/ß€'), maxLength: 12 }),
  fc.constantFrom('', 'Deal Name', '1.234,50', 'two\nlines', 'a "quoted" one', '03/09/2026'),
);

test('property: any table in any delimiter, line ending and encoding is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom('\n', '\r\n' as const),
      fc.constantFrom('utf-8', 'utf-16le', 'windows-1252' as const),
      fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 }),
      async (delimiter, newline, encoding, body) => {
        const rows = [
          ['Deal Name', 'Amount', 'Close Date', 'Stage'],
          ...body.map((row) => row.map((each) => each.replace(/\n/g, newline))),
        ];
        const text = Papa.unparse(rows, { delimiter, newline });
        const blob = new Blob([encode(text, encoding) as Uint8Array<ArrayBuffer>]);
        const table = await openTable(blob, encoding === 'windows-1252' ? { encoding } : {});
        expect(lineFormOf(text)).toEqual({ delimiter, newline });
        const read: TableRow[] = [];
        for await (const batch of table.rows()) read.push(...batch.rows);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        expect(read.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
      },
    ),
    { numRuns: 150 },
  );
});

test('rows that fall on the seam of two pieces of the file are whole', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`Ürsprung ${at}`, `"${at}", said`, 'x\ny']);
  const read = await rowsOf(textFile(Papa.unparse(rows, { newline: '\n' })));
  expect(read.map(({ cells }) => cells)).toEqual(rows);
});

describe('hostile files', () => {
  test('a quote that is never closed costs its own line', async () => {
    const read = await rowsOf(textFile('a,b\n1,2\n"3,4\n5,6\n7,8\n'));
    expect(read).toEqual([
      { row: 1, cells: ['a', 'b'], broken: null },
      { row: 2, cells: ['1', '2'], broken: null },
      { row: 3, cells: [], broken: 'unreadable' },
      { row: 4, cells: ['5', '6'], broken: null },
      { row: 5, cells: ['7', '8'], broken: null },
      { row: 6, cells: [''], broken: null },
    ]);
  });

  test('the same, far from the end of a large file', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => (at === 10 ? '"open,1' : `row ${at},${at}`));
    const read = await rowsOf(textFile(`${lines.join('\n')}\n`));
    expect(read.filter(({ broken }) => broken !== null)).toEqual([{ row: 11, cells: [], broken: 'unreadable' }]);
    expect(read.find(({ row }) => row === 12)?.cells).toEqual(['row 11', '11']);
    expect(read.find(({ row }) => row === 60_000)?.cells).toEqual(['row 59999', '59999']);
  });

  test('a row of ten megabytes is refused, and what stands around it is kept', async () => {
    const { refused, deals } = await allOf(
      await inspected(textFile(`Deal Name,Amount\nFirst,1\n${'x'.repeat(10_000_000)},2\nLast,3\n`)),
    );
    expect(refused).toEqual([{ row: 3, reason: 'too-long' }]);
    expect(deals.map(({ row }) => row)).toEqual([2, 4]);
  });

  test('a file above the limit is refused before it is read', async () => {
    const huge = { size: 1_000_000_000, slice: () => new Blob(['Deal Name,Amount\n']) } as unknown as Blob;
    expect(IMPORT_LIMITS.csvBytes).toBeLessThan(huge.size);
    await expect(inspected(huge)).rejects.toThrow('This file has 1,000 MB; Sideline reads up to 500 MB.');
  });

  test.each([
    [
      'five thousand columns',
      `${Array.from({ length: 5_000 }, (_, at) => `c${at}`).join(',')}\n${'1,'.repeat(4_999)}1\n`,
      '5,000 columns',
    ],
    ['no rows', 'Deal Name,Amount\n', 'no rows'],
    ['blank lines alone', '\n\n\n', 'no row that could name'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', 'PDF'],
  ])('%s', async (_, text, sentence) => {
    await expect(inspected(textFile(text))).rejects.toThrow(sentence);
  });

  test('formulas are text, a header may stand twice, and a row with a cell too many is refused', async () => {
    const { deals, refused, portions } = await allOf(
      await inspected(
        textFile('Deal Name,Amount,Amount,Owner\n=HYPERLINK("x"),5,7,@SUM(1)\nPlain,5,7,Ida\nShifted,one,5,7,Ida\n'),
      ),
    );
    expect(deals[0]?.fields).toMatchObject({ name: { value: '=HYPERLINK("x")' }, owner: { value: '@SUM(1)' } });
    expect(deals[1]?.fields).toMatchObject({ amount: { value: { minor: 500 } } });
    expect(refused).toEqual([{ row: 4, reason: 'unreadable' }]);
    expect(portions).toHaveLength(1);
  });
});
