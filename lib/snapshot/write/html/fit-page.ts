import type { DocumentTable, SheetBlock, SheetSection } from '../../document.ts';
import { cellText, type Reader } from '../cell-text.ts';

/** Points between the margins of Letter, the lower of the two, less a line for what was guessed too small. */
const PAGE = 700;
/** Smaller than this is not read; what does not fit then goes on to a second page. */
const SMALLEST = 0.7;
/** Letters that fit on one line: of the sheet, of its boldest sentence, of a table, in the print's own sizes. */
const LINE = { sentence: 108, lead: 54, table: 104 };
/** Heads, rules and the distances between: measured from what the print's rules come to. */
const HEIGHT = {
  header: 50,
  section: 24,
  sentence: 14,
  lead: 24,
  item: 13.5,
  bar: 66,
  bridge: 106,
  row: 4.5,
  line: 11,
};

/** How much smaller the sheet must be printed to stay on one page, 0.7 to 1; runs: sections that stand side by side. */
export function fitPage(runs: readonly (readonly SheetSection[])[], reader: Reader): number {
  const needed = runs.reduce(
    (sum, run) => sum + Math.max(...run.map((section) => heightOf(section, run.length, reader))),
    HEIGHT.header,
  );
  // Smaller print has longer lines as well, which is what makes up for sentences longer than the guess.
  return Math.max(SMALLEST, Math.min(1, Math.floor((PAGE / needed) * 100) / 100));
}

const heightOf = ({ blocks }: SheetSection, beside: number, reader: Reader) =>
  HEIGHT.section + blocks.reduce((sum, block) => sum + blockHeight(block, beside, reader), 0);

function blockHeight(block: SheetBlock, beside: number, reader: Reader): number {
  const lines = (text: string, most: number) => Math.max(1, Math.ceil(text.length / (most / beside)));
  switch (block.kind) {
    case 'sentence':
      return block.isLead
        ? lines(block.text, LINE.lead) * HEIGHT.lead
        : lines(block.text, LINE.sentence) * HEIGHT.line + 3;
    case 'list': {
      const items = block.items.length > 0 ? block.items : [block.none];
      return items.reduce((sum, item) => sum + lines(item, LINE.sentence - 6 * beside) * HEIGHT.line + 2.5, 0);
    }
    case 'bar':
      return HEIGHT.bar;
    case 'bridge':
      return HEIGHT.bridge;
    case 'table':
      return tableHeight(block.table, reader);
  }
}

/** A row is as high as its longest cell makes it, where each column has room by the longest of its own. */
function tableHeight({ columns, rows }: DocumentTable, reader: Reader): number {
  const letters = rows.map((row) => columns.map((_, at) => cellText(row[at] ?? null, reader).length + 3));
  const longest = columns.map(({ title }, at) =>
    Math.max(Math.min(title.length, 10) + 3, ...letters.map((row) => row[at] ?? 0)),
  );
  const all = longest.reduce((sum, one) => sum + one, 0);
  const room = longest.map((one) => Math.max(8, (one / Math.max(1, all)) * Math.max(LINE.table, 1)));
  const rowHeight = (row: readonly number[]) =>
    HEIGHT.row +
    HEIGHT.line * Math.max(1, ...row.map((need, at) => (all <= LINE.table ? 1 : Math.ceil(need / (room[at] ?? 1)))));
  return 42 + letters.reduce((sum, row) => sum + rowHeight(row), 0);
}
