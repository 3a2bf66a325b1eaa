import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

const lookup = ['a', '[slot="outputField"]', '.test-id__field-value', ''];

/** The object's API names: they mark the record's fields and the list's columns alike. */
const named = {
  name: { kind: 'text', names: ['Name'] },
  amount: { kind: 'money', names: ['Amount'] },
  stage: { kind: 'stage', names: ['StageName'] },
  closeDate: { kind: 'date', names: ['CloseDate'] },
  owner: { kind: 'text', names: ['OwnerId', 'Owner.Name', 'Owner.Alias'], inCell: lookup },
  account: { kind: 'text', names: ['AccountId', 'Account.Name'], inCell: lookup },
  probability: { kind: 'percent', names: ['Probability'] },
  forecastCategory: { kind: 'text', names: ['ForecastCategoryName', 'ForecastCategory'] },
  nextStep: { kind: 'text', longest: LIMITS.text, names: ['NextStep'] },
  // No field of the vendor's: companies add a date of their own, under any API name. Its label tells.
  nextStepDue: { kind: 'date' },
  createdOn: { kind: 'date', names: ['CreatedDate'] },
  lastActivity: { kind: 'date', names: ['LastActivityDate'] },
  outcome: { kind: 'outcome', byStage: true },
} satisfies FieldMap;

const fields = {
  ...named,
  name: {
    ...named.name,
    from: [
      'records-highlights2 [slot="primaryField"]',
      'record_flexipage-highlights-primary-row [slot="primaryField"]',
    ],
  },
  amount: {
    ...named.amount,
    currency: ['[data-target-selection-name="sfdc:RecordField.Opportunity.CurrencyIsoCode"] [slot="outputField"]'],
  },
  stage: { ...named.stage, from: ['sfa-output-stage-name'] },
  createdOn: {
    ...named.createdOn,
    // Who created it and when stand in one cell: "Ada Byrne, 4/7/2026, 9:12 AM".
    names: ['CreatedDate', 'CreatedById'],
    inCell: ['records-modstamp >>> lightning-formatted-text', '[slot="outputField"]', '.test-id__field-value'],
  },
  owner: { ...named.owner, from: ['force-owner-lookup a', 'force-owner-lookup >>> a'] },
  outcome: {
    ...named.outcome,
    from: [
      { from: '.slds-path__item.slds-is-won', is: 'won' },
      { from: '.slds-path__item.slds-is-lost', is: 'lost' },
    ],
  },
} satisfies FieldMap;

export const record: RecordMap = {
  // Console apps keep one record page per workspace tab; the one on top is the one whose ancestors are not hidden.
  scope: ['one-record-home-flexipage2', 'records-lwc-highlights-panel'],
  cells: [
    {
      cell: '[data-target-selection-name^="sfdc:RecordField.Opportunity."]',
      name: { from: '@data-target-selection-name', pattern: /\.(\w+)$/ },
      value: [
        '[slot="outputField"]',
        '.test-id__field-value',
        'lightning-formatted-text',
        'lightning-formatted-number',
      ],
    },
    {
      cell: 'records-record-layout-item[field-label]',
      label: '@field-label',
      value: ['[slot="outputField"]', '.test-id__field-value'],
    },
    { cell: 'flexipage-field', label: '.test-id__field-label', value: ['.test-id__field-value'] },
    { cell: 'records-highlights-details-item', label: '.slds-text-title', value: ['p.fieldComponent'] },
  ],
  fields,
  stages: {
    item: 'li.slds-path__item, li.runtime_sales_pathassistantPathAssistantTab',
    label: ['.slds-path__title@data-label', '@data-name', '.slds-path__title', '.slds-path__link', '.title'],
    // `slds-is-active` is only the step that a user looks at.
    current: '.slds-is-current, .slds-is-won, .slds-is-lost, .current',
  },
  // A disabled check box is how a saved yes or no is shown.
  editing:
    'records-record-layout-item, flexipage-field >>> input:not([type="checkbox"],[type="hidden"],:disabled,[readonly]), textarea:not(:disabled,[readonly])',
};

const link = 'a[href*="/lightning/r/"]@href';
const idInLink = { from: link, pattern: /\/lightning\/r\/(?:Opportunity\/)?(006\w{12,15})(?:\/|$)/ };

export const list: readonly RowMap[] = [
  {
    scope: ['lst-object-home', 'lst-list-view-manager', 'lightning-datatable'],
    row: 'tr[data-row-key-value]:not([data-row-key-value="HEADER"])',
    id: ['@data-row-key-value', idInLink],
    link,
    cells: [
      {
        cell: '> td, th',
        name: { from: '@data-col-key-value', pattern: /^([\w.]+?)(?:-|$)/ },
        label: '@data-label',
        value: ['machine:@data-cell-value', ''],
      },
    ],
    fields: {
      ...named,
      owner: { ...named.owner, inCell: ['a', ''] },
      account: { ...named.account, inCell: ['a', ''] },
    },
    total: ['.countSortedByFilteredBy', 'lst-list-view-manager-status-info'],
  },
  {
    scope: ['.forceListViewManager', '.forceObjectHomeDesktop'],
    row: 'table.uiVirtualDataTable tbody tr',
    id: [idInLink],
    link,
    cells: [
      {
        cell: '> td, th',
        heads: { table: 'table', cell: 'thead th', label: '@aria-label' },
        value: ['a', ''],
      },
    ],
    fields: {
      ...named,
      name: { kind: 'text', from: ['th a'] },
      amount: { kind: 'money', from: ['.sfaOpportunityDealMotionAmount'] },
      closeDate: { kind: 'date', from: ['.sfaOpportunityDealMotionCloseDate .uiOutputDate'] },
    },
    total: ['.countSortedByFilteredBy'],
  },
];

/** "Proposal (16)" */
const STAGE_OF_HEADER = /^(.*?) ?(?:\(\d[\d., ]*\+?\))?$/;
const COUNT_OF_HEADER = /\((\d[^)]*)\)$/;

/** The board keeps the list's address; a card holds name, account, amount and date alone. */
export const board: readonly RowMap[] = [
  {
    row: '.pipelineViewCard',
    id: [{ from: '@class', pattern: /(?:^|\s)(006\w{12,15})(?:\s|$)/ }, idInLink],
    link,
    column: {
      of: '.runtime_sales_pipelineboardPipelineViewColumn',
      label: [
        { from: '.stageHeaderLabel', pattern: STAGE_OF_HEADER },
        {
          from: '.runtime_sales_pipelineboardPipelineViewColumnHeader',
          pattern: STAGE_OF_HEADER,
        },
      ],
      // Cards are drawn a dozen at a time; the number in the header is the true one.
      count: [
        { from: '.stageHeaderLabel', pattern: COUNT_OF_HEADER },
        { from: '.runtime_sales_pipelineboardPipelineViewColumnHeader', pattern: COUNT_OF_HEADER },
      ],
    },
    fields: {
      name: { kind: 'text', from: ['.primaryDisplayField a', '.primaryDisplayField'] },
      amount: { kind: 'money', from: ['.sfaOpportunityDealMotionAmount'] },
      stage: { kind: 'stage' },
      closeDate: {
        kind: 'date',
        from: ['.sfaOpportunityDealMotionCloseDate .uiOutputDate', '.sfaOpportunityDealMotionCloseDate'],
      },
      account: { kind: 'text', from: ['a.forceOutputLookup'] },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];
