import type { FeedMap, PastMap } from '../past-map.ts';
import type { Take } from '../types.ts';

/** Tabs without names: all of it is the first, what is not done yet the second. */
const tab = (place: number) => `div:has(> div > .cursor-pointer:nth-child(${place}).border-brandColor)`;

/** Each row is headed by its kind's icon. What has a time of its own may be planned, done or missed: nothing tells. */
const ICONS = ['.icon-mail', '.icon-note', '.icon-file', '.icon-call', '.icon-activity', '.icon-system-generate'];
const ROW = `.flex:has(> :is(${ICONS.join(', ')}).rounded-full)`;
const TIMED = '.icon-call, .icon-activity';

/** "14 Sep 2026, 9:12 AM, By: Ada Byrne", in the page's language behind the moment. */
const FOOT = '.flex-col > div.text-gray-500:last-child';
const BY = /[AP]M, [^:]+: ?(.+)$/;
const made = (pattern: RegExp): Take => ({ from: FOOT, pattern, unless: TIMED });

const feed: FeedMap = {
  holder: tab(1),
  row: ROW,
  day: [made(/^(\d{1,2} \S+ \d{4}),/)],
  // Of a mail that was received it names who filed it.
  author: [{ from: FOOT, pattern: BY, unless: '.icon-mail' }],
  text: ['.font-medium', 'p'],
  silent: '.icon-system-generate',
  kinds: [
    ['.icon-mail', 'email'],
    ['.icon-note', 'note'],
  ],
  changes: {
    item: '.font-medium:has(.icon-stats-up)',
    // "Updated Stage : Follow Up → Prospect"
    field: { from: '', pattern: /^(.+?) ?:/ },
    from: ['span:has(+ .icon-stats-up)'],
    to: ['.icon-stats-up + span'],
  },
};

const PERSON = 'a[href*="/contacts/persons/view/"]';

export const past: PastMap = {
  feed: [feed],
  planned: [
    {
      holder: tab(2),
      row: `.flex:has(> :is(${TIMED}).rounded-full)`,
      what: ['.font-medium'],
      // "Scheduled on: 21 Sep 2026, 3:00 PM - 21 Sep 2026, 3:30 PM"
      due: [{ from: '.font-medium + p', pattern: /: ?(\d{1,2} \S+ \d{4}), [^-]+ - / }],
      owner: [{ from: FOOT, pattern: BY }],
    },
  ],
  contacts: [{ holder: `.border-b:has(> .flex > .flex-col > ${PERSON})`, row: PERSON, name: [''] }],
};
