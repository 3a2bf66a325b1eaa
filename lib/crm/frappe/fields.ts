import { LIMITS } from '../../deal/reading.ts';
import type { CellSet, FieldMap, RecordMap, RowMap } from '../types.ts';

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

/** Cells are told by their place beneath the heads, which stand in a grid of their own; a row is its record's link. */
const columns: CellSet = {
  cell: '.grid > *',
  heads: { table: 'div:has(> .grid)', cell: '.grid:not(a *) > *', name: '', label: '' },
  // Beside it stands a picture, with a letter in it where there is none.
  value: ['.truncate'],
};

export const ROW = 'a[href*="/crm/deals/"]:has(.grid)';

/** Users choose the columns; a moment is shown as the time gone by since then, and left alone. */
export const list: readonly RowMap[] = [
  {
    row: ROW,
    id: [{ from: '@href', pattern: /\/crm\/deals\/(?!view(?:[/?#]|$))((?:[\p{L}\p{N}._-]|%[\dA-F]{2})+)(?:[/?#]|$)/u }],
    link: '@href',
    cells: [columns],
    fields: {
      // A deal is called after its organisation, as in its own head.
      name: { kind: 'text', names: ['Organization', 'Firma', 'Organisation', 'Organización'] },
      amount: { kind: 'money', names: fields.amount.names },
      stage: { kind: 'stage', names: ['Status'] },
      closeDate: { kind: 'date', names: fields.closeDate.names },
      owner: { kind: 'text', names: ['Besitzer des Deals'] },
      probability: { kind: 'percent' },
      nextStep: { kind: 'text', longest: LIMITS.text },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];
