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
      return [
        ...block.parts.map(({ label, money }): Line => [block.label, text(label), { kind: 'money', money }]),
        ...(block.goal ? [[block.label, text('Goal'), { kind: 'money', money: block.goal }] as Line] : []),
      ];
    case 'bridge':
      return [
        ['bridge', text('Start'), { kind: 'money', money: block.start }],
        ...block.lines.map(({ label, money }): Line => ['bridge', text(label), { kind: 'money', money }]),
        ['bridge', text('End'), { kind: 'money', money: block.end }],
      ];
    case 'table':
      return [];
  }
}
