import type { FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** A field's value stands in a hidden input; what is shown beside it is cut after 20 characters and ends in dots. */
const hidden = (name: string) => `input[type="hidden"][name="${name}"]`;
const shownBeside = (name: string): Take => ({
  from: `${hidden(name)} ~ div > span`,
  pattern: /^((?!.*\.{3}$).*)$/,
});

/** Reached stages are green, those of a lost deal red; won and lost share one button behind them. */
const GREEN = '.\\!bg-green-500';
const CLOSED = '.stage ~ * ';

const fields = {
  name: { kind: 'text', from: ['h3.text-lg'] },
  amount: { kind: 'money', from: [`machine:${hidden('lead_value')}`, shownBeside('lead_value')] },
  stage: { kind: 'stage' },
  closeDate: {
    kind: 'date',
    from: [`machine:${hidden('expected_close_date')}`, shownBeside('expected_close_date')],
  },
  // The input holds the user's number.
  owner: { kind: 'text', from: [{ from: `${hidden('user_id')} ~ div > span`, pattern: /^((?!\d+$|.*\.{3}$).*)$/ }] },
  outcome: {
    kind: 'outcome',
    from: [
      { from: `${CLOSED}${GREEN}`, is: 'won' },
      { from: '.stage.\\!bg-red-500', is: 'lost' },
      { from: `.stage${GREEN}`, is: 'open' },
    ],
  },
} satisfies FieldMap;

export const record: RecordMap = {
  fields,
  // Won: every stage is reached, and the deal is in none of them.
  stages: { item: '.stage', label: ['span'], current: `.stage${GREEN}:not(:has(~ * ${GREEN}))` },
  // Edited in place, a field's hidden input gives way to one to type in.
  editing: ['lead_value', 'expected_close_date', 'user_id']
    .map((name) => `input[name="${name}"]:not([type="hidden"])`)
    .join(', '),
};

const count = /\((\d+)\)$/;

export const board: readonly RowMap[] = [
  {
    row: 'a.lead-item',
    id: [{ from: '@href', pattern: /\/leads\/view\/(\d+)\/?$/ }],
    link: '@href',
    column: {
      of: '[class*="min-w-[275px]"]',
      // "Proposition (4)"
      label: [{ from: 'span', pattern: /^(.*?) ?\(\d+\)$/ }],
      count: [{ from: 'span', pattern: count }],
    },
    fields: {
      name: { kind: 'text', from: ['p'] },
      amount: { kind: 'money', from: ['.rounded-xl:not(:has(.icon-settings-user))'] },
      stage: { kind: 'stage' },
      owner: { kind: 'text', from: ['.rounded-xl:has(.icon-settings-user)'] },
      // The person's organisation, below the person.
      account: { kind: 'text', from: ['.flex-col > span + span'] },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];
