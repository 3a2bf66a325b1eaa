import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { type DealLife, dealLife } from '../../../lib/team/pipeline/life.ts';
import { FORBIDDEN } from '../../coaching/forbidden.ts';
import { at, historyOf, moment, STAGES, stage, usd } from '../../coaching/make-history.ts';
import { randomHistory } from '../../coaching/random-history.ts';
import { talk } from '../../deal/make-talk.ts';

const NOW = moment('2026-11-27');
function lifeOf(history: DealHistory, talks: Parameters<typeof dealLife>[0]['talks'] = []): DealLife {
  const life = dealLife({ history, moment: NOW, settings: DEFAULT_SETTINGS, usual: null, talks, locale: 'en-GB' });
  if (!life) throw new Error('never seen');
  return life;
}
const linesOf = (life: DealLife, kind: string) =>
  life.items
    .filter((item) => item.kind === kind)
    .map(({ day, text, note }) => [day, text, note].filter(Boolean).join(' | '));

it('tells every change with its interval and what it was read from, newest first', () => {
  const life = lifeOf(
    historyOf(
      [
        { on: '2026-11-03', name: 'Hall 3', stage: stage('Proposal'), amount: usd(84_000) },
        { on: '2026-11-05', page: 'list', stage: stage('Discovery') },
        { on: '2026-11-24', amount: usd(61_000) },
      ],
      { stages: STAGES },
    ),
  );
  expect(linesOf(life, 'change')).toEqual([
    '2026-11-24 | Amount: $84,000 → $61,000 | between Tue 3 Nov and Tue 24 Nov',
    '2026-11-05 | Stage: Proposal → Discovery | between Tue 3 Nov and Thu 5 Nov',
    '2026-11-03 | Name: Hall 3 | seen so first',
    '2026-11-03 | Stage: Proposal | seen so first',
    '2026-11-03 | Amount: $84,000 | seen so first',
  ]);
  expect(life.items[1]?.evidence).toMatchObject({ field: 'Stage', page: 'list', rule: '[data-test=stage]' });
  expect(life.points.map(({ at: when }) => when)).toEqual([at('2026-11-03'), at('2026-11-05'), at('2026-11-24')]);
});

it('tells what was asked, promised, moved, kept, waited for and talked about', () => {
  const life = lifeOf(
    historyOf([{ on: '2026-11-02', stage: stage('Legal') }], {
      promises: [
        { by: '2026-11-20', movedFrom: ['2026-11-04', '2026-11-11'] },
        { what: 'redlines', settled: { as: 'missed', at: at('2026-11-12'), reason: 'they were away' } },
        { what: 'the mail', settled: { as: 'kept', at: at('2026-11-13'), reason: null } },
      ],
      waits: [{ endedAt: at('2026-11-16') }],
      prompts: [
        { signal: 'pushed', kind: 'asked', at: at('2026-11-09') },
        { signal: 'pushed', kind: 'proof-seen', at: at('2026-11-10') },
        { kind: 'snoozed', until: '2026-12-04', at: at('2026-11-25') },
      ],
    }),
    [talk({ person: 'Kim Olsen', startedAt: at('2026-11-17') })],
  );
  expect(linesOf(life, 'said')).toEqual([
    '2026-11-16 | Wait ended: their board meets',
    '2026-11-13 | Kept: the mail',
    '2026-11-12 | Not seen by its day: redlines | they were away',
    '2026-11-02 | Wait agreed until 2 Dec: their board meets | Ana said so',
    '2026-10-28 | Ben: signed order form by 20 Nov | first for 4 Nov, moved 2 times; was due; not looked at since',
    '2026-10-28 | Ben: redlines by 4 Nov | not seen by its day',
    '2026-10-28 | Ben: the mail by 4 Nov | kept',
  ]);
  expect(linesOf(life, 'asked')).toEqual([
    '2026-11-25 | Quiet until 4 Dec',
    '2026-11-10 | Proof seen for: date put off',
    '2026-11-09 | Asked about: date put off',
  ]);
  expect(linesOf(life, 'talk')).toEqual(['2026-11-17 | Picked for the 1:1 with Kim Olsen']);
});

it('tells what the deal’s page showed of its past, on its own days', () => {
  const history = historyOf([{ on: '2026-11-20', stage: stage('Legal') }]);
  const seen = {
    deal: history.deal.id,
    seenAt: at('2026-11-20'),
    lastSeenAt: at('2026-11-20'),
    recordedAt: at('2026-11-20'),
  };
  const evidence = { rule: '.feed li', raw: '12 Nov' };
  const rows = [
    {
      ...seen,
      key: 'a',
      entry: { kind: 'event', day: '2026-11-12', what: 'email', side: 'buyer', who: 'Ana', text: 'Redlines', evidence },
    },
    { ...seen, key: 'b', entry: { kind: 'stage', day: '2026-11-10', from: 'Proposal', to: 'Legal', evidence } },
    { ...seen, key: 'c', entry: { kind: 'planned', what: 'Call Ana', due: '2026-12-01', owner: null, evidence } },
    { ...seen, key: 'd', entry: { kind: 'contact', name: 'Ana Roth', role: 'CFO', evidence } },
    { ...seen, key: 'e', entry: { kind: 'modified', day: '2026-11-19', evidence } },
    {
      ...seen,
      key: 'f',
      entry: { kind: 'event', day: '2026-12-24', what: 'call', side: 'unknown', who: null, text: '', evidence },
    },
  ] as const;
  const life = lifeOf({ ...history, past: { rows: [...rows], looks: [] } });
  expect(linesOf(life, 'page').sort()).toEqual([
    '2026-11-10 | Stage: Proposal → Legal | as its page tells',
    '2026-11-12 | Mail, theirs: Ana: Redlines',
    '2026-11-20 | On it: Ana Roth (CFO) | seen first',
    '2026-11-20 | Planned: Call Ana | for 1 Dec',
  ]);
});

it('says nothing that was not known yet, and no word that a rep may not see, whatever pages held', () => {
  fc.assert(
    fc.property(randomHistory, (history) => {
      const life = dealLife({
        history,
        moment: NOW,
        settings: DEFAULT_SETTINGS,
        usual: null,
        talks: [],
        locale: 'en-US',
      });
      if (!life) return;
      for (const { day } of life.items) expect(day <= '2026-11-27').toBe(true);
      const own = life.items.filter(({ kind }) => kind === 'asked').map(({ text }) => text);
      for (const line of own) expect(line).not.toMatch(FORBIDDEN);
    }),
    { numRuns: 100 },
  );
});
