import type { FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/**
 * The opportunity's own block, by its depth: a task or call unfolded among the activities below has rows like these,
 * with a status of its own, and what is converted into the base currency stands one level further in.
 */
const ITEM = '.responsive-block > .row-fluid > .responsive-block > .attribute-item';

export const PAGES = {
  record: ITEM,
  list: ['status', 'budgetAmount', 'closeDate', 'probability']
    .map((name) => `tr.grid-row > td.grid-body-cell-${name}:not(.ui-dialog *)`)
    .join(', '),
  board: '.board .board-column:not(.ui-dialog *)',
} as const;

/** Says "lost" by its colour in every language; of other states it says only that they are not lost. */
const BADGE = '.page-title__status .badge';

export const record: RecordMap = {
  cells: [{ cell: ITEM, name: '> .attribute-item__term', value: ['.attribute-item__description .control-label'] }],
  fields: {
    name: { kind: 'text', names: ['Opportunity name'], from: ['.page-title h1.page-title__entity-title'] },
    // "Close revenue" is another sum: what a closed deal brought.
    amount: { kind: 'money', names: ['Budget amount'] },
    stage: { kind: 'stage', names: ['Status'], from: [BADGE] },
    closeDate: { kind: 'date', names: ['Expected close date'] },
    // A business unit may own it: its link leads elsewhere.
    owner: { kind: 'text', from: ['.page-title__entity-info-state a[href*="/user/view/"]'] },
    account: { kind: 'text', names: ['Account'] },
    probability: { kind: 'percent', names: ['Probability'] },
    createdOn: { kind: 'date', from: [{ from: '.page-title__path ul', pattern: /Created At: (.+?) Updated At:/ }] },
    outcome: { kind: 'outcome', from: [{ from: `${BADGE}.status-disabled`, is: 'lost' }], byStage: true },
  } satisfies FieldMap,
  recordId: [{ from: '.page-title a.edit-button@href', pattern: /\/opportunity\/update\/(\d+)(?:[?#]|$)/ }],
};

/** "grid-body-cell-name-long-value" is put beside "grid-body-cell-name" where a text is long. */
const column: Take = { from: '@class', pattern: /(?:^| )grid-body-cell-(\w+)(?: |$)/ };

const ROW = 'tr.grid-row:has(> td.grid-body-cell-name):not(.ui-dialog *)';
const WITH_ID = 'td.grid-body-cell-id';

const row: RowMap = {
  row: ROW,
  cells: [{ cell: '> td.grid-body-cell', name: column, value: [''] }],
  fields: {
    name: { kind: 'text', names: ['name'] },
    amount: { kind: 'money', names: ['budgetAmount'] },
    stage: { kind: 'stage', names: ['status'] },
    closeDate: { kind: 'date', names: ['closeDate'] },
    owner: { kind: 'text', names: ['ownerName'] },
    account: { kind: 'text', names: ['accountName'] },
    probability: { kind: 'percent', names: ['probability'] },
    createdOn: { kind: 'date', names: ['createdAt'] },
    outcome: { kind: 'outcome', byStage: true },
  },
  total: ['.totals-label'],
};

/**
 * A row has a link only while the pointer is over it, so its number is known where the column for it is shown, and
 * nowhere else.
 */
export const list: readonly RowMap[] = [
  { ...row, row: `${ROW}:has(> ${WITH_ID})`, id: [{ from: `> ${WITH_ID}`, pattern: /^(\d+)$/ }] },
  row,
];

/** Titles stand above the columns, which carry nothing of their own: `titles` gives each the one in its place. */
export function boardWith(titles: readonly Take[]): readonly RowMap[] {
  const link = '.card-title a[href*="/opportunity/view/"]@href';
  return [
    {
      row: '.opportunity-card-view',
      id: [{ from: link, pattern: /\/opportunity\/view\/(\d+)(?:[?#]|$)/ }],
      link,
      column: { of: PAGES.board, label: titles },
      // The day on a card is that of its last change.
      fields: {
        name: { kind: 'text', from: ['.card-title a'] },
        amount: { kind: 'money', from: ['.card-amount'] },
        stage: { kind: 'stage' },
        account: { kind: 'text', from: ['.card-additional-line:first-child'] },
        probability: { kind: 'percent', from: ['.card-probability'] },
        outcome: { kind: 'outcome', byStage: true },
      },
    },
  ];
}
