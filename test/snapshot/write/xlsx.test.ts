import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { minorDigits } from '../../../lib/deal/money.ts';
import { readWorkbook } from '../../../lib/import/xlsx-rows.ts';
import type { Cell, SnapshotDocument } from '../../../lib/snapshot/document.ts';
import { sheetNames } from '../../../lib/snapshot/write/xlsx/sheet-names.ts';
import { wallClock } from '../../../lib/snapshot/write/xlsx/wall-clock.ts';
import { xlsxOf } from '../../../lib/snapshot/write/xlsx.ts';
import { hostileDocument, hostileText } from './hostile-cells.ts';
import { askPython, findPython } from './other-tools.ts';
import { cash, count, dealsTable, link, sampleDocument, text } from './sample-document.ts';

const python = findPython('openpyxl');
const folder = mkdtempSync(join(tmpdir(), 'sideline-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const READ = `
import json, sys, datetime, openpyxl
def plain(value):
    return value.isoformat() if isinstance(value, (datetime.datetime, datetime.date)) else value
def sheet(one):
    return {
        'name': one.title, 'frozen': one.freeze_panes, 'widths': len(one.column_dimensions),
        'rows': [[[plain(c.value), c.data_type, c.number_format, c.hyperlink.target if c.hyperlink else None] for c in row] for row in one.iter_rows()],
    }
print(json.dumps([[sheet(one) for one in openpyxl.load_workbook(path).worksheets] for path in sys.argv[1:]]))
`;

type ReadCell = [value: unknown, type: string, format: string, link: string | null];
type ReadSheet = { name: string; frozen: string | null; widths: number; rows: ReadCell[][] };

async function readByPython(documents: readonly SnapshotDocument[]): Promise<ReadSheet[][]> {
  const paths = await Promise.all(
    documents.map(async (document, at) => {
      const path = join(folder, `${at}.xlsx`);
      writeFileSync(path, Buffer.from(await (await xlsxOf(document)).arrayBuffer()));
      return path;
    }),
  );
  return askPython(python ?? '', READ, paths) as ReadSheet[][];
}

const documentOf = (rows: Cell[][], kinds: ('text' | 'link' | 'money')[]): SnapshotDocument => ({
  ...{ title: 'One', footer: [], sheet: [], locale: 'en-US', timeZone: 'UTC' },
  tables: [
    { id: 'one', title: 'One', note: '', rows, columns: kinds.map((kind, at) => ({ title: `Column ${at}`, kind })) },
  ],
});

/** What XML leaves of a text. */
const kept = (said: string) =>
  said
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufffe\uffff]|[^\P{Cc}\t\n]/gu, '')
    .toWellFormed();

describe.skipIf(!python)('a workbook read back by openpyxl', () => {
  it('has the owner’s sheet first, one sheet per part, heads that stay in sight and widths', async () => {
    const [sheets = []] = await readByPython([sampleDocument()]);
    expect(sheets.map(({ name, frozen }) => [name, frozen])).toEqual([
      ["Owner's sheet", 'A2'],
      ['All open deals', 'A2'],
      ['Promises', 'A2'],
    ]);
    for (const { widths } of sheets) expect(widths).toBeGreaterThan(3);
    const said = sheets[0]?.rows.flat().map(([value]) => value);
    expect(said).toContain('Q4 call $540,000 of $600,000: $60,000 short. Last week’s call was $565,000.');
    expect(said).toContain(-118_750.5);
    expect(said).toContain('58 of 64 deals seen this week; amounts in their own currencies.');
  });

  it('has every figure of the document, typed, with its currency’s own format', async () => {
    const document = sampleDocument(500);
    const [sheets = []] = await readByPython([document]);
    const rows = sheets[1]?.rows ?? [];
    expect(rows).toHaveLength(501);
    for (const [at, row] of dealsTable(500).rows.entries()) {
      const [deal, owner, , amount, currency, close, days, put, share, seen, step] = rows[at + 1] ?? [];
      const [link, person, , money, on, inStage, times, part, moment, next] = row;
      expect(deal?.slice(0, 2)).toEqual([link?.kind === 'link' ? link.text : '', 's']);
      expect(deal?.[3]).toBe(link?.kind === 'link' ? link.url : '');
      expect(owner?.[0]).toBe(person?.kind === 'text' ? person.text : '');
      if (money?.kind === 'money') {
        const digits = minorDigits(money.money.currency);
        expect(Math.round(Number(amount?.[0]) * 10 ** digits)).toBe(money.money.minor);
        expect(amount?.[1]).toBe('n');
        expect(amount?.[2]).toContain(`[$${money.money.currency}]`);
        expect(amount?.[2]).toContain(digits === 0 ? '#,##0;' : `#,##0.${'0'.repeat(digits)};`);
        expect(currency?.[0]).toBe(money.money.currency);
      } else expect([amount?.[0], currency?.[0]]).toEqual([null, null]);
      expect(close?.[0] ?? null).toBe(on?.kind === 'day' ? `${on.day}T00:00:00` : null);
      expect(on === null || close?.[1] === 'd').toBe(true);
      const values = [inStage, times, part].map((cell) => (cell && 'value' in cell ? cell.value : null));
      expect([days?.[0], put?.[0], share?.[0]]).toEqual(values);
      const wall = moment?.kind === 'instant' ? new Date(wallClock(moment.at, document.timeZone)) : null;
      expect(seen?.[0]).toBe(wall?.toISOString().slice(0, 19));
      expect(step?.[0] ?? '').toBe(next?.kind === 'text' ? next.text : '');
    }
  });

  it('keeps a currency to one column where there is but one', async () => {
    const [sheets = []] = await readByPython([documentOf([[cash(1)], [null], [cash(2)]], ['money'])]);
    expect(sheets[1]?.rows.map((row) => row.map(([value]) => value))).toEqual([['Column 0'], [1], [null], [2]]);
    const [several = []] = await readByPython([documentOf([[cash(1)], [null], [cash(2, 'EUR')]], ['money'])]);
    expect(several[1]?.rows.map((row) => row.map(([value]) => value))[3]).toEqual([2, 'EUR']);
  });

  it('holds hostile text as text, and no link but to the web', async () => {
    const documents = fc.sample(
      fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 8 }).map((rows) =>
        documentOf(
          rows.map(([one, url]) => [text(one), link('there', url)]),
          ['text', 'link'],
        ),
      ),
      40,
    );
    const files = await readByPython(documents);
    for (const [at, document] of documents.entries()) {
      for (const [row, cells] of (document.tables[0]?.rows ?? []).entries()) {
        const said = files[at]?.[1]?.rows[row + 1] ?? [];
        const wanted = cells[0]?.kind === 'text' ? kept(cells[0].text) : '';
        const value = String(said[0]?.[0] ?? '').replaceAll('_x005F_', '_');
        expect(value).toBe(wanted.length > 32_767 ? `${wanted.slice(0, 32_766)}…` : wanted);
        expect(wanted === '' || said[0]?.[1] === 's').toBe(true);
        expect(said[1]?.[3] ?? 'https://').toMatch(/^https?:\/\//i);
      }
    }
  });
});

describe('a workbook', () => {
  it('can be made of any document, and is read by what reads imports here', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDocument, async (document) => {
        const sheets = await readWorkbook(await xlsxOf(document));
        expect(sheets).toHaveLength(1 + document.tables.length);
      }),
      { numRuns: 40 },
    );
  });

  it('has no formula in it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDocument, async (document) => {
        const parts = unzipSync(new Uint8Array(await (await xlsxOf(document)).arrayBuffer()));
        for (const part of Object.values(parts)) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
      }),
      { numRuns: 20 },
    );
  });

  it('gives sheets names that Excel takes, each its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('Deals', 'DEALS', "'Deals'", 'History'))),
        (titles) => {
          const names = sheetNames(titles);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
          for (const name of names) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$/u);
          }
        },
      ),
    );
  });

  it('writes moments as clocks on the wall show them, in summer and winter', () => {
    const shown = (at: number, zone: string) => new Date(wallClock(at, zone)).toISOString().slice(0, 16);
    expect(shown(Date.UTC(2026, 6, 1, 12), 'Europe/Berlin')).toBe('2026-07-01T14:00');
    expect(shown(Date.UTC(2026, 11, 1, 12), 'Europe/Berlin')).toBe('2026-12-01T13:00');
    expect(shown(Date.UTC(2026, 11, 1, 12), 'Asia/Kathmandu')).toBe('2026-12-01T17:45');
    expect(shown(Date.UTC(2026, 9, 25, 0, 59), 'Europe/Berlin')).toBe('2026-10-25T02:59');
    expect(shown(Date.UTC(2026, 9, 25, 1, 1), 'Europe/Berlin')).toBe('2026-10-25T02:01');
  });

  it('tells how far it is, and stops inside of a sheet', async () => {
    const shares: number[] = [];
    const stop = new AbortController();
    const run = xlsxOf(sampleDocument(6_000), {
      signal: stop.signal,
      told: (share) => {
        shares.push(share);
        if (share > 0.4) stop.abort(new Error('Stopped by hand.'));
      },
    });
    await expect(run).rejects.toThrow('Stopped by hand.');
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBeLessThan(0.9);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('counts figures that are none as not known', async () => {
    const [, sheet] = await readWorkbook(await xlsxOf(documentOf([[count(Number.NaN), text('a')]], ['text', 'text'])));
    expect(sheet?.rows[1]).toEqual(['', 'a']);
  });
});
