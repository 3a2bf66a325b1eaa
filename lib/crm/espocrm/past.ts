import type { FeedMap, PastMap } from '../past-map.ts';

/** A quick view opens another record in a dialog, over the page. */
const panel = (name: string) => `.panel[data-name="${name}"]:not(.modal *)`;
const FULL_DATE = ['.stream-date-container [title]@title', '.stream-date-container'];
/** Both what was received and what was sent shows the envelope; the link beside it says who wrote. */
const MAIL = '.stream-head-text-container:has(.fa-envelope, .glyphicon-envelope)';

const stream: FeedMap = {
  holder: panel('stream'),
  row: 'li.list-row',
  day: FULL_DATE,
  author: [
    '.stream-head-text-container a[href*="#User/view/"]',
    '.stream-head-text-container a[href*="#Contact/view/"]',
  ],
  text: ['.stream-subject-container', '.stream-post-container .cell-post'],
  // Notes of the system: what was created, moved or changed.
  silent: '.label-state, .stream-details-container',
  kinds: [
    [MAIL, 'email'],
    ['.stream-post-container .cell-post', 'note'],
  ],
  buyer: `${MAIL} a[href*="#Contact/view/"]`,
  seller: `${MAIL} a[href*="#User/view/"]`,
  changes: { item: '.stream-post-container .label-state', to: [''] },
};

export const past: PastMap = {
  feed: [stream],
  planned: [
    {
      holder: panel('activities'),
      row: 'li.list-row',
      what: ['[data-name="name"]'],
      due: ['[data-name="dateStart"] [title]@title', '[data-name="dateStart"]', '[data-name="dateEnd"]'],
      owner: ['[data-name="assignedUser"]'],
    },
  ],
  contacts: [
    {
      holder: '.detail[data-scope="Opportunity"]:not(.modal *) .field[data-name="contacts"]',
      row: 'a[href*="#Contact/view/"]',
      name: [''],
    },
  ],
  modified: {
    holder: '.detail[data-scope="Opportunity"]:not(.modal *) [data-name="modifiedAt"]',
    day: ['[title]@title', ''],
  },
};
