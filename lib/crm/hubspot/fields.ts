import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

/** The deal object's own property names: they mark sidebar fields and table columns alike. */
const named = {
  name: { kind: 'text', names: ['dealname'] },
  amount: { kind: 'money', names: ['amount'] },
  stage: { kind: 'stage', names: ['dealstage'] },
  pipeline: { kind: 'text', names: ['pipeline'] },
  closeDate: { kind: 'date', names: ['closedate'] },
  owner: { kind: 'text', names: ['hubspot_owner_id'] },
  probability: { kind: 'percent', names: ['hs_deal_stage_probability'] },
  forecastCategory: { kind: 'text', names: ['hs_manual_forecast_category'] },
  nextStep: { kind: 'text', longest: LIMITS.text, names: ['hs_next_step'] },
  nextStepDue: { kind: 'date', names: ['notes_next_activity_date'] },
  createdOn: { kind: 'date', names: ['createdate'] },
  lastActivity: { kind: 'date', names: ['notes_last_contacted', 'notes_last_updated'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

const fields = {
  ...named,
  name: {
    ...named.name,
    from: ['[data-selenium-test="highlightTitle"]', '[data-test-id="highlight-record-label"]'],
  },
  amount: {
    ...named.amount,
    currency: [
      '[data-card-type="PROPERTIES_V3"] [data-selenium-test="property-input-deal_currency_code"]',
      '[data-test-id="all-properties-panel"] [data-test-id="property-input-deal_currency_code"]',
    ],
  },
  stage: { ...named.stage, from: ['[data-test-id="deal-stage-select"]'] },
  account: {
    kind: 'text',
    // Association cards are the one place where another object is meant: the company's own link.
    from: [
      '[data-test-id="card-wrapper-ASSOCIATION_V3/0-2"] a[href*="/record/0-2/"]',
      '[data-test-id="card-wrapper-ASSOCIATION_TABLE/0-2"] a[href*="/record/0-2/"]',
    ],
  },
} satisfies FieldMap;

const value = ['[data-selenium-test^="property-input-"]', '[data-test-id^="property-input-"]'];

export const record: RecordMap = {
  cells: [
    {
      cell: '[data-test-id="record-highlight-content"] [data-test-id^="highlight-property-item-"]',
      name: { from: '@data-test-id', pattern: /^highlight-property-item-(\w+)$/ },
      value: ['[data-test-id^="property-input-"]', '[data-test-id^="highlight-property-display-"]'],
    },
    {
      cell: '[data-card-type="PROPERTIES_V3"] ul[data-selenium-test="profile-properties-list"] > [data-test-id]',
      name: '@data-test-id',
      // The owner carries no marker: the label's neighbour.
      value: [...value, '[data-deferred-property-input-root] > label ~ :not([data-test-id="hover-content-wrapper"])'],
    },
    {
      // A row that is still a grey bar has no hover wrapper, or is named a skeleton.
      cell: '[data-test-id="all-properties-panel"] [data-test-id^="property-input-"]:has([data-test-id="hover-content-wrapper"])',
      name: { from: '@data-test-id', pattern: /^property-input-(\w+)$/ },
      value: ['[data-selenium-test^="property-input-"]', ''],
    },
    {
      cell: '[data-card-type="PROPERTIES_LIST"] [data-test-id="crm-property-list-item"]',
      label: 'label',
      value: ['label + *'],
    },
    {
      cell: '[data-card-type="DATA_HIGHLIGHTS"] [data-test-id="crm-data-highlights-item"]',
      label: 'p:first-of-type',
      value: ['p:nth-of-type(2)'],
    },
  ],
  fields,
};

/** "Contract sent (Sales pipeline)": lists add the pipeline to a stage, records do not. */
const stageAlone = { from: '', pattern: /^(.*?)(?: \([^()]+\))?$/ };

/** Columns are named by property, so the table is read in any language. */
export const list: readonly RowMap[] = [
  {
    scope: ['[data-test-id="framework-data-table"]'],
    row: 'tr[data-test-id^="row-"]',
    id: [{ from: '@data-test-id', pattern: /^row-(\d+)$/ }],
    link: 'a[href*="/record/0-3/"]@href',
    cells: [
      {
        cell: '> td',
        name: { from: '@data-table-external-id', pattern: /^cell-\d+-\d+-(\w+)-\d+$/ },
        value: ['[data-test-id="truncated-object-label"]', ''],
      },
    ],
    fields: { ...named, stage: { ...named.stage, inCell: [stageAlone] } },
  },
];

const TOTAL = '[data-test-id="cdb-column-footer"] [data-test-id="summary-line-1"]';

/** Deal boards were not seen; the same component draws the ticket boards that this map is made from. */
export const board: readonly RowMap[] = [
  {
    row: '[data-test-id="cdb-column-item"]',
    id: ['@data-selenium-id', '[data-selenium-id]@data-selenium-id'],
    link: 'a[href*="/record/0-3/"]@href',
    column: {
      of: '[data-test-id="cdb-column"]',
      label: ['[data-test-id="cdb-column-name"]'],
      // The first line is the plain total, the second the weighted one.
      sum: { kind: 'money', from: [`${TOTAL} span:nth-child(2)`, `${TOTAL} span`, TOTAL] },
    },
    cells: [
      {
        cell: '[data-test-id^="cdbc-property-"]:has([data-test-id="cdbc-property-label"])',
        label: '[data-test-id="cdbc-property-label"]',
        value: ['[data-test-id="cdbc-property-value"]'],
      },
    ],
    fields: {
      ...named,
      name: { kind: 'text', from: ['[data-test-id="board-card-section-title-link"]', '[data-test-id="cdbc-title"]'] },
    },
  },
];
