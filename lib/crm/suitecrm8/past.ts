import type { FeedMap, PastMap } from '../past-map.ts';

/** What was called, met and written; each links to its own record, by its module's name. */
const to = (module: string) => `.history-timeline-entry-title a[href*="#/${module}/"]`;

const timeline: FeedMap = {
  holder: '.history-timeline:has(.history-timeline-entry)',
  row: '.history-timeline-entry',
  // The day of the entry's last change: that a call was closed, a note was written.
  day: [{ from: '.history-timeline-entry-date', pattern: /^([\d./-]+)(?: .*)?$/ }, '.history-timeline-entry-date'],
  author: ['.history-timeline-entry-user'],
  text: ['.history-timeline-entry-title'],
  // Lines of the audit lead nowhere.
  silent: '.history-timeline-entry-title a:not([href])',
  kinds: [
    [to('calls'), 'call'],
    [to('meetings'), 'meeting'],
    [to('emails'), 'email'],
    [to('tasks'), 'task'],
    [to('notes'), 'note'],
  ],
};

const DUE = ['date_due', 'date_end', 'date_start'].map((name) => `td.column-${name}`);
/** A panel's own records; other columns may link to contacts too. */
const CONTACT = 'td.column-name a[href*="#/contacts/record/"]';

export const past: PastMap = {
  feed: [timeline],
  planned: [
    {
      // What was held or done has neither column in its panel.
      holder: `scrm-subpanel:has(td.column-status):has(${DUE.join(', ')})`,
      row: 'tr:has(> td.column-status)',
      what: ['td.column-name'],
      due: DUE.map((from) => ({ from, pattern: /^([\d./-]+)(?: .*)?$/ })),
      owner: ['td.column-assigned_user_name'],
    },
  ],
  contacts: [
    {
      holder: `scrm-subpanel:has(${CONTACT})`,
      row: `tr:has(> ${CONTACT})`,
      name: [CONTACT],
      role: ['td.column-opportunity_role'],
    },
  ],
  modified: {
    holder: '.dynamic-field-name-date_modified:not(.dynamic-field-mode-list)',
    day: [{ from: '', pattern: /^([\d./-]+)(?: .*)?$/ }],
  },
};
