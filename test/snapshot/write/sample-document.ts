import { addDays } from '../../../lib/deal/day.ts';
import { type Money, money } from '../../../lib/deal/money.ts';
import type { Cell, DocumentTable, SnapshotDocument } from '../../../lib/snapshot/document.ts';

export const text = (said: string): Cell => ({ kind: 'text', text: said });
export const usd = (amount: number): Money => money(amount, 'USD');
export const cash = (amount: number, currency = 'USD'): Cell => ({ kind: 'money', money: money(amount, currency) });
export const day = (on: string): Cell => ({ kind: 'day', day: on });
export const count = (value: number): Cell => ({ kind: 'count', value });
export const link = (said: string, url = `https://crm.example/deal/${encodeURIComponent(said)}`): Cell => ({
  kind: 'link',
  text: said,
  url,
});

const PEOPLE = ['Ana Lindqvist', 'Ben Okafor', 'Chiara Moretti', 'Dmitri Sokol', 'Esra Yildiz', 'Felix Brandt'];
const DEALS = [
  'Kestrel Foods – cold store',
  'Marlowe Rail – depot',
  'Ostara Labs – phase 2',
  'Pinewood Clinic',
  'Quay 9',
];

/** A sheet as full as one week makes it: eight parts, five moves, five deals, six people. All names are invented. */
export function sampleDocument(deals = 24): SnapshotDocument {
  return {
    title: 'Week of 16 to 22 Nov 2026',
    footer: [
      'As of Fri 20 Nov 2026, 18:04 (Europe/Berlin)',
      'Reviewed by Jordan Hale on 20 Nov 2026',
      'Snapshot 7f3a 91c2 · before it 22d0 5e81',
    ],
    locale: 'en-US',
    timeZone: 'Europe/Berlin',
    sheet: [
      {
        id: 'call',
        title: 'The call',
        blocks: [
          {
            kind: 'sentence',
            isLead: true,
            text: 'Q4 call $540,000 of $600,000: $60,000 short. Last week’s call was $565,000.',
          },
          {
            kind: 'sentence',
            text: 'Two of the five deals that decide it have a date the buyer gave; Marlowe Rail has none yet.',
          },
        ],
      },
      {
        id: 'quarter',
        title: 'The quarter so far',
        blocks: [
          {
            kind: 'bar',
            label: 'Q4 2026 against the goal',
            parts: [
              { label: 'Closed', money: usd(312_000) },
              { label: 'Commit', money: usd(148_500) },
              { label: 'Best case', money: usd(79_500) },
            ],
            goal: usd(600_000),
          },
          { kind: 'sentence', text: 'Day 51 of 92. On the same day last quarter $287,400 was closed of $560,000.' },
        ],
      },
      {
        id: 'moves',
        title: 'Since last Friday',
        blocks: [
          {
            kind: 'bridge',
            start: usd(1_204_300),
            lines: [
              { label: 'New', money: usd(86_000) },
              { label: 'Pulled in', money: usd(41_500) },
              { label: 'Increased', money: usd(12_250.5) },
              { label: 'Decreased', money: usd(-23_000) },
              { label: 'Put off', money: usd(-118_750.5) },
              { label: 'Lost', money: usd(-54_000) },
              { label: 'Won', money: usd(-67_300) },
            ],
            end: usd(1_081_000),
          },
          { kind: 'table', table: movesTable() },
        ],
      },
      { id: 'people', title: 'Who brings what', blocks: [{ kind: 'table', table: peopleTable() }] },
      { id: 'decides', title: 'The five deals that decide it', blocks: [{ kind: 'table', table: decidesTable() }] },
      {
        id: 'gap',
        title: 'What closes the gap',
        blocks: [
          {
            kind: 'list',
            none: 'Nothing named yet.',
            items: [
              'Pull in Quay 9 ($38,000): their board meets 2 Dec, Ana asks for the slot by 25 Nov.',
              'Pull in Pinewood Clinic ($21,500): security review booked 27 Nov.',
              'Still to be created by 1 Dec: $94,000 at the usual share won.',
            ],
          },
          { kind: 'sentence', text: 'Next quarter: $402,000 open, $371,000 on the same day last quarter.' },
        ],
      },
      {
        id: 'actions',
        title: 'From last week’s sheet',
        blocks: [
          {
            kind: 'list',
            none: 'Nothing was agreed last week.',
            items: [
              'Done – Jordan: called Marlowe’s finance lead, 18 Nov.',
              'Not done – Jordan: discount rule for phase 2 deals, was due 19 Nov.',
              'Done – Ben: redlines back from Kestrel, 17 Nov.',
            ],
          },
        ],
      },
      {
        id: 'unknown',
        title: 'Not known',
        blocks: [
          {
            kind: 'list',
            none: 'Nothing is missing.',
            items: [
              '6 of 64 deals not seen this week, $40,200 in all; last seen 3 Nov.',
              'The buyer’s own date was never seen on 11 deals.',
              'The CRM’s own total says $1,086,500: $5,500 more than here.',
              'History since 12 Aug 2026.',
            ],
          },
        ],
      },
    ],
    tables: [dealsTable(deals), promisesTable()],
  };
}

function movesTable(): DocumentTable {
  const rows: [string, string, string, string, string, string][] = [
    [
      DEALS[1] ?? '',
      'Close date',
      '28 Nov 2026',
      '15 Jan 2027',
      'Their works council sits in January',
      'Ben: date from the council, Tue',
    ],
    [DEALS[0] ?? '', 'Amount', '$84,000', '$61,000', 'Second site taken out', 'Ana: revised scope, Wed'],
    [DEALS[2] ?? '', 'Stage', 'Proposal', 'Legal', 'Redlines came back', 'Chiara: legal call, Thu'],
    [DEALS[3] ?? '', 'Forecast', 'Best case', 'Commit', 'Approver wrote the date', 'Dmitri: order form, 27 Nov'],
    [DEALS[4] ?? '', 'Close date', '12 Jan 2027', '18 Dec 2026', 'Board slot moved up', 'Ana: invitation, 25 Nov'],
  ];
  return {
    id: 'moves',
    title: 'Five moves',
    note: 'Seen between 13 and 20 Nov 2026; 58 of 64 deals were looked at.',
    columns: ['Deal', 'What', 'From', 'To', 'Why', 'Action'].map((title, at) => ({
      title,
      kind: at === 0 ? 'link' : 'text',
    })),
    rows: rows.map(([deal, ...others]) => [link(deal), ...others.map(text)]),
  };
}

function peopleTable(): DocumentTable {
  return {
    id: 'people',
    title: 'Who brings what',
    note: 'In roster order. 31 % of the call hangs on one deal, 38 % on one person.',
    columns: [
      { title: 'Person', kind: 'text' },
      { title: 'Goal', kind: 'money' },
      { title: 'Closed', kind: 'money' },
      { title: 'Named deals to come', kind: 'money' },
      { title: 'Call', kind: 'money' },
      { title: 'Gap', kind: 'money' },
      { title: 'Deals', kind: 'count' },
    ],
    rows: PEOPLE.map((name, at) => [
      text(name),
      cash(100_000),
      cash(52_000 + ((at * 7_300) % 31_000)),
      cash(24_750 + at * 2_450.25),
      at === 3 ? null : cash(88_000 + at * 900),
      at === 3 ? null : cash(-(12_000 - at * 900)),
      count(7 + at),
    ]),
  };
}

function decidesTable(): DocumentTable {
  const rows: [string, number, string, string, string, string, string][] = [
    [
      DEALS[1] ?? '',
      168_000,
      '2026-12-18',
      'not said',
      'Whose signature, and when',
      'Ask their finance lead',
      '2026-11-24',
    ],
    [DEALS[0] ?? '', 61_000, '2026-12-11', 'Priya Nair, mail 17 Nov', 'Revised scope', 'Send scope', '2026-11-25'],
    [
      DEALS[2] ?? '',
      54_500,
      '2026-12-04',
      'Their counsel, call 19 Nov',
      'Legal’s last two points',
      'Legal call',
      '2026-11-26',
    ],
    [
      DEALS[4] ?? '',
      38_000,
      '2026-12-18',
      'Board clerk, mail 16 Nov',
      'A slot on the agenda',
      'Ask for the slot',
      '2026-11-25',
    ],
    [DEALS[3] ?? '', 21_500, '2026-12-15', 'Approver, mail 20 Nov', 'Security review', 'Join the review', '2026-11-27'],
  ];
  return {
    id: 'decides',
    title: 'Five deals',
    note: 'Chosen by what the call is without them.',
    columns: [
      { title: 'Deal', kind: 'link' },
      { title: 'Amount', kind: 'money' },
      { title: 'Date', kind: 'day' },
      { title: 'Who said it', kind: 'text' },
      { title: 'What is missing', kind: 'text' },
      { title: 'Action', kind: 'text' },
      { title: 'By', kind: 'day' },
    ],
    rows: rows.map(([deal, amount, on, ...others]) => [
      link(deal),
      cash(amount),
      day(on),
      ...others.map((said) => (/^\d{4}-/.test(said) ? day(said) : text(said))),
    ]),
  };
}

/** Typed cells of every kind, currencies with no, two and three digits after the point, and cells that are not known. */
export function dealsTable(deals: number): DocumentTable {
  const currencies = ['USD', 'EUR', 'JPY', 'KWD'];
  return {
    id: 'deals',
    title: 'All open deals',
    note: '58 of 64 deals seen this week; amounts in their own currencies.',
    columns: [
      { title: 'Deal', kind: 'link' },
      { title: 'Owner', kind: 'text' },
      { title: 'Stage', kind: 'text' },
      { title: 'Amount', kind: 'money' },
      { title: 'Close date', kind: 'day' },
      { title: 'Days in stage', kind: 'days' },
      { title: 'Times put off', kind: 'count' },
      { title: 'Share of the call', kind: 'share' },
      { title: 'Last seen', kind: 'instant' },
      { title: 'Next step', kind: 'text' },
    ],
    rows: Array.from({ length: deals }, (_, at) => [
      link(`${DEALS[at % DEALS.length]} ${at}`, `https://crm.example/deal/${at}`),
      text(PEOPLE[at % PEOPLE.length] ?? ''),
      text(['Discovery', 'Proposal', 'Legal'][at % 3] ?? ''),
      at % 11 === 10
        ? null
        : cash(
            (at % 13 === 12 ? -1 : 1) * (4_000 + ((at * 7_919) % 90_000) + (at % 4) / 4),
            currencies[at % 7] ?? 'USD',
          ),
      at % 9 === 8 ? null : day(addDays('2026-11-20', (at * 5) % 120)),
      { kind: 'days', value: (at * 3) % 70 },
      count(at % 5),
      { kind: 'share', value: (at % 17) / 100 },
      { kind: 'instant', at: Date.UTC(2026, 10, 20, 9, at % 60) },
      text(at % 6 === 5 ? '' : `Buyer sends draft ${at} of the order form`),
    ]),
  };
}

function promisesTable(): DocumentTable {
  return {
    id: 'promises',
    title: 'Promises',
    note: 'Made or due this week.',
    columns: [
      { title: 'Who', kind: 'text' },
      { title: 'What', kind: 'text' },
      { title: 'By', kind: 'day' },
      { title: 'Course', kind: 'text' },
    ],
    rows: [
      [text('Ana Lindqvist'), text('Revised scope to Kestrel'), day('2026-11-25'), text('open')],
      [text('Buyer: Priya Nair'), text('Redlines'), day('2026-11-17'), text('kept')],
    ],
  };
}
