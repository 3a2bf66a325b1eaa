import type { CellSet, FieldMap, RecordMap, RowMap, Source, Take } from '../types.ts';

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

const GRID = '[data-id="entity_control-powerapps_onegrid_control_container"]';
/** Around any of the grids, the older read-only one among them; those inside a form list related records. */
const BODY = '[data-id="data-set-body-container"]:not([data-id="editFormRoot"] *)';
export const LIST = `${GRID}, ${BODY}`;

/** The name is the link to its deal. Other columns link to deals too, but to others: a parent, the deal of a quote. */
const deal = '> [role="gridcell"][col-id="name"] >>> a[href*="etn=opportunity&"], a[href$="etn=opportunity"]';

/** While a cell is edited it holds an input, and what stands in that is a draft. */
const saved = (css: Source): Take => ({ from: css, unless: 'input, textarea, select' });
const linked = saved('a[aria-label]@aria-label');
const cells = (cell: string): CellSet => ({ cell, name: '@col-id', value: [linked, saved('')] });

export const list: readonly RowMap[] = [
  {
    scope: [GRID, BODY],
    // A row may be opened and then holds a grid of related records.
    row: '[role="row"][row-index]:not([role="row"] *)',
    id: [{ from: `${deal}@href`, pattern: /[?&]id=(?:%7B|\{)?([0-9a-f-]{36})/i }],
    link: `${deal}@href`,
    // A customer may be a contact: it is looked at last, as on the record.
    cells: [cells('> [role="gridcell"]:not([col-id="customerid"])'), cells('> [role="gridcell"][col-id="customerid"]')],
    // No stage: a view can show the pipeline phase or the sales stage, and neither need be the stage of the process,
    // which is what the record shows.
    fields: {
      name: { kind: 'text', names: ['name'] },
      amount: { kind: 'money', names: ['estimatedvalue'] },
      closeDate: { kind: 'date', names: ['estimatedclosedate'] },
      // A picture or initials may stand beside the name.
      owner: { kind: 'text', names: ['ownerid'], inCell: [linked, saved('button span'), saved('')] },
      account: { kind: 'text', names: ['parentaccountid', 'customerid'] },
      probability: { kind: 'percent', names: ['closeprobability'] },
      forecastCategory: { kind: 'text', names: ['msdyn_forecastcategory'] },
      createdOn: { kind: 'date', names: ['createdon'] },
      outcome: { kind: 'outcome', names: ['statecode'] },
    },
  },
];
