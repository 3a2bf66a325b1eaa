import type { DocumentTable, SnapshotDocument } from '../document.ts';
import { Progress, ROWS_PER_TURN, type WriteRun } from './progress.ts';
import { OWNER_WIDTHS, ownerSheet } from './xlsx/owner-sheet.ts';
import { packageParts, type SheetFrame, sheetHead, sheetRelations, sheetTail } from './xlsx/package-parts.ts';
import { SharedTexts } from './xlsx/shared-texts.ts';
import { sheetNames } from './xlsx/sheet-names.ts';
import { columnName, type SheetLink, SheetRows } from './xlsx/sheet-rows.ts';
import { Styles } from './xlsx/styles.ts';
import { columnWidths, sheetColumns } from './xlsx/table-sheet.ts';
import { ZipFile } from './zip-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OWNER_FRAME: SheetFrame = { frozen: 1, widths: OWNER_WIDTHS, isLandscape: false };

type Target = { zip: ZipFile; styles: Styles; texts: SharedTexts; progress: Progress };

/**
 * The workbook: the owner's sheet, then one sheet per table with its heads in sight. Cells are typed; text is never a
 * formula. Written here rather than by write-excel-file, whose archive is made in workers that our policy forbids, whose
 * shared texts break at a cell that says "constructor", and which cannot be stopped. Throws the signal's reason.
 */
export async function xlsxOf(document: SnapshotDocument, run: WriteRun = {}): Promise<Blob> {
  const [first = '', ...names] = sheetNames(["Owner's sheet", ...document.tables.map(({ title }) => title)]);
  const zip = new ZipFile();
  const parts = packageParts([{ name: first, headRow: 0 }, ...names.map((name) => ({ name, headRow: 1 }))]);
  for (const [path, xml] of parts) await zip.add(path, xml);
  const styles = new Styles();
  const texts = new SharedTexts();
  const rows = document.tables.reduce((sum, table) => sum + table.rows.length, 0);
  const target: Target = { zip, styles, texts, progress: new Progress(rows, run) };

  const ownerRows = new SheetRows(styles, texts, document.timeZone);
  const listed = document.tables.map((table, at) => ({ table, sheet: names[at] ?? '' }));
  const owner = ownerSheet(document, ownerRows, listed);
  const links = [...ownerRows.links, ...owner.links];
  await zip.add(
    'xl/worksheets/sheet1.xml',
    sheetHead(OWNER_FRAME, true) + owner.lines.join('') + sheetTail(OWNER_FRAME, { ...owner, filter: null, links }),
  );
  await addRelations(zip, 1, links);
  await target.progress.turn(0);

  for (const [at, table] of document.tables.entries()) await writeTable(table, at + 2, document, target);
  await zip.add('xl/styles.xml', styles.xml());
  const part = zip.begin('xl/sharedStrings.xml');
  for (const piece of texts.xml()) await part.write(piece);
  await part.end();
  return zip.close(XLSX);
}

async function writeTable(
  table: DocumentTable,
  number: number,
  document: SnapshotDocument,
  { zip, styles, texts, progress }: Target,
): Promise<void> {
  const columns = sheetColumns(table, document.timeZone);
  const frame: SheetFrame = { frozen: 1, widths: columnWidths(columns, table.rows, document), isLandscape: true };
  const rows = new SheetRows(styles, texts, document.timeZone);
  const part = zip.begin(`xl/worksheets/sheet${number}.xml`);
  await part.write(sheetHead(frame, false));
  await part.write(rows.head(1, columns));
  for (let from = 0; from < table.rows.length; from += ROWS_PER_TURN) {
    const some = table.rows.slice(from, from + ROWS_PER_TURN);
    const lines = some.map((row, at) =>
      rows.row(
        from + at + 2,
        columns.map((column) => column.of(row)),
      ),
    );
    await part.write(lines.join(''));
    await progress.turn(some.length);
  }
  const last = `${columnName(Math.max(0, columns.length - 1))}${table.rows.length + 1}`;
  await part.write(
    sheetTail(frame, { filter: columns.length > 0 ? `A1:${last}` : null, merged: [], links: rows.links }),
  );
  await part.end();
  await addRelations(zip, number, rows.links);
}

async function addRelations(zip: ZipFile, number: number, links: readonly SheetLink[]): Promise<void> {
  const relations = sheetRelations(links);
  if (relations !== null) await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations);
}
