import { LIMITS } from '../../deal/reading.ts';
import type { RecordMap } from '../types.ts';

/** Of the fields' names `sales_stage` was seen in use; the others are what the product calls them. */
export const record: RecordMap = {
  cells: [
    {
      cell: '[id^="Potentials_detailView_fieldValue_"]',
      name: { from: '@id', pattern: /^Potentials_detailView_fieldValue_(\w+)$/ },
      value: ['.value'],
    },
  ],
  fields: {
    name: { kind: 'text', names: ['potentialname'] },
    amount: { kind: 'money', names: ['amount'] },
    stage: { kind: 'stage', names: ['sales_stage'] },
    closeDate: { kind: 'date', names: ['closingdate'] },
    owner: { kind: 'text', names: ['assigned_user_id'] },
    account: { kind: 'text', names: ['related_to'] },
    probability: { kind: 'percent', names: ['probability'] },
    nextStep: { kind: 'text', longest: LIMITS.text, names: ['nextstep'] },
    outcome: { kind: 'outcome', byStage: true },
  },
  recordId: ['machine:input#recordId'],
};
