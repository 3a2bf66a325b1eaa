import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** "01/31/2026 09:12am by Ines Roth" */
const dayAlone: Take = { from: '', pattern: /^([\d./-]+)(?: .*)?$/ };

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
  createdOn: { kind: 'date', names: ['date_entered'], inCell: [dayAlone] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

/** The stage's own word, whatever the language of the text beside it. */
const stageIs = (value: string) => `machine:.detail-view-field[field="sales_stage"] input[value="${value}"]`;

export const record: RecordMap = {
  cells: [{ cell: '.detail-view-field[field]', name: '@field', value: ['span.sugar_field', ''] }],
  fields: {
    ...fields,
    name: { ...fields.name, from: ['h2.module-title-text'] },
    amount: {
      ...fields.amount,
      // "Opportunity Amount (USD $):"; the figure may stand without its currency.
      currency: [
        {
          from: '.detail-view-row-item:has(> [field="amount"]) > .label',
          pattern: /\(([^()]+)\) ?:?$/,
        },
      ],
    },
    outcome: {
      ...fields.outcome,
      from: [
        { from: stageIs('Closed Won'), is: 'won' },
        { from: stageIs('Closed Lost'), is: 'lost' },
      ],
    },
  },
  recordId: [{ from: 'machine:#formDetailView input[name="record"]@value', pattern: /^([\w-]{1,64})$/ }],
};

const link = 'a[href*="module=Opportunities"][href*="DetailView"]@href';

export const list: readonly RowMap[] = [
  {
    scope: ['table.list.view'],
    row: 'tr:has(> td[field="name"])',
    id: [
      { from: 'machine:input[type="checkbox"][name="mass[]"]@value', pattern: /^([\w-]+)$/ },
      { from: 'machine:input.listview-checkbox@value', pattern: /^([\w-]+)$/ },
      { from: link, pattern: /[?&]record=([\w-]+)/ },
    ],
    link,
    cells: [{ cell: '> td[field]', name: '@field', value: [''] }],
    fields,
    // "(1 - 20 of 134)"; "of 21+" is not a count.
    total: [{ from: '.pageNumbers', pattern: /(\d[\d.,]*\+?) ?\)?$/ }],
  },
];
