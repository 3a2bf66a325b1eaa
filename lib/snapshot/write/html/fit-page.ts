import type { DocumentTable, SheetBlock, SheetSection } from '../../document.ts';
import { cellText, columnForms, type Reader } from '../cell-text.ts';

/** Points between the margins of Letter, the lower of the two. */
const PAGE = 715;
/** Smaller print is not read; what does not fit then goes on to a second page. */
const SMALLEST = 0.74;
/** Letters on one line in the widest of the usual fonts: of a sentence, of the boldest one, of a table. */
const LINE = { sentence: 110, lead: 54, table: 116 };
/** In points, as the print's rules have them: heads, distances and one line of each kind. */
const HEIGHT = {
  header: 42,
  section: 24,
  line: 12,
  lead: 21,
  gap: 3,
  bar: 52,
  bridge: 95,
  subtitle: 16,
  table: 16,
  note: 12,
};
const ROW = { line: 11, padding: 4.75 };
/** Letters that the space between two columns takes, and how much wider the first column's bold ones are. */
const COLUMN = { gap: 1.6, bold: 1.12 };

/**
 * How much smaller the sheet is printed so that it stays on one page, 1 to 0.74. Guessed from its words, since the file
 * may hold no script that measures. `runs`: sections that stand side by side.
 */
export function fitPage(runs: readonly (readonly SheetSection[])[], reader: Reader): number {
  for (let percent = 100; percent > SMALLEST * 100; percent--) {
    const fit = percent / 100;
    if (sheetHeight(runs, reader, fit) * fit <= PAGE) return fit;
  }
  return SMALLEST;
}

/** In points of the unscaled print, on lines that are as much longer as the print is smaller. */
function sheetHeight(runs: readonly (readonly SheetSection[])[], reader: Reader, fit: number): number {
  return runs.reduce(
    (sum, run) => sum + Math.max(...run.map((section) => sectionHeight(section, run.length, reader, fit))),
    HEIGHT.header,
  );
}

function sectionHeight({ blocks }: SheetSection, beside: number, reader: Reader, fit: number): number {
  const isAlone = blocks.length === 1;
  return blocks.reduce((sum, block) => {
    const title = block.kind === 'table' && !isAlone ? HEIGHT.subtitle : 0;
    return sum + title + blockHeight(block, beside * fit, reader);
  }, HEIGHT.section);
}

/** `narrow`: by how much lines are shorter than the page is wide. */
function blockHeight(block: SheetBlock, narrow: number, reader: Reader): number {
  const lines = (text: string, most: number) => Math.max(1, Math.ceil((text.length * narrow) / most));
  switch (block.kind) {
    case 'sentence':
      return block.isLead
        ? lines(block.text, LINE.lead) * HEIGHT.lead + HEIGHT.gap
        : lines(block.text, LINE.sentence) * HEIGHT.line + HEIGHT.gap;
    case 'list': {
      const items = block.items.length > 0 ? block.items : [block.none];
      return items.reduce((sum, item) => sum + lines(item, LINE.sentence - 8 * narrow) * HEIGHT.line + HEIGHT.gap, 0);
    }
    case 'bar':
      return HEIGHT.bar;
    case 'bridge':
      return HEIGHT.bridge;
    case 'table':
      return tableHeight(block.table, LINE.table / narrow, reader);
  }
}

/** Where the longest cells stand on one line all rows do; else each column gets room by its longest cell. */
function tableHeight(table: DocumentTable, most: number, reader: Reader): number {
  const forms = columnForms(table);
  const letters = table.rows.map((row) =>
    table.columns.map((_, at) => {
      const said = cellText(row[at] ?? null, reader, forms[at]).length;
      return said * (at === 0 ? COLUMN.bold : 1) + COLUMN.gap;
    }),
  );
  const longest = table.columns.map((_, at) => Math.max(1, ...letters.map((row) => row[at] ?? 0)));
  const all = longest.reduce((sum, one) => sum + one, 0);
  const linesOf = (row: readonly number[]) =>
    all <= most ? 1 : Math.max(1, ...row.map((need, at) => Math.ceil((need * all) / ((longest[at] ?? 1) * most))));
  return letters.reduce(
    (sum, row) => sum + linesOf(row) * ROW.line + ROW.padding,
    HEIGHT.table + (table.note === '' ? 0 : HEIGHT.note),
  );
}
