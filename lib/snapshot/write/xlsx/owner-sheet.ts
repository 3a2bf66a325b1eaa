import type { Cell, DocumentColumn, DocumentTable, SheetBlock, SnapshotDocument } from '../../document.ts';
import { blockAmounts } from '../sheet-tables.ts';
import { placeOf } from './package-parts.ts';
import { columnName, type SheetLink, type SheetRows } from './sheet-rows.ts';
import type { Look } from './styles.ts';

/** One wide column for words, the others for what stands beside them. */
export const OWNER_WIDTHS = [44, 17, 17, 17, 17, 17, 17, 17];
const LAST = columnName(OWNER_WIDTHS.length - 1);
const LETTERS = OWNER_WIDTHS.reduce((sum, width) => sum + width, 0);

const text = (said: string): Cell => ({ kind: 'text', text: said });

/** A table of its own sheet, to be named and linked to at the end. */
export type ListedTable = { table: DocumentTable; sheet: string };

/** The owner's sheet as rows, and below them what else is in the workbook and what each sheet rests on. */
export function ownerSheet(document: SnapshotDocument, rows: SheetRows, listed: readonly ListedTable[]) {
  const lines: string[] = [];
  const merged: string[] = [];
  const links: SheetLink[] = [];
  const put = (cells: readonly Cell[], look: Look = 'plain', height?: number) => {
    lines.push(rows.row(lines.length + 1, cells, look, height));
  };
  /** Words over the whole width: as many lines as they need, since a row of merged cells does not grow by itself. */
  const say = (said: string, look: Look, points: number) => {
    const high = said
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * points) / 9 / LETTERS)), 0);
    put([text(said)], look, high * points * 1.4);
    merged.push(`A${lines.length}:${LAST}${lines.length}`);
  };
  const head = (columns: readonly DocumentColumn[]) => lines.push(rows.head(lines.length + 1, columns));
  const gap = () => put([]);

  say(document.title, 'title', 16);
  for (const line of document.footer) say(line, 'quiet', 10);
  for (const section of document.sheet) {
    gap();
    say(section.title, 'part', 12);
    for (const block of section.blocks) putBlock(block, { put, head, say });
  }
  gap();
  say('In this workbook', 'part', 12);
  for (const { table, sheet } of listed) {
    put([text(sheet), text(table.note)]);
    links.push({ ref: `A${lines.length}`, to: { place: placeOf(sheet, 'A1') } });
  }
  return { lines, merged, links };
}

type Sink = {
  put(cells: readonly Cell[], look?: Look): void;
  head(columns: readonly DocumentColumn[]): void;
  say(said: string, look: Look, points: number): void;
};

function putBlock(block: SheetBlock, { put, head, say }: Sink): void {
  switch (block.kind) {
    case 'sentence':
      block.isLead ? say(block.text, 'lead', 14) : say(block.text, 'wrapped', 11);
      return;
    case 'list':
      if (block.items.length === 0) say(block.none, 'quiet', 10);
      for (const item of block.items) say(`• ${item}`, 'wrapped', 11);
      return;
    case 'bar':
    case 'bridge': {
      if (block.kind === 'bar') put([text(block.label)], 'strong');
      const isSum = (label: string) => ['Start', 'End', 'Goal'].includes(label);
      for (const { label, money } of blockAmounts(block)) {
        put([text(label), { kind: 'money', money }], isSum(label) ? 'strong' : 'plain');
      }
      return;
    }
    case 'table':
      put([text(block.table.title)], 'strong');
      head(block.table.columns);
      for (const row of block.table.rows) put(row, 'wrapped');
      if (block.table.note) say(block.table.note, 'quiet', 10);
      return;
  }
}
