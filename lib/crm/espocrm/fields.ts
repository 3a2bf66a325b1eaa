import type { CellSet, FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** "None" is translated, its class is not; "..." stands where a value has not come yet. */
const said = (unless: string): Take[] => [
  { from: '', unless: `${unless}, .loading-value`, pattern: /^(?!\.{3}$)(.*)$/ },
  { from: '.none-value', is: '' },
];
const shown: readonly Take[] = said('.none-value');

/** A date may be shown in words or without its year; its title then holds all of it, and nothing else may speak for it. */
const dates: readonly Take[] = ['[title]@title', ...said('.none-value, [title]')];

const fields = {
  name: { kind: 'text', names: ['name'] },
  amount: { kind: 'money', names: ['amount'] },
  stage: { kind: 'stage', names: ['stage'] },
  closeDate: { kind: 'date', names: ['closeDate'], inCell: dates },
  owner: { kind: 'text', names: ['assignedUser'] },
  account: { kind: 'text', names: ['account'] },
  probability: { kind: 'percent', names: ['probability'] },
  createdOn: { kind: 'date', names: ['createdAt'], inCell: dates },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

/** A quick view opens another record in a dialog, over the page. */
const page = (css: string) => `${css}[data-scope="Opportunity"]:not(.modal *)`;

export const PAGES = {
  record: `${page('.detail')}, ${page('.edit')}`,
  list: page('.list'),
  board: page('.list-kanban'),
} as const;

export const record: RecordMap = {
  cells: [
    {
      // The panels of related records below have cells too, without fields in them.
      cell: `${page('.detail')} .cell .field[data-name], ${page('.edit')} .cell .field[data-name]`,
      name: '@data-name',
      value: shown,
    },
  ],
  fields: { ...fields, name: { ...fields.name, from: ['.header-title .title'] } },
  editing: `${page('.edit')} .cell, ${page('.detail')} .edit-buttons:not(.hidden)`,
};

const total = ['.list-buttons-container:not(.modal *) .total-count-span'];
/** An attribute may hold anything. */
const idIn = (from: string): Take => ({ from, pattern: /^([\w-]+)$/ });
const link = 'a[href*="#Opportunity/view/"]@href';

export const list: readonly RowMap[] = [
  {
    row: `${PAGES.list} tr.list-row`,
    id: ['@data-id', 'a.link[data-id]@data-id'].map(idIn),
    link,
    cells: [{ cell: '> td.cell', name: '@data-name', value: shown }],
    fields,
    total,
  },
];

const cards: CellSet = { cell: '.field[data-name]', name: '@data-name', value: shown };

/**
 * The columns' titles stand in a table of their own above the columns, which carry the stage's value alone: `titles`
 * gives each its title, so that a stage is called on the board what the record calls it.
 */
export function boardWith(titles: readonly Take[]): readonly RowMap[] {
  return [
    {
      row: '.item[data-id]',
      id: [idIn('@data-id')],
      link,
      cells: [cards],
      fields,
      column: { of: `${PAGES.board} td.group-column`, label: titles, id: ['@data-name'] },
      total,
    },
  ];
}
