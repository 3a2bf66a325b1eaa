import type { PopupState } from '../../components/popup-state.ts';
import type { WelcomeState } from '../../components/welcome-state.ts';
import type { DealRow, FirstList, Today } from '../../lib/coaching/card.ts';
import type { StepLine } from '../../lib/coaching/reminders/list-steps.ts';
import type { FiveSentences, SentencePart } from '../../lib/team/today/five-sentences.ts';
import { cards } from './cards.ts';

/** What the popup and the first tab can say, with invented figures. */
const row = (name: string, amount: string, detail: string): DealRow => ({
  deal: name,
  name,
  url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
  detail,
  amount,
});

const rests = { text: '58 of 64 deals seen this week; £40k not seen since 3 Nov.', missing: 6 };
const part = (id: SentencePart['id'], question: string, sentence: string, more: Partial<SentencePart> = {}) => ({
  ...{ id, question, sentence, emphasis: null, rests, groups: [] },
  ...more,
});

export const five: FiveSentences = {
  role: 'manager',
  period: 'Q4 2025',
  goalSet: true,
  currency: 'GBP',
  parts: [
    part(
      'behind',
      'Are we behind?',
      '£182k closed, £410k open and due by 31 Dec. Goal £600k: £418k to go, £8k of it in no deal yet.',
      {
        emphasis: '£8k of it in no deal yet',
        groups: [{ title: 'Closed', note: '£182k', rows: [row('Priory Trust', '£182,000', '3 Oct')] }],
      },
    ),
    part('who', 'Who brings what?', 'Dana Whitfield £182k closed; Sam Idowu £410k open and due.', {
      groups: [
        { title: 'Dana Whitfield', note: '£182k closed', rows: [row('Priory Trust', '£182,000', 'closed, 3 Oct')] },
        {
          title: 'Sam Idowu',
          note: '£410k commit; goal £450k, £450k to go',
          rows: [row('Harbour Line fleet renewal', '£61,000', 'commit, 28 Nov')],
        },
      ],
    }),
    part(
      'changed',
      'What changed?',
      'Since the end of Sun 2 Nov: 2 put off beyond the quarter, £85k; 1 created, £24k.',
      {
        emphasis: '2 put off beyond the quarter, £85k',
        groups: [
          {
            title: 'Put off beyond the quarter',
            note: '£85k',
            rows: [row('Harbour Line fleet renewal', '£61,000', 'Close date: 28 Nov → 9 Jan, seen Tue 4 Nov')],
          },
        ],
      },
    ),
    part(
      'decides',
      'What decides it?',
      '5 deals, £310k of the £410k open and due; first Northwind Clinics, second site.',
      {
        emphasis: '£310k',
      },
    ),
    part('unknown', 'What do we not know?', '6 deals not seen this week, £40k; history since 3 May.', {
      emphasis: '6 deals not seen this week',
      groups: [
        {
          title: 'Not seen this week: look again',
          note: '£40k',
          rows: [row('Bremer Optik rollout', '€38,000', 'Last seen Mon 3 Nov')],
        },
        { title: 'Goal', note: 'None is set for Q1 2026.', rows: [] },
      ],
    }),
  ],
};

export const today: Today = {
  role: 'manager',
  touch: [
    {
      ...row('Harbour Line fleet renewal', '£61,000', ''),
      fact: 'Close date moved on 3 times, 47 days together; now 28 Nov.',
      next: 'Three dates so far were ours. What happens there on the 28th that would not happen a week later?',
    },
    {
      ...row('Northwind Clinics, second site', '£128,500', ''),
      fact: 'Signed order form was due Tue 4 Nov; not seen yet.',
      next: 'What happened, and which day do they say now?',
    },
    {
      ...row('Castor & Vale pilot', '£24,000', ''),
      fact: 'In Negotiation for at least 34 days.',
      next: 'What does the offer not answer yet for the person who pays?',
    },
    {
      ...row('Lumen Foods logistics', '£47,200', ''),
      fact: 'Amount went from £59,000 to £47,200, 20 % less, seen Wed 5 Nov.',
      next: 'Did they stop wanting something, or did we give it away?',
    },
  ],
  touchRest: null,
  lookAgain: {
    text: 'Look again: not seen for two weeks',
    rows: [
      row('Bremer Optik rollout', '€38,000', 'last seen 21 Oct, due 3 Nov then'),
      row('Tessellate Partners', '£12,400', 'last seen 20 Oct'),
    ],
  },
  waiting: {
    text: 'Waiting, as agreed',
    rows: [row('Priory Trust framework', '£90,000', 'their board meets Tue 2 Dec')],
  },
};

const off = { crm: 'Salesforce', origin: 'https://acme.lightning.force.com', host: 'acme.lightning.force.com' };
const site = { origin: off.origin, host: off.host };

const stepLine = (key: string, more: Partial<StepLine>): StepLine => ({
  ...{ key, deal: 'deal-1', promise: key, by: '2025-11-13', remindAt: null, url: `${off.origin}/deal/1` },
  ...{ text: '', dealName: 'Fernhill rollout', when: '', mayRing: true, tomorrow: '2025-11-11', lapses: '2025-11-25' },
  ...more,
});

export const popups = {
  deal: { kind: 'deal', card: cards.signal, ...site },
  'deal-rep': { kind: 'deal', card: cards.rep, ...site },
  'deal-checklist': {
    ...{ kind: 'deal', card: cards.rep, ...site },
    beside: {
      steps: {
        ...{ today: '2025-11-10', resting: [] },
        lines: [
          stepLine('crm', {
            promise: null,
            text: 'Demo for their plant',
            by: '2025-11-10',
            when: 'today',
            mayRing: false,
          }),
          stepLine(cards.rep.promises[0]?.id ?? 'none', { text: 'Signed form', by: '2025-11-13', when: 'Thu 13 Nov' }),
        ],
      },
      wording: [
        {
          ...{ of: 'step', day: null, ask: 'By which day?' },
          hedges: [{ word: 'should', ask: 'What does it hang on, and who decides that?' }],
        },
      ],
      checklist: {
        list: {
          ...{ id: 'bant', name: 'BANT' },
          lines: [
            {
              ...{ key: 'budget', asks: 'Is money set aside for it?', proof: 'The sum, in writing', answer: 'yes' },
              given: { proof: 'Mail of 3 Nov', saidBy: 'Priya Nair', days: 4, age: 'fresh' },
            },
            {
              ...{ key: 'need', asks: 'Did they say what has to change?', proof: 'Their own words', answer: 'partly' },
              given: { proof: null, saidBy: null, days: 75, age: 'stale' },
            },
            { key: 'timing', asks: 'Is there an event of theirs?', proof: 'Its day', answer: null, given: null },
          ],
        },
        ...{ choices: [{ id: 'bant', name: 'BANT' }], pipeline: null, people: ['Priya Nair'] },
      },
    },
  },
  'deal-no-checklist': {
    ...{ kind: 'deal', card: cards.signal, ...site },
    beside: {
      steps: { today: '2025-11-10', lines: [], resting: [] },
      wording: [],
      checklist: { list: null, choices: [{ id: 'bant', name: 'BANT' }], pipeline: 'Renewals', people: [] },
    },
  },
  today: { kind: 'today', five, today, site },
  'today-no-goal': {
    kind: 'today',
    five: { ...five, goalSet: false },
    today,
    site: null,
  },
  'today-nothing': {
    kind: 'today',
    today: {
      ...today,
      role: 'rep',
      touch: [],
      lookAgain: null,
      waiting: null,
    },
    five: { ...five, role: 'rep', parts: five.parts.map((each) => ({ ...each, groups: [] })) },
    site: null,
  },
  'ask-access': { kind: 'ask-access', crm: 'Salesforce', ...site, refused: false },
  'access-refused': { kind: 'ask-access', crm: 'Salesforce', ...site, refused: true },
  unknown: { kind: 'unknown-site', host: 'news.example.com', loaded: null },
  'unknown-today': { kind: 'unknown-site', host: 'news.example.com', loaded: { five, today } },
  off: { kind: 'off', ...off },
  hidden: { kind: 'hidden' },
  empty: { kind: 'empty', host: null, welcomed: false },
  'empty-granted': { kind: 'empty', host: site.host, welcomed: true },
  error: {
    kind: 'error',
    what: 'The history could not be opened.',
    safe: 'Nothing was lost: the disk is full, and what was recorded before is still there.',
    next: 'Free some space, then try again.',
  },
  loading: { kind: 'loading' },
} satisfies Record<string, PopupState>;

const behind = [
  row('Harbour Line fleet renewal', '£61,000', 'due 14 Oct, Negotiation, Dana Whitfield'),
  row('Castor & Vale pilot', '£24,000', 'due 31 Oct, Proposal, Sam Idowu'),
  row('Bremer Optik rollout', '€38,000', 'due 3 Nov, Proposal, Dana Whitfield'),
];

export const firstList: FirstList = {
  open: { count: 34, text: '34 open', rows: behind },
  findings: [
    { key: 'date-past', count: 8, text: '8 dated in the past', rows: behind },
    { key: 'early-month', count: 5, text: '5 due this month in the first stages', rows: behind.slice(1) },
    { key: 'no-step', count: 11, text: '11 with an empty next step', rows: behind },
    { key: 'large', count: 1, text: '1 larger than half of all others together', rows: behind.slice(0, 1) },
  ],
  total: '£410k',
  rows: 'all 34 rows were read.',
  advice: 'Add the columns Stage and Next Step to this list, and Sideline can say more about the other 23.',
};

const crms = [
  { id: 'salesforce', name: 'Salesforce', origin: null, example: 'acme.lightning.force.com' },
  { id: 'hubspot', name: 'HubSpot', origin: 'https://app.hubspot.com', example: 'app.hubspot.com' },
  { id: 'pipedrive', name: 'Pipedrive', origin: null, example: 'acme.pipedrive.com' },
  { id: 'dynamics', name: 'Dynamics 365', origin: null, example: 'acme.crm4.dynamics.com' },
  { id: 'odoo', name: 'Odoo', origin: null, example: 'acme.odoo.com' },
  { id: 'tryton', name: 'Tryton', origin: null, example: 'tryton.example.com' },
];

const start: WelcomeState = {
  ...{ role: 'manager', isRoleLocked: false, me: null, crms, sites: [], list: null, waiting: false, problem: null },
};
const granted = {
  ...site,
  crm: 'Salesforce',
  state: 'granted',
  listUrl: `${site.origin}/lightning/o/Opportunity/list`,
} as const;

export const welcomes = {
  start,
  granted: {
    ...start,
    me: 'Dana Whitfield',
    sites: [
      granted,
      {
        origin: 'https://app.hubspot.com',
        host: 'app.hubspot.com',
        crm: 'HubSpot',
        state: 'refused',
        listUrl: 'https://app.hubspot.com',
      },
    ],
    waiting: true,
  },
  answered: { ...start, sites: [granted], list: { host: site.host, answer: firstList } },
  problem: {
    ...start,
    problem: 'The settings could not be saved: the disk is full. Free some space and choose again.',
  },
} satisfies Record<string, WelcomeState>;
