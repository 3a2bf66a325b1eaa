import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Cell, DocumentTable } from '../../../lib/snapshot/document.ts';
import { csvArchive, csvOf } from '../../../lib/snapshot/write/csv.ts';
import { inertText, isLikeFormula } from '../../../lib/snapshot/write/inert-text.ts';
import { hostileCell, hostileDocument, hostileText } from './hostile-cells.ts';
import { askPython, findPython } from './other-tools.ts';
import { cash, count, dealsTable, link, sampleDocument, text } from './sample-document.ts';

const python = findPython('csv');
const READ = `
import csv, io, json, sys
csv.field_size_limit(1 << 30)
files = json.load(sys.stdin)
print(json.dumps([list(csv.reader(io.StringIO(file[1:], newline=''), strict=True)) for file in files]))
`;

const tableOf = (rows: Cell[][], kinds: DocumentTable['columns'][number]['kind'][]): DocumentTable => ({
  ...{ id: 'one', title: 'One', note: '', rows },
  columns: kinds.map((kind, at) => ({ title: `Column ${at}`, kind })),
});
const lines = (csv: string) => csv.slice(1).split('\r\n');

describe('a table as CSV', () => {
  it('has money with its currency beside it, in plain decimals with the digits that the currency has', () => {
    const table = tableOf(
      [[cash(1_234.5)], [cash(-1_234.5)], [cash(9_000, 'JPY')], [cash(0.125, 'KWD')], [null]],
      ['money'],
    );
    expect(lines(csvOf(table))).toEqual([
      'Column 0,Column 0 currency',
      '1234.50,USD',
      '-1234.50,USD',
      '9000,JPY',
      '0.125,KWD',
      ',',
      '',
    ]);
  });

  it('has a link with its address, days and moments as ISO, and figures as figures', () => {
    const row: Cell[] = [
      link('Quay 9', 'https://crm.example/9'),
      { kind: 'day', day: '2026-11-20' },
      { kind: 'instant', at: Date.UTC(2026, 10, 20, 17, 4) },
      count(-3),
      { kind: 'share', value: 0.375 },
    ];
    expect(lines(csvOf(tableOf([row], ['link', 'day', 'instant', 'count', 'share'])))[1]).toBe(
      'Quay 9,https://crm.example/9,2026-11-20,2026-11-20T17:04:00.000Z,-3,0.375',
    );
  });

  it('begins with the mark that Excel knows UTF-8 by', () => {
    expect(csvOf(dealsTable(1)).charCodeAt(0)).toBe(0xfeff);
  });
});

describe('text in a table', () => {
  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '−'])('that begins with %j is inert', (sign) => {
    for (const before of ['', ' ', '\u00a0', '\u200b', '"', ' "', '\t', '\r', '\n ']) {
      expect(inertText(`${before}${sign}1+1`)).toMatch(/^'/);
    }
  });

  it('that begins with a tab or a line break is inert', () => {
    for (const said of ['\ta', '\ra', '\na']) expect(inertText(said)).toBe(`'${said}`);
  });

  it('is inert where a reader parts cells at a semicolon or knows no quotes', () => {
    expect(inertText('a;=1+1')).toBe("a;'=1+1");
    expect(inertText('a\n =1+1')).toBe("a\n '=1+1");
  });

  it('stays as it is where nothing in it could be a formula', () => {
    for (const plain of ['Kestrel – cold store', '1 = 1', 'a-b', 'me@here.example', 'Ana, -5 %', "it's"]) {
      expect(inertText(plain)).toBe(plain);
    }
  });

  it('is never a formula, whatever it is and wherever a reader parts it', () => {
    fc.assert(
      fc.property(hostileText, (said) => {
        const inert = inertText(said);
        expect(isLikeFormula(inert)).toBe(false);
        for (const part of inert.split(/[;\t\r\n]/))
          expect(/^[\s\p{Cc}\p{Cf}"`]*[=+\-@＝＋－＠]/u.test(part)).toBe(false);
        expect(inert.replaceAll("'", '')).toBe(said.replaceAll("'", ''));
      }),
    );
  });
});

describe.skipIf(!python)("read back by Python's csv", () => {
  const read = (csvs: string[]) => askPython(python ?? '', READ, [], JSON.stringify(csvs)) as string[][][];

  it('every figure is the one of the table', () => {
    const table = dealsTable(500);
    const [rows = []] = read([csvOf(table)]);
    expect(rows).toHaveLength(501);
    for (const [at, row] of table.rows.entries()) {
      const said = rows[at + 1] ?? [];
      const amount = row[3];
      const digits =
        amount?.kind === 'money' ? { USD: 100, EUR: 100, JPY: 1, KWD: 1_000 }[amount.money.currency ?? ''] : 1;
      expect(said[4] === '' ? null : Math.round(Number(said[4]) * (digits ?? 1))).toBe(
        amount?.kind === 'money' ? amount.money.minor : null,
      );
      expect(said[5]).toBe(amount?.kind === 'money' ? amount.money.currency : '');
      expect(said[6]).toBe(row[4]?.kind === 'day' ? row[4].day : '');
      expect([said[7], said[8], said[9]].map(Number)).toEqual(
        row.slice(5, 8).map((cell) => (cell && 'value' in cell ? cell.value : null)),
      );
      expect(Date.parse(said[10] ?? '')).toBe(row[8]?.kind === 'instant' ? row[8].at : null);
    }
  });

  it('hostile cells stay in their cells', () => {
    const tables = fc.sample(
      fc
        .array(fc.tuple(hostileCell, hostileCell), { minLength: 1, maxLength: 6 })
        .map((rows) => tableOf(rows, ['text', 'text'])),
      60,
    );
    const whole = tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? text(cell.text.toWellFormed()) : null))),
    }));
    const files = read(whole.map(csvOf));
    for (const [at, { rows }] of whole.entries()) {
      expect(files[at]?.slice(1)).toEqual(
        rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? inertText(cell.text) : ''))),
      );
    }
  });
});

describe('the archive', () => {
  it('holds the owner’s sheet, every table and what each rests on', async () => {
    const archive = await csvArchive(sampleDocument());
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      ...['about.csv', 'sheet.csv', 'moves.csv', 'people.csv', 'decides.csv', 'deals.csv', 'promises.csv'],
    ]);
    expect(strFromU8(files['about.csv'] ?? new Uint8Array())).toContain('58 of 64 deals seen this week');
    expect(strFromU8(files['sheet.csv'] ?? new Uint8Array())).toContain(
      'Since last Friday,bridge,Put off,-118750.50,USD',
    );
  });

  it('can be made of any document, each file under a name of its own', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDocument, async (document) => {
        const files = unzipSync(new Uint8Array(await (await csvArchive(document)).arrayBuffer()));
        const onSheet = document.sheet.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
        expect(Object.keys(files)).toHaveLength(2 + onSheet.length + document.tables.length);
        for (const name of Object.keys(files)) expect(name).toMatch(/^[\p{L}\p{N}-]+\.csv$/u);
      }),
      { numRuns: 30 },
    );
  });

  it('tells how far it is and stops when it is told to', async () => {
    const shares: number[] = [];
    const stop = new AbortController();
    const run = csvArchive(sampleDocument(5_000), {
      signal: stop.signal,
      told: (share) => {
        shares.push(share);
        if (share > 0.4) stop.abort();
      },
    });
    await expect(run).rejects.toThrow('abort');
    expect(shares.at(-1)).toBeLessThan(0.9);
  });

  it('is the same for the same document', async () => {
    const bytes = async () => Buffer.from(await (await csvArchive(sampleDocument())).arrayBuffer()).toString('base64');
    expect(await bytes()).toBe(await bytes());
  });
});
