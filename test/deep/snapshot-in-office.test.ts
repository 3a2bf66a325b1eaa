import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { minorDigits } from '../../lib/deal/money.ts';
import type { DocumentTable, SnapshotDocument } from '../../lib/snapshot/document.ts';
import { csvOf } from '../../lib/snapshot/write/csv.ts';
import { wallClock } from '../../lib/snapshot/write/xlsx/wall-clock.ts';
import { xlsxOf } from '../../lib/snapshot/write/xlsx.ts';
import { hostileText } from '../snapshot/write/hostile-cells.ts';
import { findTool } from '../snapshot/write/other-tools.ts';
import { dealsTable, sampleDocument, text } from '../snapshot/write/sample-document.ts';

const office = findTool('soffice', '--version');
const folder = mkdtempSync(join(tmpdir(), 'sideline-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** UTF-8, commas, quotes around text alone; figures as they are and not as they are shown; every sheet. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** How a CSV is opened: what parts its cells, in UTF-8, with figures and days found, and formulas worked out if they are any. */
const openedAt = (separator: number) =>
  `--infilter=Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true,false,false,false,0,true`;

type Options = { open?: string };

/** What LibreOffice makes of a file, sheet by sheet. */
function opened(name: string, bytes: Uint8Array | string, sheet: string | null, options: Options = {}): string[][] {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const { status, stderr } = spawnSync(
    'soffice',
    [
      profile,
      '--headless',
      ...(options.open ? [options.open] : []),
      '--convert-to',
      AS_CSV,
      '--outdir',
      join(folder, 'out'),
      path,
    ],
    { encoding: 'utf8', timeout: 240_000 },
  );
  expect(status, stderr).toBe(0);
  const base = name.replace(/\.[^.]+$/, '');
  return Papa.parse<string[]>(readFileSync(join(folder, 'out', `${base}-${sheet ?? base}.csv`), 'utf8'), {
    skipEmptyLines: true,
  }).data;
}

const workbook = async (document: SnapshotDocument) => new Uint8Array(await (await xlsxOf(document)).arrayBuffer());

/** `12%` or `0.12`. */
const figureOf = (said: string | undefined) => (said?.endsWith('%') ? Number.parseFloat(said) / 100 : Number(said));

const withTexts = (texts: readonly string[]): DocumentTable => ({
  ...{
    id: 'texts',
    title: 'Texts',
    note: '',
    columns: [
      { title: 'What', kind: 'text' },
      { title: 'End', kind: 'text' },
    ],
  },
  rows: texts.map((said) => [text(said), text('end')]),
});

/** Any formula here would be worked out to 579. */
const FORMULAS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '"=',
  '＝',
  '＋',
  '－',
  '＠',
  '=\u200b',
  '\u200b=',
  'x;=',
  'x\n=',
  'x;\t=',
].map((sign) => `${sign}123+456`);

describe.skipIf(!office)('LibreOffice', () => {
  it('reads every figure of a workbook as it was written', async () => {
    const document = sampleDocument(400);
    const rows = opened('deals.xlsx', await workbook(document), 'All open deals');
    expect(rows).toHaveLength(401);
    for (const [at, row] of dealsTable(400).rows.entries()) {
      const said = rows[at + 1] ?? [];
      const [, , , amount, day, days, times, share, seen] = row;
      if (amount?.kind === 'money') {
        const { minor, currency } = amount.money;
        expect(Math.round(Number(said[3]) * 10 ** minorDigits(currency))).toBe(minor);
        expect(said[4]).toBe(currency);
      } else expect([said[3], said[4]]).toEqual(['', '']);
      expect(said[5]).toBe(day?.kind === 'day' ? day.day : '');
      expect([said[6], said[7], said[8]].map(figureOf)).toEqual(
        [days, times, share].map((cell) => (cell && 'value' in cell ? cell.value : null)),
      );
      const wall = seen?.kind === 'instant' ? new Date(wallClock(seen.at, document.timeZone)).toISOString() : '';
      expect(said[9]).toBe(wall.slice(0, 19).replace('T', ' '));
    }
  });

  it('reads every figure of a CSV as it was written', () => {
    const rows = opened('deals.csv', csvOf(dealsTable(400)), null, { open: openedAt(44) });
    expect(rows).toHaveLength(401);
    for (const [at, row] of dealsTable(400).rows.entries()) {
      const amount = row[3];
      const said = rows[at + 1] ?? [];
      if (amount?.kind !== 'money') expect(said[4]).toBe('');
      else expect(Math.round(Number(said[4]) * 10 ** minorDigits(amount.money.currency))).toBe(amount.money.minor);
      expect(said[6]).toBe(row[4]?.kind === 'day' ? row[4].day : '');
    }
  });

  it('works out what is a formula, so that the rest is believed', () => {
    const rows = opened('formula.csv', '=123+456\n', null, { open: openedAt(44) });
    expect(rows).toEqual([['579']]);
  });

  it('works out nothing that hostile text says: not in a workbook, not in a CSV, not parted at semicolons', async () => {
    const texts = [...FORMULAS, ...fc.sample(hostileText, 60)].filter((said) => said.length < 200);
    const table = withTexts(texts);
    const files = [
      opened('hostile.xlsx', await workbook({ ...sampleDocument(1), tables: [table] }), 'Texts'),
      opened('hostile.csv', csvOf(table), null, { open: openedAt(44) }),
      opened('semicolons.csv', csvOf(table), null, { open: openedAt(59) }),
    ];
    for (const rows of files) {
      expect(rows.length).toBeGreaterThan(texts.length);
      expect(rows.flat().filter((cell) => /^(?:579|-?333|Err:|#NAME|#VALUE|#REF)/.test(cell.trim()))).toEqual([]);
    }
  });
});
