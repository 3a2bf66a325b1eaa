import type { PastMap } from '../past-map.ts';

/** What is opened in a dialog has activities of its own. */
const LIST = '.activity-list:not(.ui-dialog *)';
const CONTACT = 'a[href*="/contact/view/"]';

export const past: PastMap = {
  feed: [
    {
      holder: `${LIST}:has(.accordion-group)`,
      row: '.accordion-group',
      // A note says when it was written; of others the day of their last change is shown.
      day: ['.details .date', '.created-at .date'],
      author: ['.details .user'],
      text: ['.message-subject'],
      kinds: [
        ['.icon .fa-envelope', 'email'],
        ['.icon :is(.fa-phone, .fa-phone-square)', 'call'],
        ['.icon :is(.fa-comment, .fa-comment-o)', 'note'],
        ['.icon .fa-tasks', 'task'],
        ['.icon :is(.fa-calendar, .fa-calendar-o)', 'meeting'],
      ],
    },
  ],
  contacts: [
    {
      holder: `.responsive-block > .row-fluid > .responsive-block > .attribute-item:has(${CONTACT})`,
      row: CONTACT,
      name: [''],
    },
  ],
  modified: {
    holder: '.page-title__path',
    day: [{ from: 'ul', pattern: /Updated At: (.+?)(?:, \d{1,2}:\d\d| \d{1,2}:\d\d|$)/ }],
  },
};
