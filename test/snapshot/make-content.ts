/** A team of two with one of everything, on two Fridays. */
import type { ForecastCall } from '../../lib/deal/forecast-call.ts';
import type { SnapshotDraft } from '../../lib/deal/frozen-snapshot.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { QUESTIONS } from '../../lib/process/qualification.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { buildContent } from '../../lib/snapshot/build.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import type { Team } from '../../lib/team/team-deals.ts';
import { at, historyOf, type Look, stage, usd } from '../coaching/make-history.ts';
import { talk } from '../deal/make-talk.ts';
import { freezeWeeks } from './sim-weeks.ts';

export const [BEFORE, NOW] = ['2026-11-20', '2026-11-27'];

const OPEN = {
  stage: stage('Legal'),
  owner: 'Ida Holm',
  closeDate: '2026-12-10',
  amount: usd(100_000),
  createdOn: '2026-09-01',
  forecastCategory: 'Commit',
  nextStep: 'Papers from Ana Berg',
  nextStepDue: '2026-12-02',
  lastActivity: '2026-11-18',
};
const TOM = { owner: 'Tom Reyes' };

/** Seen on Wednesdays: in the week before, and in this one. */
function deal(
  id: string,
  then: Partial<Look> | null,
  now: Partial<Look> | null,
  extras: Parameters<typeof historyOf>[1] = {},
) {
  const named = { name: `${id} Works – sensors`, account: `${id} Works` };
  const looks = [
    ...(then ? [{ ...OPEN, ...named, ...then, on: '2026-11-18' }] : []),
    ...(now ? [{ ...OPEN, ...named, ...then, ...now, on: '2026-11-25' }] : []),
  ];
  return historyOf(looks as Look[], { id: id.toLowerCase(), ...extras });
}

const promises = [
  {
    id: 'kept',
    who: 'Ida Holm',
    side: 'ours' as const,
    what: 'Send the papers',
    by: '2026-11-25',
    madeAt: at('2026-11-18', 12),
  },
  {
    id: 'theirs',
    who: 'Ana Berg',
    side: 'theirs' as const,
    what: 'Redlines',
    by: '2026-12-01',
    madeAt: at('2026-11-25', 12),
  },
  {
    id: 'moved',
    who: 'We',
    side: 'ours' as const,
    what: 'Call their lawyer',
    by: '2026-12-03',
    madeAt: at('2026-11-18', 12),
  },
];

export function historiesOf(isNow: boolean): DealHistory[] {
  const settled = { as: 'kept' as const, at: at('2026-11-24', 10), reason: null };
  const pushed = deal(
    'Alder',
    {},
    { closeDate: '2027-01-20' },
    {
      promises: promises.map((one) => ({
        ...one,
        ...(one.id === 'kept' && isNow ? { settled } : {}),
        ...(one.id === 'moved' && isNow ? { movedFrom: ['2026-11-26'] } : {}),
      })),
      prompts: [{ id: 'asked', signal: 'pushed', prompt: 'pushed-1', at: at('2026-11-26') }],
    },
  );
  const answers = [
    {
      ...{ deal: 'birch', question: QUESTIONS.timing, answer: 'yes', saidBy: 'Ana Berg', proof: 'Her mail' },
      ...{ at: at('2026-11-19'), recordedAt: at('2026-11-19') },
    },
  ];
  return [
    pushed,
    { ...deal('Birch', {}, { amount: usd(60_000) }), answers },
    deal(
      'Cedar',
      { ...TOM, amount: usd(40_000) },
      { stage: stage('Closed Won'), outcome: 'won', closeDate: '2026-11-24' },
    ),
    deal('Dogwood', { ...TOM, amount: usd(25_000) }, { stage: stage('Closed Lost'), outcome: 'lost' }),
    deal('Elm', null, {
      ...TOM,
      amount: money(30_000, 'EUR'),
      createdOn: '2026-11-24',
      stage: stage('Proposal'),
      forecastCategory: 'Best Case',
    }),
    deal('Fir', { forecastCategory: null }, { stage: stage('Discovery') }),
    deal('Ginkgo', { ...TOM, closeDate: '2027-02-15', stage: stage('Proposal'), amount: usd(35_000) }, {}),
    deal('Hazel', { ...TOM, amount: usd(15_000) }, null),
  ];
}

const CALLS: ForecastCall[] = [
  { id: 'c1', quarter: '2026-Q4', by: 'manager', person: null, amount: usd(565_000), saidAt: at('2026-11-20', 17) },
  { id: 'c2', quarter: '2026-Q4', by: 'rep', person: 'Tom Reyes', amount: usd(90_000), saidAt: at('2026-11-24') },
];

export const DRAFT: SnapshotDraft = {
  from: '2026-11-23',
  call: usd(540_000),
  sentence: 'Alder waits for their board.',
  lines: [
    { deal: 'alder', why: 'Board moved to January', action: 'Meet Ana Berg', owner: 'Ida Holm', by: '2026-12-01' },
    { deal: 'birch', why: '', action: 'Ask for the second site', owner: 'Nora Vale', by: null },
  ],
  done: [{ deal: 'alder', action: 'Ring Ana Berg', done: true }],
  changedAt: at('2026-11-27', 17),
};

const FIRST_DRAFT: SnapshotDraft = {
  ...DRAFT,
  from: '2026-11-16',
  call: null,
  sentence: '',
  lines: [
    { deal: 'fir', why: 'x', action: 'See the plant', owner: 'Tom Reyes', by: '2026-11-27' },
    { deal: 'alder', why: 'x', action: 'Ring Ana Berg', owner: 'Nora Vale', by: '2026-11-26' },
  ],
  done: [],
};

const quarter = { from: '2026-10-01', to: '2026-12-31' };
const SETTINGS: Partial<Settings> = {
  me: 'Nora Vale',
  people: ['Ida Holm', 'Tom Reyes'].map((name) => ({ name, aliases: [], team: null, mine: true })),
  goals: [
    { person: null, team: null, period: quarter, amount: usd(600_000) },
    { person: 'Ida Holm', team: null, period: quarter, amount: usd(350_000) },
  ],
};

export type Week = { content: SnapshotContent; team: Team };

/** The content of the Friday before, and of this one. */
export function twoWeeks(settings: Partial<Settings> = {}, draft: SnapshotDraft | null = DRAFT): [Week, Week] {
  const ended = talk({
    ...{ person: 'Ida Holm', on: '2026-11-24', startedAt: at('2026-11-24', 9), endedAt: at('2026-11-24', 10) },
    ...{ picked: 'alder', practice: 'Ask for a day', nextOn: '2026-12-01', notes: { topic: 'Her own matter' } },
  });
  const more = { calls: CALLS, talks: [ended] };
  const set = { ...SETTINGS, ...settings };
  const [first] = freezeWeeks(historiesOf(false), BEFORE, 1, set, () => ({ ...more, draft: FIRST_DRAFT }));
  const [now] = freezeWeeks(historiesOf(true), NOW, 1, set, () => more);
  if (!first || !now) throw new Error('two weeks');
  const content = buildContent({ ...now.input, draft, before: first.team, previous: first.content });
  return [first, { content, team: now.team }];
}
