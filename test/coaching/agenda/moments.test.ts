import { expect, it } from 'vitest';
import type { EventKind, EventSide, PastEntry } from '../../../lib/deal/past.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_EXITS, proofQuestion } from '../../../lib/process/stage-exits.ts';
import { withPast } from '../../history/make-past.ts';
import { at, stage } from '../make-history.ts';
import { agendaOf, dealOf } from './make-agenda.ts';

const evidence = { rule: 'css .feed', raw: 'a line' };
const event = (day: string, side: EventSide, text: string, what: EventKind = 'email', who: string | null = null) =>
  ({ kind: 'event', day, what, side, who, text, evidence }) satisfies PastEntry;
const contact = (name: string, role: string): PastEntry => ({ kind: 'contact', name, role, evidence });
const told = (deal: DealHistory, ...entries: PastEntry[]) =>
  withPast(deal, { at: at('2026-11-06'), entries, parts: ['feed', 'contacts'] });

const moments = (...deals: DealHistory[]) =>
  agendaOf(deals).skill.moments.map(({ kind, day, text, evidence: shown, name }) => [kind, name, day, text, shown]);

it('tells of an offer that was made anew and answered', () => {
  const offers = [event('2026-10-20', 'seller', 'Offer 1'), event('2026-10-29', 'seller', 'Our revised offer')];
  const answered = told(dealOf('Larkfield'), ...offers, event('2026-11-02', 'buyer', 'The scope fits now'));
  expect(moments(answered)).toEqual([
    [
      'offer-answered',
      'Larkfield',
      '2026-11-02',
      'The offer was made anew, and they answered',
      'Offer of 29 Oct, their answer 2 Nov: The scope fits now',
    ],
  ]);
  expect(moments(told(dealOf('Silent'), ...offers))).toEqual([]);
  const first = [offers[0] as PastEntry, event('2026-11-02', 'buyer', 'Thanks')];
  expect(moments(told(dealOf('First'), ...first))).toEqual([]);
});

it('tells of whoever decides, met while it was early, and of nobody else', () => {
  const early = dealOf('Larkfield', [{ on: '2026-10-22', stage: stage('Qualify') }, { stage: stage('Legal') }]);
  const meeting = event('2026-10-24', 'buyer', 'First call', 'meeting', 'Ana Ferreira');
  expect(moments(told(early, contact('Ana Ferreira', 'CFO'), meeting))).toEqual([
    [
      'decider-met',
      'Larkfield',
      '2026-10-24',
      'Whoever decides was met while it was early: Ana Ferreira (CFO)',
      'A meeting, in Qualify',
    ],
  ]);
  expect(moments(told(early, contact('Ana Ferreira', 'Assistant to the CFO'), meeting))).toEqual([]);
  expect(moments(told(early, contact('Ana Ferreira', 'CFO')))).toEqual([]);
  const late = dealOf('Late', [{ on: '2026-10-22', stage: stage('Legal') }]);
  expect(moments(told(late, contact('Ana Ferreira', 'CFO'), meeting))).toEqual([]);
});

it('tells of a stage whose proof was shown', () => {
  const [proof = ''] = DEFAULT_EXITS.kinds.early;
  const answer = (said: string, on: string) => ({
    ...{ deal: 'larkfield', question: proofQuestion('Qualify', proof), answer: said, at: at(on), recordedAt: at(on) },
  });
  const deal = dealOf('Larkfield');
  expect(moments({ ...deal, answers: [answer('yes', '2026-11-03')] })).toEqual([
    ['stage-proven', 'Larkfield', '2026-11-03', `The proof of a stage was shown: ${proof}`, 'Qualify: said Tue 3 Nov'],
  ]);
  expect(moments({ ...deal, answers: [answer('yes', '2026-11-03'), answer('no', '2026-11-04')] })).toEqual([]);
});

it('tells of a date that was pulled in and held', () => {
  const pulled = (on: string, last = {}) =>
    dealOf('Larkfield', [
      { on, closeDate: '2026-12-20' },
      { closeDate: '2026-12-20', ...last },
    ]);
  const held = dealOf('Held', []);
  expect(moments(held)).toEqual([]);
  expect(moments(pulled('2026-11-03'))).toEqual([]);
  const early = pulled('2026-10-08');
  for (const row of early.changes) if (row.seenAt === at('2026-10-20')) row.seenAt = at('2026-10-01');
  for (const row of early.sightings) if (row.at === at('2026-10-20')) row.at = at('2026-10-01');
  expect(moments(early)).toEqual([
    [
      'date-held',
      'Larkfield',
      '2026-11-06',
      'The date was pulled in from 28 Jan to 20 Dec, and it held',
      'Unchanged at the last look, Fri 6 Nov',
    ],
  ]);
  const won = { stage: stage('Closed Won') };
  expect(moments(pulled('2026-10-27', won))[0]?.[4]).toBe('Won, seen Fri 6 Nov');
  // Closed, and its date set to the day by the CRM.
  expect(moments(pulled('2026-11-03', won))).toEqual([]);
  expect(moments(pulled('2026-10-27', { stage: stage('Closed Lost') }))).toEqual([]);
});

it('tells of a promise of theirs that was kept with its proof, of no other and of none before the deal was theirs', () => {
  const kept = (who: string, proof: string | null, more = {}) => ({
    promises: [
      {
        who,
        side: 'ours' as const,
        proof,
        what: 'sends the terms',
        settled: { as: 'kept' as const, at: at('2026-11-04'), reason: null },
      },
    ],
    ...more,
  });
  expect(moments(dealOf('Larkfield', [{}], kept('Kim Olsen', 'their mail')))).toEqual([
    [
      'promise-kept',
      'Larkfield',
      '2026-11-04',
      'A promise was kept, with its proof: sends the terms',
      'Proof: their mail; said Wed 4 Nov',
    ],
  ]);
  expect(moments(dealOf('Larkfield', [{}], kept('Ben Okoro', 'their mail')))).toEqual([]);
  expect(moments(dealOf('Larkfield', [{}], kept('Kim Olsen', null)))).toEqual([]);
  const handed = dealOf('Handed', [{ on: '2026-10-30', owner: 'Ben Okoro' }, {}], kept('We', 'their mail'));
  expect(moments(handed)).toEqual([]);
});
