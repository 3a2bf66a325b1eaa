import type { FieldMap, RecordMap, Source } from '../types.ts';

/** A lookup's chosen record, in the form and then in the header. */
const lookup = (attribute: string): Source[] => {
  const tag = `${attribute}.fieldControl-LookupResultsDropdown_${attribute}_selected_tag`;
  return [
    `[data-id$="${tag}_text"]`,
    `[data-id$="${tag}"]`,
    `[data-id="header_${attribute}.fieldControl-Lookup_${attribute}"]`,
  ];
};

const option = (attribute: string): Source[] => [
  `[data-id*="${attribute}.fieldControl"] select`,
  `select[data-id*="${attribute}.fieldControl"]`,
  `[role="combobox"][data-id*="${attribute}.fieldControl"]@value`,
];

const fields = {
  name: { kind: 'text', from: ['[data-id="header_title"]@title', 'input[data-id^="name.fieldControl"]'] },
  amount: {
    kind: 'money',
    from: [
      'input[data-id*="estimatedvalue.fieldControl"]',
      '[data-id="header_estimatedvalue.fieldControl-text-box-container"]',
    ],
    // A name ("US Dollar") unless the organisation shows codes.
    currency: lookup('transactioncurrencyid'),
  },
  stage: { kind: 'stage' },
  closeDate: {
    kind: 'date',
    from: [
      'input[data-id*="estimatedclosedate.fieldControl-date-time-input"]',
      '[data-id="header_estimatedclosedate.fieldControl-text-box-container"]',
    ],
  },
  owner: { kind: 'text', from: lookup('ownerid') },
  account: { kind: 'text', from: [...lookup('parentaccountid'), ...lookup('customerid')] },
  probability: { kind: 'percent', from: ['input[data-id*="closeprobability.fieldControl"]'] },
  forecastCategory: { kind: 'text', from: option('msdyn_forecastcategory') },
  createdOn: { kind: 'date', from: ['input[data-id*="createdon.fieldControl-date-time-input"]'] },
  outcome: {
    kind: 'outcome',
    // A closed opportunity is read-only, and the notice ends with its status; a form without the notice is open.
    from: [
      { from: '#message-formReadOnlyNotification', pattern: /([^\s:]+)[\s.]*$/ },
      { from: '[data-id="header_title"]', unless: '#message-formReadOnlyNotification', is: 'open' },
    ],
  },
} satisfies FieldMap;

const STAGE_NAME = '[data-id^="MscrmControls.Containers.ProcessBreadCrumb-processHeaderStageName_"]';

export const record: RecordMap = {
  scope: ['[data-id="editFormRoot"]'],
  fields,
  stages: {
    item: '#bpfContainer li',
    label: [STAGE_NAME],
    id: [{ from: `${STAGE_NAME}@data-id`, pattern: /StageName_(.+)$/ }],
    current: '[data-selected-stage="true"]',
  },
  // "- Unsaved" behind the title, as Microsoft's own tests know it; other languages are put together from their words
  // for "not" and were not seen.
  editing: {
    from: '[data-id^="header_saveStat"]',
    pattern:
      /((?:^|[\s-])(?:un|not |nicht |non |no |sin |não |niet |inte |ej |ikke |ikkje )\p{L}+|未保存|保存されていません)/iu,
  },
};
