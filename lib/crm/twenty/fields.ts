import type { CellSet, FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** What stands where a field holds nothing: a word on a record, the field's own label on a card. */
const EMPTY = ['Empty'];

/** A chip has a picture before its label, with a letter in it; one without a label says "Untitled" beside that. */
const chip = '[data-testid="tooltip"]';
const labelOf = (link: string): Take[] => [
  `${link} ${chip}`,
  { from: link, unless: `${link} [data-testid="chip"], ${link} ${chip}` },
];

const fields = {
  amount: { kind: 'money', names: ['amount'] },
  stage: { kind: 'stage', names: ['stage'] },
  closeDate: { kind: 'date', names: ['closeDate'] },
  owner: { kind: 'text', names: ['owner'], empty: [...EMPTY, 'Owner'] },
  // A related record is a link; the text of an empty cell is none.
  account: { kind: 'text', names: ['company'], inCell: labelOf('a[href*="/object/company/"]') },
  createdOn: { kind: 'date', names: ['createdAt', 'Creation date'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

/** A cell's label is called after its record and field; the value is what stands beside it. */
const cellsOf = (id: string): readonly CellSet[] => [
  {
    cell: `[id^="label-${id}"]`,
    parent: true,
    name: { from: '> [id^="label-"]@id', pattern: /^label-[\da-f-]{36}-(\w+)$/ },
    value: [`> [id^="label-"] ~ * >>> ${chip}`, '> [id^="label-"] ~ *'],
  },
];

/** Related records stand on the same page with cells of their own: only those of the record itself are asked. */
export function recordWith(id: string): RecordMap {
  return {
    cells: cellsOf(id),
    fields: { name: { kind: 'text', names: ['name'] }, ...fields },
    recordId: [{ from: `machine:[id^="label-${id}-"]@id`, pattern: /^label-([\da-f-]{36})-/ }],
  };
}

const link = 'a[href*="/object/opportunity/"]';

/** The first column is the record itself: a row that is another object's, or not drawn yet, has no such link there. */
const itself = `.record-table-column-field-0 ${link}`;

export const PAGES = {
  board: '[id^="record-board-card-"][data-selectable-id]',
  list: `[data-testid^="row-id-"][data-selectable-id] ${itself}`,
} as const;

/** Columns carry no mark; a stage is read where the cards show it. */
export const board: readonly RowMap[] = [
  {
    row: PAGES.board,
    id: [{ from: '@data-selectable-id', pattern: /^([\da-f-]{36})$/ }],
    link: `${link}@href`,
    cells: cellsOf(''),
    fields: { name: { kind: 'text', from: labelOf(link) }, ...fields },
  },
];

/** A cell is shown once more, within itself, while the pointer is on it. */
const shown = '[data-testid^="editable-cell-"]';

export const list: readonly RowMap[] = [
  {
    row: '[data-testid^="row-id-"][data-selectable-id]',
    id: [{ from: `${itself}@href`, pattern: /\/object\/opportunity\/([\da-f-]{36})(?:[/?#]|$)/ }],
    link: `${itself}@href`,
    cells: [
      {
        cell: '> [class*="record-table-column-field-"]',
        heads: {
          table: '[id^="record-table"]:not(#record-table-body)',
          cell: '.header-cell[class*="record-table-column-field-"]',
          name: '',
          label: '',
        },
        value: [`${shown} ${chip}`, shown],
      },
    ],
    fields: { name: { kind: 'text', from: [`${itself} ${chip}`, itself] }, ...fields, account: { kind: 'text' } },
  },
];
