import type { FeedMap, PastMap } from '../past-map.ts';

/** The design system's own marks of an activity's kind, and the older list's. */
const KINDS: FeedMap['kinds'] = [
  ['.slds-timeline__item_email', 'email'],
  ['.slds-timeline__item_call', 'call'],
  ['.slds-timeline__item_event', 'meeting'],
  ['.slds-timeline__item_task', 'task'],
];

const SUBJECT = ['h3 a', 'h3', '.slds-media__body a'];
const DATE = ['.slds-timeline__date'];
const ITEM = 'li:has(> .slds-timeline__item_expandable), li:has(.slds-timeline__date)';

/** A related list's column, by the API name of its field, whatever its label is called. */
const cell = (field: string) => `[data-col-key-value^="${field}-"]`;
const TABLE = 'lst-related-list-view-manager:has';
const ROW = 'tr[data-row-key-value]:not([data-row-key-value="HEADER"])';

export const past: PastMap = {
  // The outermost of a record's page: the past stands in none of the others.
  shadowHosts: 'one-record-home-flexipage2',
  feed: [
    {
      holder: 'past-activity-groups, .pastActivities',
      row: ITEM,
      day: DATE,
      text: SUBJECT,
      kinds: KINDS,
    },
  ],
  planned: [
    {
      holder: '.standardTimelineUpcomingActivities',
      row: ITEM,
      what: SUBJECT,
      due: DATE,
    },
  ],
  stages: [
    {
      holder: `${TABLE}(${cell('StageName')})`,
      row: `${ROW}:has(${cell('StageName')})`,
      day: [cell('CreatedDate'), cell('SystemModstamp'), cell('LastModifiedDate')],
      stage: [cell('StageName')],
    },
  ],
  contacts: [
    {
      holder: `${TABLE}(${cell('Role')})`,
      row: `${ROW}:has(${cell('Role')})`,
      name: [`${cell('Contact.Name')} a`, `${cell('ContactId')} a`, `${cell('Name')} a`],
      role: [cell('Role')],
    },
  ],
};
