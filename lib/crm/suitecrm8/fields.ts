import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

const fields = {
  name: { kind: 'text', names: ['name'] },
  // A list's usual column, `amount_usdollar`, is the amount in the installation's own currency: not the deal's amount.
  amount: { kind: 'money', names: ['amount'] },
  stage: { kind: 'stage', names: ['sales_stage'] },
  closeDate: { kind: 'date', names: ['date_closed'] },
  owner: { kind: 'text', names: ['assigned_user_name'] },
  account: { kind: 'text', names: ['account_name'] },
  probability: { kind: 'percent', names: ['probability'] },
  nextStep: { kind: 'text', longest: LIMITS.text, names: ['next_step'] },
  createdOn: { kind: 'date', names: ['date_entered'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

/** Related records below are lists: their fields stand in mode `list`. */
const field = (mode: string) => `.dynamic-field-mode-${mode}[class*="dynamic-field-name-"]`;

export const record: RecordMap = {
  cells: [
    {
      cell: `${field('detail')}, ${field('edit')}`,
      name: { from: '@class', pattern: /(?:^| )dynamic-field-name-(\w+)/ },
      value: [''],
    },
  ],
  fields: { ...fields, name: { ...fields.name, from: ['.record-view-name-label'] } },
};

const link = 'a.field-link[href*="#/opportunities/record/"]@href';

export const list: readonly RowMap[] = [
  {
    row: 'tr:has(> td.column-name)',
    id: [{ from: link, pattern: /#\/opportunities\/record\/([\w-]+)/ }],
    link,
    cells: [
      {
        cell: '> td[class*="column-"]',
        name: { from: '@class', pattern: /(?:^| )column-(?!type-)(\w+)/ },
        value: [''],
      },
    ],
    fields,
  },
];
