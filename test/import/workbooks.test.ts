import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { allOf, inspected, valuesOf } from './found.ts';
import { makeWorkbook, type SheetCell } from './make-workbook.ts';

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

const HEADER = ['Deal Name', 'Amount', 'Close Date', 'Stage'];
const ROWS: SheetCell[][] = [
  ['Amber pier', 1234.567, day('2026-10-16'), 'Offer'],
  ['Birch hall', 1_500_000, day('2026-12-01'), 'Talk'],
];

test('the sheet with the most rows is read, any other can be chosen; figures and dates need no locale', async () => {
  const book = blobOf(
    await makeWorkbook({ Notes: [['Only a note']], Deals: [HEADER, ...ROWS], Old: [HEADER, ['Cedar', 5, null, '']] }),
  );
  const first = await inspected(book, 'deals.xlsx');
  expect(first.found).toMatchObject({ format: 'xlsx', sheets: ['Notes', 'Deals', 'Old'], sheet: 'Deals', rows: 2 });
  const { deals } = await allOf(first);
  expect(valuesOf(deals[0]?.fields ?? {})).toEqual({
    name: 'Amber pier',
    amount: { minor: 123_457, currency: null, halfStep: 0 },
    closeDate: '2026-10-16',
    stage: { id: null, label: 'Offer', order: null },
  });
  const old = await allOf(await inspected(book, 'deals.xlsx', { sheet: 'Old' }));
  expect(old.deals.map(({ fields }) => valuesOf(fields).name)).toEqual(['Cedar']);
});

test('title lines, blank rows and cells of merged titles do not hide the header; serials without a format are days', async () => {
  const rows: SheetCell[][] = [
    ['Open pipeline', null, null, null],
    [],
    ['As of 14 September 2026'],
    [],
    HEADER,
    ['Amber pier', 10, 46_311, 'Offer'],
    [null, null, null, null],
    ['Birch hall', 20, 46_312.75, 'Talk'],
    ['Total', 30, null, null],
  ];
  const book = await inspected(blobOf(await makeWorkbook({ Report: rows })), 'report.xlsx');
  expect(book.found).toMatchObject({ headerRow: 5, rows: 2, leftOut: { titles: 2, totals: 1 } });
  const { deals } = await allOf(book);
  expect(deals.map(({ row, fields }) => [row, valuesOf(fields).closeDate])).toEqual([
    [6, '2026-10-16'],
    [8, '2026-10-17'],
  ]);
});

describe('hostile workbooks', () => {
  const parts = async () => unzipSync(await makeWorkbook({ Deals: [HEADER, ...ROWS] }));
  const sheetOf = (files: Record<string, Uint8Array>) =>
    Object.keys(files).find((path) => path.startsWith('xl/worksheets/')) ?? '';

  /** The same archive, saying other unpacked sizes in its directory and its headers. */
  const saying = (bytes: Uint8Array, size: number) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 46; at++) {
      const mark = view.getUint32(at, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
    }
    return bytes;
  };

  test('what would unpack to more than is held is refused before it is unpacked', async () => {
    const bomb = saying(zipSync(await parts()), 300_000_000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(inspected(blobOf(bomb))).rejects.toThrow('would unpack to more than 250 MB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  test('an archive whose directory lies of its sizes gets no more room than it said', async () => {
    const files = await parts();
    const bytes = saying(zipSync({ ...files, [sheetOf(files)]: new Uint8Array(5_000_000) }), 1_000);
    await expect(inspected(blobOf(bytes))).rejects.toThrow('Nothing was stored.');
  });

  test('two cells at the far ends do not make all cells between them', async () => {
    const files = await parts();
    const sheet = new TextDecoder().decode(files[sheetOf(files)]);
    const far = sheet.replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>',
    );
    expect(far).not.toBe(sheet);
    const book = zipSync({ ...files, [sheetOf(files)]: new TextEncoder().encode(far) });
    await expect(inspected(blobOf(book))).rejects.toThrow('1,048,576 rows and 16,384 columns');
  });

  test.each([
    ['another archive', () => zipSync({ 'note.txt': new Uint8Array([1, 2, 3]) })],
    ['a broken one', () => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8])],
  ])('%s is refused in a sentence', async (_, make) => {
    await expect(inspected(blobOf(make()))).rejects.toThrow('cannot be opened');
  });
});
