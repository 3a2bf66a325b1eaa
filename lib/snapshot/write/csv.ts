import Papa from 'papaparse';
import type { Cell, DocumentTable, SnapshotDocument } from '../document.ts';
import { decimalOf } from './decimal.ts';
import { fileNames } from './file-name.ts';
import { flatColumns } from './flat-columns.ts';
import { inertText } from './inert-text.ts';
import { Progress, ROWS_PER_TURN, type WriteRun } from './progress.ts';
import { allTables, sheetAsTable } from './sheet-tables.ts';
import { ZipFile } from './zip-file.ts';

/** Excel knows UTF-8 by it. */
const MARK = '\uFEFF';
const NEWLINE = '\r\n';
const WHOLE = { currency: () => true, address: () => true };

/** One table after RFC 4180: money with its currency beside it, a link with its address, days and moments (UTC) as ISO. */
export function csvOf(table: DocumentTable): string {
  return MARK + [...csvPieces(table)].join('');
}

function* csvPieces({ columns, rows }: DocumentTable): Generator<string> {
  const flat = flatColumns(columns, WHOLE);
  const lines = (cells: string[][]) => Papa.unparse(cells, { newline: NEWLINE }) + NEWLINE;
  yield lines([flat.map(({ title }) => inertText(title))]);
  for (let at = 0; at < rows.length; at += ROWS_PER_TURN) {
    yield lines(rows.slice(at, at + ROWS_PER_TURN).map((row) => flat.map((column) => cellOf(column.of(row)))));
  }
}

/** Figures are figures, negative ones too; whatever is text can be no formula. Empty: not known. */
function cellOf(cell: Cell): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'money':
      return decimalOf(cell.money);
    case 'instant':
      return Number.isFinite(cell.at) ? new Date(cell.at).toISOString() : '';
    case 'count':
    case 'days':
    case 'share':
      return Number.isFinite(cell.value) ? String(cell.value) : '';
    case 'day':
      return inertText(cell.day);
    case 'link':
    case 'text':
      return inertText(cell.text);
  }
}

/** The owner's sheet, all tables, and what each rests on, one file each. Throws the signal's reason once it is stopped. */
export async function csvArchive(document: SnapshotDocument, run: WriteRun = {}): Promise<Blob> {
  const tables = [sheetAsTable(document), ...allTables(document)];
  const names = fileNames(['about', ...tables.map(({ id }) => id)]).map((name) => `${name}.csv`);
  const [about = '', ...files] = names;
  const zip = new ZipFile();
  await zip.add(about, csvOf(aboutTable(tables, files)));
  const progress = new Progress(
    tables.reduce((sum, { rows }) => sum + rows.length, 0),
    run,
  );
  for (const [at, table] of tables.entries()) {
    const part = zip.begin(files[at] ?? '');
    await part.write(MARK);
    for (const piece of csvPieces(table)) {
      await part.write(piece);
      await progress.turn(Math.min(ROWS_PER_TURN, table.rows.length));
    }
    await part.end();
  }
  return zip.close('application/zip');
}

function aboutTable(tables: readonly DocumentTable[], files: readonly string[]): DocumentTable {
  const text = (said: string): Cell => ({ kind: 'text', text: said });
  return {
    id: 'about',
    title: 'What is in this archive',
    note: '',
    columns: [
      { title: 'File', kind: 'text' },
      { title: 'Title', kind: 'text' },
      { title: 'What it rests on', kind: 'text' },
      { title: 'Rows', kind: 'count' },
    ],
    rows: tables.map(({ title, note, rows }, at) => [
      text(files[at] ?? ''),
      text(title),
      text(note),
      { kind: 'count', value: rows.length },
    ]),
  };
}
