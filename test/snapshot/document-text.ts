import type { Cell, SheetBlock, SnapshotDocument } from '../../lib/snapshot/document.ts';

const cellText = (cell: Cell): string => (cell === null ? '' : JSON.stringify(cell));

function blockText(block: SheetBlock): string[] {
  if (block.kind === 'sentence') return [block.text];
  if (block.kind === 'list') return block.items.length > 0 ? block.items : [block.none];
  return [JSON.stringify(block)];
}

/** One part of the sheet as lines. */
export const linesOf = (document: SnapshotDocument, section: string): string[] =>
  document.sheet.find(({ id }) => id === section)?.blocks.flatMap(blockText) ?? [];

/** A table's rows as plain values, for reading. */
export function rowsOf(document: SnapshotDocument, id: string): unknown[][] {
  const inSheet = document.sheet.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const found = [...inSheet, ...document.tables].find((table) => table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found.rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null;
      if (cell.kind === 'money') return `${cell.money.minor / 100} ${cell.money.currency}`;
      if (cell.kind === 'text' || cell.kind === 'link') return cell.text;
      return cell.kind === 'day' ? cell.day : cell.kind === 'instant' ? cell.at : cell.value;
    }),
  );
}

/** Every text of a document. */
export const textOf = ({ title, footer, sheet, tables }: SnapshotDocument): string =>
  [
    title,
    ...footer,
    ...sheet.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(blockText)]),
    ...tables.flatMap(({ title, note, columns, rows }) => [
      title,
      note,
      ...columns.map((column) => column.title),
      ...rows.flatMap((row) => row.map(cellText)),
    ]),
  ].join('\n');
