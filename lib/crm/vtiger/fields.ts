import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

/** Of the fields' names `sales_stage` was seen in use; the others are what the product calls them. */
const fields = {
  name: { kind: 'text', names: ['potentialname'] },
  amount: { kind: 'money', names: ['amount'] },
  stage: { kind: 'stage', names: ['sales_stage'] },
  closeDate: { kind: 'date', names: ['closingdate'] },
  owner: { kind: 'text', names: ['assigned_user_id'] },
  account: { kind: 'text', names: ['related_to'] },
  probability: { kind: 'percent', names: ['probability'] },
  nextStep: { kind: 'text', longest: LIMITS.text, names: ['nextstep'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

export const record: RecordMap = {
  cells: [
    {
      cell: '[id^="Potentials_detailView_fieldValue_"]',
      name: { from: '@id', pattern: /^Potentials_detailView_fieldValue_(\w+)$/ },
      value: ['.value'],
    },
  ],
  fields,
  recordId: [{ from: 'machine:input#recordId', pattern: /^(\d+)$/ }],
};

/** Rows are called after their module: a list that is picked from, in a dialog, has other ones. */
export const ROW = 'tr[id^="Potentials_listView_row_"]';

/** The stage's own word, whatever the language of the text beside it. */
const stageIs = (value: string) => `machine:td[data-name="sales_stage"][data-rawvalue="${value}"]`;

export const list: readonly RowMap[] = [
  {
    row: ROW,
    id: [{ from: '@data-id', pattern: /^(\d+)$/ }],
    link: 'a[href*="module=Potentials"][href*="view=Detail"]@href',
    cells: [{ cell: '> td[data-name]', name: '@data-name', value: ['.value'] }],
    fields: {
      ...fields,
      // As the database has it; an amount's raw value is the formatted one, without its currency.
      closeDate: { ...fields.closeDate, inCell: ['machine:@data-rawvalue', '.value'] },
      outcome: {
        ...fields.outcome,
        from: [
          { from: stageIs('Closed Won'), is: 'won' },
          { from: stageIs('Closed Lost'), is: 'lost' },
        ],
      },
    },
    // Blank until the user asks for it.
    total: ['machine:input#totalCount@value'],
  },
];
