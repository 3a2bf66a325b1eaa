import type { FeedMap, PastMap, PlannedMap } from '../past-map.ts';
import type { Take } from '../types.ts';

/** The tab that is open: all that happened, mails, comments or calls; its tasks and notes are rows of other kinds. */
const ROW = '.activity.grid';

/**
 * The moment as the user chose to see it: written out ("Mon, Sep 7, 2026 3:04 pm") it is a day, as time gone by
 * ("3 days ago") mostly none. A call shows its day besides, without a year.
 */
const when = (from: string): Take => ({ from, pattern: /^\p{L}+\.?, (\p{L}+\.? \d{1,2}, \d{4})\b/u });
const DAY: readonly Take[] = [
  when('.whitespace-nowrap .text-sm, .shrink-0 .text-sm'),
  '.whitespace-nowrap .text-sm',
  '.shrink-0 .text-sm',
];

/** "Stage from Qualification to Ready to close": the field's label is cut short where it is long, its values are not. */
const VALUE = 'span.max-w-xs:not(.truncate)';

const activity: FeedMap = {
  holder: `.activities:has(${ROW})`,
  row: ROW,
  day: DAY,
  author: ['.inline-flex > .font-medium', '.truncate > span:first-child'],
  text: ['.prose-f', '.leading-5 > div:first-child'],
  // What the CRM wrote down by itself: changes of fields, and files that were added.
  silent: '.mb-4.flex-col.py-1\\.5',
  kinds: [
    ['.shadow-sm iframe, .shadow-sm .prose-f', 'email'],
    ['.prose-f', 'note'],
  ],
  changes: {
    item: '.mb-4.flex-col.py-1\\.5 .inline-flex',
    field: 'span.max-w-xs.truncate',
    names: ['Status', 'Statut', 'Estado'],
    from: [`${VALUE}:has(~ ${VALUE})`],
    to: [`${VALUE}:not(:has(~ ${VALUE}))`],
  },
};

/** A task says by its icon alone whether it is done. */
const OPEN = ['Backlog', 'Todo', 'In Progress'].map((status) => `svg[aria-label="${status}"]`).join(', ');

const tasks: PlannedMap = {
  holder: `.activities:has(.activity.cursor-pointer :is(${OPEN}))`,
  row: `.activity.cursor-pointer:has(${OPEN})`,
  what: ['.font-medium'],
  // "7 Sep, 03:04 pm"
  due: [{ from: '.flex:has(> svg + div) > svg + div', pattern: /^(\d{1,2} \p{L}+\.?),/u }],
  owner: ['.items-center:has(.avatar, img)'],
};

export const past: PastMap = {
  feed: [activity],
  planned: [tasks],
  contacts: [
    {
      holder: '.contacts-area',
      row: '.truncate:has(> .truncate)',
      name: ['> .truncate'],
      // The one mark there is: "Primary".
      role: ['> .truncate ~ *'],
    },
  ],
};
