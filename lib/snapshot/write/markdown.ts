import { markdownText } from '../../coaching/agenda/markdown-text.ts';
import { formatMoney } from '../../deal/money.ts';
import type { Cell, DocumentTable, SheetBlock, SnapshotDocument } from '../document.ts';
import { cellText, columnForms, isFigure, moneyForm, plainText, type Reader } from './cell-text.ts';
import { inTurns, joined, type Piece, piece } from './pieces.ts';
import { blockAmounts } from './sheet-tables.ts';

/** The whole document in GitHub's Markdown: text is text, and links are only those that the document holds. */
export function* markdownPieces(document: SnapshotDocument): Generator<Piece> {
  const parts = [
    `# ${inert(document.title)}`,
    document.footer.map(inert).join('  \n'),
    ...document.sheet.flatMap(({ title, blocks }) => [
      `## ${inert(title)}`,
      ...blocks.map((block) => blockMarkdown(block, document)),
    ]),
  ];
  yield piece(parts.filter((part) => part !== '').join('\n\n'));
  for (const table of document.tables) {
    yield piece(`\n\n## ${inert(table.title)}\n\n`);
    yield* tablePieces(table, document);
  }
  yield piece('\n');
}

/** As it stands, on one line; addresses in it stay words, where GitHub would make links of them. */
const inert = (text: string): string =>
  markdownText(plainText(text))
    .replace(/(?<!\\):/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.');

function blockMarkdown(block: SheetBlock, reader: Reader): string {
  switch (block.kind) {
    case 'sentence':
      return block.isLead ? `**${inert(block.text)}**` : inert(block.text);
    case 'list':
      return block.items.length === 0
        ? `*${inert(block.none)}*`
        : block.items.map((item) => `- ${inert(item)}`).join('\n');
    case 'bar':
    case 'bridge': {
      const lines = blockAmounts(block);
      const form = moneyForm(lines.map(({ money }) => money));
      const rows = lines.map(({ label, money }) => [inert(label), inert(formatMoney(money, reader.locale, form))]);
      return grid([block.kind === 'bar' ? inert(block.label) : ' ', 'Amount'], [false, true], rows);
    }
    case 'table':
      return `### ${inert(block.table.title)}\n\n${joined(tablePieces(block.table, reader))}`;
  }
}

function* tablePieces(table: DocumentTable, reader: Reader): Generator<Piece> {
  const forms = columnForms(table);
  const cellsOf = (row: readonly Cell[]) =>
    table.columns.map((_, at) => {
      const cell = row[at] ?? null;
      const text = inert(cellText(cell, reader, forms[at]));
      const address = addressOf(cell);
      return address === null ? text : `[${text || 'link'}](<${address}>)`;
    });
  const heads = table.columns.map(({ title }) => inert(title) || ' ');
  const note = table.note === '' ? '' : `*${inert(table.note)}*\n\n`;
  const figures = table.columns.map(({ kind }) => isFigure(kind));
  yield piece(note + grid(heads, figures, []));
  for (const some of inTurns(table.rows)) {
    yield piece(some.map((row) => `\n${line(cellsOf(row))}`).join(''), some.length);
  }
}

/** An address of the web, with nothing in it that would end it. */
function addressOf(cell: Cell): string | null {
  if (cell?.kind !== 'link' || !/^https?:\/\//i.test(cell.url)) return null;
  try {
    return new URL(cell.url).href.replace(/[<>|\\\s`]/g, encodeURIComponent);
  } catch {
    return null;
  }
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function grid(heads: readonly string[], figures: readonly boolean[], rows: readonly string[][]): string {
  return [line(heads), line(figures.map((is) => (is ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
