import { LIMITS } from '../../deal/reading.ts';
import type { CellSet, FieldMap, RecordMap, RowMap } from '../types.ts';

/** Column names: those of name and owner were seen in use, the others are what the product calls them. */
const named = {
  name: { kind: 'text', names: ['POTENTIALNAME'] },
  amount: { kind: 'money', names: ['AMOUNT'] },
  stage: { kind: 'stage', names: ['STAGE'] },
  closeDate: { kind: 'date', names: ['CLOSINGDATE'] },
  owner: { kind: 'text', names: ['SMOWNERID'] },
  account: { kind: 'text', names: ['ACCOUNTID'] },
  probability: { kind: 'percent', names: ['PROBABILITY'] },
  nextStep: { kind: 'text', longest: LIMITS.text, names: ['NEXTSTEP'] },
  createdOn: { kind: 'date', names: ['CREATEDTIME'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

const byId = (prefix: string, value: readonly string[]): CellSet => ({
  cell: `[id^="${prefix}_"]`,
  name: { from: '@id', pattern: new RegExp(`^${prefix}_([A-Z]+)$`) },
  value,
});

export const record: RecordMap = {
  cells: [
    byId('subvalue', ['']),
    {
      cell: '[data-zcqa^="value_"]',
      name: { from: '@data-zcqa', pattern: /^value_([A-Z]+)$/ },
      value: ['', '@cx-prop-value'],
    },
    byId('value', ['']),
  ],
  fields: { ...named, name: { ...named.name, from: ['#recHeader1'] } },
};

/** Cards and rows carry their record's id in the link of their name alone. */
const link = 'a[href*="/tab/Potentials/"]@href';
const id = [{ from: link, pattern: /\/tab\/Potentials\/(\d+)/ }];

export const list: readonly RowMap[] = [
  {
    row: 'lyte-exptable-tr[data-zcqa="detailView"]',
    id,
    link,
    cells: [
      {
        cell: '> lyte-exptable-td',
        heads: { table: 'crux-table-component', cell: '#listviewHeaderRow > lyte-exptable-th', label: 'lyte-text' },
        value: [''],
      },
    ],
    fields: named,
  },
];

export const board: readonly RowMap[] = [
  {
    row: 'lyte-card.crm-kv-card',
    id,
    link,
    column: {
      of: 'lyte-board[data-zcqa^="kanbanHeader_"]',
      label: [{ from: '@data-zcqa', pattern: /^kanbanHeader_(.+)$/ }],
    },
    fields: {
      name: { kind: 'text', from: ['a.crm-kv-header-link'] },
      amount: { kind: 'money', from: ['.counterValue', '.numberDivCurrencyView'] },
      stage: { kind: 'stage' },
      closeDate: { kind: 'date', from: ['crux-date-component'] },
      owner: { kind: 'text', from: ['[data-zcqa="recordOwner"]'] },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];
