import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** A length of time as Pipedrive writes it in the languages of the label table: "12 T", "5 days", "3 Std.". */
const TIME =
  '\\d+ ?(?:[dhjmtwsug]|min|mo|std|hrs?|hours?|days?|weeks?|months?|tage?n?|wochen?|monate?|stunden?|jours?|mois|' +
  'semaines?|d[ií]as?|semanas?|mes(?:es)?|horas?|giorn[oi]|settiman[ae]|or[ae]|dag(?:en|ar)?|weken|veckor|日間?|時間|週間|か月)\\.?';
const AROUND = new RegExp(`^(?:${TIME}(?: ?[·•|,:–-] ?|$))?(.*?)(?: ?[·•|,:(–-]? ?${TIME}\\)?)?$`, 'iu');

/** The days in the stage are glued to its button: "12 T · Angebot gemacht", "Proposal made4m", "5 days" alone. */
const withoutTime = (from: string): Take => ({ from, pattern: AROUND });

const fields = {
  name: {
    kind: 'text',
    // The title stands in a text area at all times: a draft only while it has the focus.
    from: [
      '[data-testid="header-title"] textarea',
      '[data-testid="header-title"] [data-test="editable-input-content"]',
      '[data-testid="header-title"] h1',
      '[data-testid="header-title"]',
    ],
    inputIsValue: true,
  },
  amount: { kind: 'money' },
  stage: { kind: 'stage' },
  pipeline: { kind: 'text' },
  closeDate: { kind: 'date' },
  owner: { kind: 'text' },
  account: { kind: 'text', from: ['a[href*="/organization/"]'] },
  probability: { kind: 'percent' },
  nextStep: { kind: 'text', longest: LIMITS.text },
  nextStepDue: { kind: 'date' },
  createdOn: { kind: 'date' },
  lastActivity: { kind: 'date' },
  outcome: {
    kind: 'outcome',
    // Only an open deal can still be won.
    from: [{ from: '[data-testid="won-button"]', is: 'open' }],
  },
} satisfies FieldMap;

export const record: RecordMap = {
  cells: [
    {
      cell: '[data-testid="field-name"]',
      parent: true,
      label: '[data-testid="field-name"]',
      value: ['[data-testid="field-name"] ~ *'],
    },
  ],
  fields,
  stages: {
    item: 'button.cui5-stage-selector__stage',
    label: [withoutTime('@aria-label'), withoutTime('')],
    current: '[aria-selected="true"]',
  },
};

const link = 'a[href*="/deal/"]@href';

const SUMMARY = '[data-test="stage-summary"]';

export const board: readonly RowMap[] = [
  {
    scope: ['[data-test="pipeline-view"]'],
    row: '[data-test="pipeline-deal-tile"]',
    id: [
      { from: link, pattern: /\/deal\/(\d+)/ },
      { from: '@data-test-deal-id', pattern: /^(\d+)$/ },
    ],
    link,
    column: {
      of: '[data-test*="stage"]:has([data-test="deals-list"])',
      // The title and the sum stand side by side in the head.
      label: [
        '[data-test^="stage-header-"] div:not(:has(*),[data-test])',
        '> div:not([data-test])',
        'div:not([data-test])',
      ],
      id: [{ from: '@data-test', pattern: /stage-(\d+)/ }],
      // "€48,500 · 3 deals"; a column that has none says "€0" alone.
      count: [
        { from: `${SUMMARY} > span:only-child`, is: '0' },
        { from: `${SUMMARY} span + span:last-child`, pattern: /^(\d[\d.,]*) ?\p{L}/u },
      ],
      // A figure with the scales beside it is weighted by probability.
      sum: { kind: 'money', from: [{ from: `${SUMMARY} span`, unless: `${SUMMARY} svg` }] },
    },
    fields: {
      // A coloured label may stand before the title. What stands behind it is the organisation, or the person where
      // there is none, and nothing tells which.
      name: { kind: 'text', from: ['a[href*="/deal/"] > span:not(:has([data-test="deal-label"]))'] },
      amount: { kind: 'money', from: ['[data-test="pipeline-deal-value"]'] },
      stage: { kind: 'stage' },
      outcome: { kind: 'outcome' },
    },
  },
];

/** The older table; cells carry the field's API name. */
export const list: readonly RowMap[] = [
  {
    row: 'tr:has(> td[data-field="title"])',
    id: [{ from: link, pattern: /\/deal\/(\d+)/ }],
    link,
    cells: [{ cell: '> td[data-field]', name: '@data-field', value: ['[data-test$="-label"]', ''] }],
    fields: {
      name: { kind: 'text', names: ['title'] },
      amount: { kind: 'money', names: ['value'] },
      stage: { kind: 'stage', names: ['stage_id'] },
      pipeline: { kind: 'text', names: ['pipeline_id'] },
      closeDate: { kind: 'date', names: ['expected_close_date'] },
      owner: { kind: 'text', names: ['user_id'] },
      account: { kind: 'text', names: ['org_id'] },
      probability: { kind: 'percent', names: ['probability'] },
      nextStepDue: { kind: 'date', names: ['next_activity_date'] },
      createdOn: { kind: 'date', names: ['add_time'] },
      lastActivity: { kind: 'date', names: ['last_activity_date'] },
      outcome: { kind: 'outcome', names: ['status'] },
    },
  },
];
