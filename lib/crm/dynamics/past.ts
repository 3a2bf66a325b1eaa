import type { FeedMap, PastMap } from '../past-map.ts';
import type { Take } from '../types.ts';

const FORM = '[data-id="editFormRoot"]';
const WALL = `${FORM} [data-id="notescontrol-timeline_wall_container"]`;
const ROW = '[id^="timeline_record_control"]';

/** Elements are called after what they hold, with the entry's number behind it: by `id` in some versions, by `data-id` in others. */
const named = (part: string) => `[id*="timeline_${part}"], [data-id*="timeline_${part}"]`;

const FIELD = 'field';

/** Calls, meetings and tasks stand there while they are open, too: theirs is the day on which they ended. */
const TIMED =
  '.PhoneCall-symbol, .PhoneCallIncoming-symbol, .PhoneCallOutgoing-symbol, .Appointment-symbol, .Task-symbol';

/** "Actual end: 9/7/2026 3:04 PM" in the user's language, or the moment alone. */
const day = (field: string, unless?: string): Take[] =>
  [`:is(${named(`${FIELD}_${field}`)})@title`, named(`${FIELD}_${field}`)].map((from) => ({
    from,
    pattern: /(?:^|: ?|\s)(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b/,
    ...(unless ? { unless } : {}),
  }));

const wall: FeedMap = {
  holder: `${WALL}:has(${ROW})`,
  row: ROW,
  day: [...day('actualend'), ...day('createdon', TIMED), ...day('modifiedon', TIMED)],
  author: [named(`${FIELD}_from`), named(`${FIELD}_createdby`)],
  text: ['record_title_text', 'record_content'].map(named),
  kinds: [
    ['.EmailIncoming-symbol, .EmailOutgoing-symbol', 'email'],
    ['.PhoneCall-symbol, .PhoneCallIncoming-symbol, .PhoneCallOutgoing-symbol', 'call'],
    ['.Appointment-symbol', 'meeting'],
    ['.Task-symbol', 'task'],
    ['.Note-symbol', 'note'],
  ],
  buyer: '.EmailIncoming-symbol',
  seller: '.EmailOutgoing-symbol',
};

const CONTACT = 'parentcontactid.fieldControl-LookupResultsDropdown_parentcontactid_selected_tag';

export const past: PastMap = {
  feed: [wall],
  contacts: [
    {
      holder: `${FORM} [data-id="parentcontactid.fieldControl-Lookup_parentcontactid"]`,
      row: `[data-id="${CONTACT}"]`,
      name: [`[data-id="${CONTACT}_text"]`, ''],
    },
  ],
  modified: { holder: `${FORM} [data-id="modifiedon-FieldSectionItemContainer"]`, day: ['input'] },
};
