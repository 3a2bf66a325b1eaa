import { csvRows } from './csv-rows.ts';
import { DELIMITERS, lineFormOf } from './delimiter.ts';
import { ENCODINGS, encodingOf, lookAtBytes } from './encoding.ts';
import { ImportProblem, megabytes } from './import-problem.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Table, TableChoices } from './table.ts';
import { readWorkbook, type Workbook, workbookRows } from './xlsx-rows.ts';

/** What a file's first bytes say of files that are no tables, and what to do with each. */
const KNOWN: readonly [RegExp, string][] = [
  [/^d0cf11e0/, 'This is an Excel file of the older kind (.xls). Open it and save it as .xlsx or CSV.'],
  [/^1f8b/, 'This file is packed (.gz). Unpack it first.'],
  [/^25504446/, 'This is a PDF. Export the list as CSV or Excel.'],
];

/**
 * A file as a table. A text file is not held in memory; a workbook is, once per file.
 *
 * @throws ImportProblem where it is none that can be read.
 */
export async function openTable(file: Blob, choices: TableChoices = {}): Promise<Table> {
  if (file.size === 0) throw new ImportProblem('This file is empty. Export it again. Nothing was stored.');
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const hex = [...start].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex.startsWith('504b0304')) return openWorkbook(file, choices);
  const known = KNOWN.find(([shape]) => shape.test(hex));
  if (known) throw new ImportProblem(`${known[1]} Nothing was stored.`);
  return openText(file, choices);
}

const workbooks = new WeakMap<Blob, Promise<Workbook>>();

async function openWorkbook(file: Blob, choices: TableChoices): Promise<Table> {
  const reading = workbooks.get(file) ?? readWorkbook(file);
  workbooks.set(file, reading);
  const workbook = await reading;
  const fullest = workbook.reduce((best, each) => (each.rows.length > best.rows.length ? each : best), {
    sheet: '',
    rows: [],
  } as Workbook[number]);
  const chosen = workbook.find(({ sheet }) => sheet === choices.sheet) ?? fullest;
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.map(({ sheet }) => sheet),
    sheet: chosen.sheet,
    rows: () => workbookRows(chosen.rows),
  };
}

async function openText(file: Blob, choices: TableChoices): Promise<Table> {
  if (file.size > IMPORT_LIMITS.csvBytes) {
    throw new ImportProblem(
      `This file has ${megabytes(file.size)}; Sideline reads up to ${megabytes(IMPORT_LIMITS.csvBytes)}. Export it in parts, by year for example. Nothing was stored.`,
    );
  }
  const look = await lookAtBytes(file);
  const found = encodingOf(look);
  if (found === null) {
    throw new ImportProblem(
      'This is neither CSV nor Excel: it holds no text. Export the list again. Nothing was stored.',
    );
  }
  const encoding = ENCODINGS.find((each) => each === choices.encoding) ?? found;
  const head = new TextDecoder(encoding).decode(look.head);
  const form = lineFormOf(head);
  const delimiter = DELIMITERS.find((each) => each === choices.delimiter) ?? form.delimiter;
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    rows: () => csvRows(file, encoding, { ...form, delimiter }),
  };
}
