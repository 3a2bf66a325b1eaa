import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

/** Fields carry their label alone. Inputs always show the saved value and are saved when left. */
const fields = {
  name: { kind: 'text', from: ['.truncate.text-2xl.font-medium'] },
  // Where a value is forecast as well, the deal's own goes first.
  amount: { kind: 'money', inputIsValue: true, names: ['Deal Value'] },
  // The header's other buttons have no mark of a status before their text.
  stage: { kind: 'stage', from: ['header button:has(svg > rect + circle)'] },
  closeDate: { kind: 'date', inputIsValue: true, names: ['Expected Closure Date'] },
  owner: { kind: 'text', inputIsValue: true },
  account: { kind: 'text', inputIsValue: true },
  probability: { kind: 'percent', inputIsValue: true },
  nextStep: { kind: 'text', longest: LIMITS.text, inputIsValue: true },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

export const record: RecordMap = {
  cells: [
    {
      cell: '.section .field',
      name: '.truncate',
      label: '.truncate',
      value: [
        'input:not([type="checkbox"])',
        'textarea',
        'select',
        // A chooser: the picture before the name holds a letter, the prompt in its place is no value.
        'button .text-ellipsis',
        { from: 'button .text-gray-500, button .text-ink-gray-4', is: '' },
        { from: '> div:last-child', unless: 'button' },
      ],
    },
  ],
  fields,
  recordId: ['.cursor-copy'],
};

/** Cards show what the company chose, in its order and without names: the title, the column and the id are sure. */
export const board: readonly RowMap[] = [
  {
    row: 'a[data-name][href*="/crm/deals/"]',
    // Named after a series that a company may choose: letters of any script, no markup.
    id: [{ from: '@data-name', pattern: /^([\p{L}\p{N}._-]+)$/u }],
    link: '@href',
    column: { of: '[data-column]', label: ['@data-column'] },
    fields: {
      name: {
        kind: 'text',
        from: ['[data-name] > :first-child .truncate', '[data-name] > :first-child:not(:has(*))'],
      },
      stage: { kind: 'stage' },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];
