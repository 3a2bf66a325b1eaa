import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { ImportProblem, megabytes } from './import-problem.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Cell, RowBatch } from './table.ts';

/** The parts of a workbook that say what its cells hold; pictures, macros and links are never unpacked. */
const PARTS =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;

const NO_WORKBOOK =
  'This Excel file cannot be opened: it is damaged or protected by a password. Save it again as .xlsx or CSV.';

export type Workbook = { sheet: string; rows: Cell[][] }[];

/**
 * All sheets of a workbook. What is unpacked is bounded before it is unpacked: the sizes are those of the archive's own
 * directory, and nothing is given more room than it says there.
 */
export async function readWorkbook(file: Blob): Promise<Workbook> {
  if (file.size > IMPORT_LIMITS.xlsxBytes) {
    throw new ImportProblem(
      `This workbook has ${megabytes(file.size)}; Sideline reads up to ${megabytes(IMPORT_LIMITS.xlsxBytes)}. Save the sheet as CSV, which may be larger. Nothing was stored.`,
    );
  }
  const parts = unpack(new Uint8Array(await file.arrayBuffer()));
  for (const [path, bytes] of Object.entries(parts)) if (path.startsWith('xl/worksheets/')) checkCells(bytes);
  // The reader unpacks large parts in workers made from text, which our policy forbids; what is not packed it takes as is.
  const plain = new Blob([zipSync(parts, { level: 0 }) as Uint8Array<ArrayBuffer>]);
  try {
    const sheets = await readXlsxFile(plain, { trim: false });
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellOf)) }));
  } catch {
    throw new ImportProblem(`${NO_WORKBOOK} Nothing was stored.`);
  }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= IMPORT_LIMITS.unpackedBytes;
      },
    });
  } catch {
    throw new ImportProblem(`${NO_WORKBOOK} Nothing was stored.`);
  }
  if (unpacked > IMPORT_LIMITS.unpackedBytes) {
    throw new ImportProblem(
      `This workbook would unpack to more than ${megabytes(IMPORT_LIMITS.unpackedBytes)}. Save the sheet as CSV. Nothing was stored.`,
    );
  }
  if (!Object.keys(parts).some((path) => path.startsWith('xl/worksheets/'))) {
    throw new ImportProblem(`${NO_WORKBOOK} Nothing was stored.`);
  }
  return parts;
}

/** A cell at the far end makes all cells before it: two cells can ask for seventeen billion. */
function checkCells(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', digits = ''] of text.matchAll(/\sr="([A-Z]{0,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(digits));
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    columns = Math.max(columns, column);
  }
  if (rows * columns > IMPORT_LIMITS.cells) {
    throw new ImportProblem(
      `A sheet of this workbook reaches over ${rows.toLocaleString('en')} rows and ${columns.toLocaleString('en')} columns. Delete what stands far from the table, or save it as CSV. Nothing was stored.`,
    );
  }
}

/** Days come out as ISO days, moments as wall clocks: a workbook knows no time zone. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  // Serials are fractions of a day: a second's rounding is no other minute.
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19);
}

export async function* workbookRows(rows: readonly Cell[][]): AsyncGenerator<RowBatch> {
  const size = 1_000;
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size);
    yield {
      rows: part.map((cells, index) => ({ row: at + index + 1, cells, broken: null })),
      share: Math.min(1, (at + size) / rows.length),
    };
  }
}
