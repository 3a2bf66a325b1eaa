import type { Money } from '../../deal/money.ts';
import type { Cell, DocumentTable, SheetBlock, SnapshotDocument } from '../document.ts';

/** All tables of a document: those that stand on the owner's sheet first. */
export function allTables(document: SnapshotDocument): DocumentTable[] {
  const onSheet = document.sheet.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  return [...onSheet, ...document.tables];
}

const text = (said: string): Cell => ({ kind: 'text', text: said });

/** The owner's sheet as one table, line by line, for files that have nothing but tables. Its own tables are left out. */
export function sheetAsTable({ title, footer, sheet }: SnapshotDocument): DocumentTable {
  return {
    id: 'sheet',
    title,
    note: footer.join(' · '),
    columns: [
      { title: 'Part', kind: 'text' },
      { title: 'What', kind: 'text' },
      { title: 'Line', kind: 'text' },
      { title: 'Amount', kind: 'money' },
    ],
    rows: sheet.flatMap((section) =>
      section.blocks.flatMap(linesOf).map(([what, line, amount]) => [text(section.title), text(what), line, amount]),
    ),
  };
}

type Line = [what: string, line: Cell, amount: Cell];

function linesOf(block: SheetBlock): Line[] {
  switch (block.kind) {
    case 'sentence':
      return [['sentence', text(block.text), null]];
    case 'list':
      return (block.items.length > 0 ? block.items : [block.none]).map((item) => ['list', text(item), null]);
    case 'bar':
    case 'bridge': {
      const what = block.kind === 'bar' ? block.label : 'bridge';
      return blockAmounts(block).map(({ label, money }) => [what, text(label), { kind: 'money', money }]);
    }
    case 'table':
      return [];
  }
}

type Labelled = { label: string; money: Money };

/** All amounts of a chart in order, its goal or its two ends among them. */
export function blockAmounts(block: Extract<SheetBlock, { kind: 'bar' | 'bridge' }>): Labelled[] {
  if (block.kind === 'bar') return [...block.parts, ...(block.goal ? [{ label: 'Goal', money: block.goal }] : [])];
  return [{ label: 'Start', money: block.start }, ...block.lines, { label: 'End', money: block.end }];
}
