import type { FeedMap, PastMap } from '../past-map.ts';
import type { Take } from '../types.ts';

/** A record in a dialog has a chatter of its own. */
const CHATTER = '.o_action_manager :is(.o_Chatter, .o-mail-Chatter)';

/** The icon that a planned activity leaves in the message once it is done, and the envelope of what was sent. */
const KINDS: FeedMap['kinds'] = [
  ['.fa-phone', 'call'],
  ['.fa-users', 'meeting'],
  ['.fa-envelope, .fa-envelope-o', 'email'],
  ['.fa-tasks', 'task'],
  ['.o-mail-Message-body.o-note', 'note'],
];

/** 14 and 15 say the field before its values, 16 on behind them. */
const current: FeedMap = {
  holder: CHATTER,
  row: '.o-mail-Message',
  day: ['.o-mail-Message-date@title', '.o-mail-Message-date'],
  author: ['.o-mail-Message-author'],
  text: ['.o-mail-Message-body'],
  silent: '.o-mail-Message-tracking',
  kinds: KINDS,
  // Only users of the CRM can log a note.
  seller: '.o-mail-Message-body.o-note, .o-mail-Message-author.o-selfAuthored',
  changes: {
    item: '.o-mail-Message-tracking',
    field: '.o-mail-Message-trackingField',
    from: ['.o-mail-Message-trackingOld'],
    to: ['.o-mail-Message-trackingNew'],
  },
};

const older: FeedMap = {
  holder: CHATTER,
  row: '.o_Message',
  day: ['.o_Message_headerDate@title', '.o_Message_date@title', '.o_Message_headerDate', '.o_Message_date'],
  author: ['.o_Message_authorName'],
  text: ['.o_Message_prettyBody'],
  silent: '.o_Message_trackingValue',
  kinds: [...KINDS, ['.o_Message_core', 'other']],
  changes: {
    item: '.o_Message_trackingValue',
    field: '.o_Message_trackingValueFieldName',
    from: ['.o_Message_trackingValueOldValue'],
    to: ['.o_Message_trackingValueNewValue'],
  },
};

/** "Due in 5 days:", "Tomorrow:"; what is overdue says by how much in words that no date is made of. */
const dueWords = (from: string): Take => ({ from, pattern: /^(?:Due )?(.+?) ?:$/ });
const quoted = (from: string): Take => ({ from, pattern: /[“"«„]\s*([^“”"«»„]+?)\s*[”"»“]/ });
/** "for Ada Byrne", in the page's language: the name follows the first word. */
const assignee = (from: string): Take => ({ from, pattern: /^\S+ (.+)$/ });

const due = (block: string): Take[] => [`${block}@title`, dueWords(block)];

export const past: PastMap = {
  feed: [
    { ...current, holder: `${CHATTER}:has(.o-mail-Message)` },
    { ...older, holder: `${CHATTER}:has(.o_Message)` },
  ],
  planned: [
    {
      holder: `${CHATTER}`,
      row: '.o_Activity, .o_ActivityView, .o-mail-Activity',
      what: [quoted(''), '.o_Activity_summary', '.o_ActivityView_summary', '.o-mail-Activity-info .text-break'],
      due: [
        ...due('.o_Activity_dueDateText'),
        ...due('.o_ActivityView_dueDateText'),
        ...due('.o-mail-Activity-due'),
        dueWords('.o-mail-Activity-info > span:first-child'),
      ],
      owner: ['.o_Activity_userName', '.o_ActivityView_userName', '.o-mail-Activity-user'].map(assignee),
    },
  ],
};
