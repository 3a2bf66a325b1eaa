import { describe, expect, it } from 'vitest';
import { money } from '../../lib/deal/money.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type BuildInput, buildContent } from '../../lib/snapshot/build.ts';
import { draftNeeds } from '../../lib/snapshot/draft.ts';
import { sheetDocument } from '../../lib/snapshot/sheet.ts';
import { at, historyOf, type Look, stage, usd } from '../coaching/make-history.ts';
import { linesOf, rowsOf } from './document-text.ts';
import { freezeWeeks } from './sim-weeks.ts';

const NOW = '2026-11-27';
const DRAFTED = { kind: 'draft', week: { from: '2026-11-23', to: '2026-11-29' } } as const;
const OPEN = {
  ...{ stage: stage('Legal'), owner: 'Ida', closeDate: '2026-12-10', amount: usd(1_000), createdOn: '2026-09-01' },
};
const deal = (id: string, then: Partial<Look> | null, now: Partial<Look>) =>
  historyOf(
    [
      ...(then ? [{ ...OPEN, name: id, ...then, on: '2026-11-18' }] : []),
      { ...OPEN, name: id, ...then, ...now, on: '2026-11-25' },
    ] as Look[],
    { id },
  );
const person = (name: string, mine: boolean | null) => ({ name, aliases: [], team: null, mine });

function frozen(histories: DealHistory[], settings: Partial<Settings> = {}, more: Partial<BuildInput> = {}) {
  const [, now] = freezeWeeks(histories, NOW, 2, settings);
  if (!now) throw new Error('two weeks');
  return buildContent({ ...now.input, ...more });
}

describe('what became of a deal', () => {
  it.each([
    ['lost', {}, { stage: stage('Closed Lost') }, ['lost']],
    ['won', {}, { stage: stage('Closed Won') }, ['won']],
    ['put off beyond the quarter by a day', { closeDate: '2026-12-31' }, { closeDate: '2027-01-01' }, ['pushed']],
    ['put off by more than a week', {}, { closeDate: '2026-12-18' }, ['pushed']],
    ['corrected by a week', {}, { closeDate: '2026-12-17' }, null],
    ['without a date', {}, { closeDate: null }, ['pushed']],
    ['pulled in', { closeDate: '2027-01-05' }, { closeDate: '2026-12-31' }, ['pulled-in']],
    ['less', {}, { amount: usd(900) }, ['decreased']],
    ['more', {}, { amount: usd(1_100) }, ['increased']],
    ['said more precisely', { amount: money(1_000, 'USD', 500) }, { amount: usd(1_020) }, null],
    ['in another currency', {}, { amount: money(900, 'EUR') }, null],
    ['a stage back', {}, { stage: stage('Proposal') }, ['stage-back']],
    ['a stage on', { stage: stage('Proposal') }, { stage: stage('Legal') }, null],
    ['put off and less', {}, { closeDate: '2027-02-01', amount: usd(900) }, ['pushed', 'decreased']],
    ['new', null, { createdOn: '2026-11-24' }, ['new']],
    ['seen first', null, {}, null],
    ['new and won', null, { createdOn: '2026-11-24', stage: stage('Closed Won') }, ['won']],
  ] as [string, Partial<Look> | null, Partial<Look>, string[] | null][])('%s', (_, then, now, kinds) => {
    const [move] = frozen([deal('a', then, now)]).team.moves;
    expect(move?.kinds ?? null).toEqual(kinds);
  });

  it('edits of many deals at once are no move of each', () => {
    const bulk = deal('a', {}, { closeDate: '2027-02-01' });
    const together = { ...bulk, changes: bulk.changes.map((one) => ({ ...one, together: 12 })) };
    expect(frozen([together]).team.moves).toEqual([]);
  });

  it('the largest against what is usual in its currency come first', () => {
    const histories = [
      deal('yen', { amount: money(90_000, 'JPY') }, { closeDate: '2027-02-01' }),
      deal('yen-2', { amount: money(100_000, 'JPY') }, {}),
      deal('large', { amount: usd(5_000) }, { closeDate: '2027-02-01' }),
      deal('usual', { amount: usd(1_000) }, { closeDate: '2027-02-01' }),
      deal('usual-2', { amount: usd(1_000) }, {}),
    ];
    expect(frozen(histories).team.moves.map(({ deal }) => deal)).toEqual(['large', 'usual', 'yen']);
  });
});

describe('what is gone', () => {
  const histories = [deal('gone', {}, {}), deal('stays', {}, {})];
  const sweep = (): BuildInput['sweep'] => {
    const [, now] = freezeWeeks(histories, NOW, 2);
    const gone = now?.team.deals.find(({ id }) => id === 'gone');
    if (!now || !gone) throw new Error('no deal');
    const view = {
      url: '',
      crm: 'pipedrive',
      tenant: 'acme',
      page: 'list',
      name: 'Open',
      kind: 'open',
      person: null,
    } as const;
    return {
      completedAt: at('2026-11-26'),
      queue: [{ deal: gone, view, stoodAt: at('2026-11-18'), missedAt: at('2026-11-25') }],
      closed: {
        ...{ quarter: now.content.team.moment.quarter, ours: [], count: 0, onlyThere: null, onlyHere: null },
        typed: [{ on: null, theirs: [usd(5_000)], apart: [usd(5_000)] }],
      },
    };
  };

  it('is a move without a reason, and not known; the CRM’s own total is held against ours', () => {
    const content = frozen(histories, {}, { sweep: sweep() });
    expect(draftNeeds(content, null).reasons.map(({ deal, kind }) => `${deal} ${kind}`)).toEqual(['gone gone']);
    const document = sheetDocument(content, DRAFTED, 'en-GB');
    expect(linesOf(document, 'unknown')).toEqual([
      'Every open deal was seen this week.',
      'Forecast category: never seen on 2 deals.',
      'Next step: never seen on 2 deals.',
      '1 deal gone from a view, not said why.',
      'The CRM says $5k closed: $5k more than is on record.',
      'Every pinned view was read to its end by Thu 26 Nov.',
      'History since 18 November 2026, as seen from this browser.',
    ]);
    expect(rowsOf(document, 'five-moves')[0]?.slice(0, 5)).toEqual([
      'gone',
      'Gone from its view',
      '1000 USD',
      null,
      null,
    ]);
  });

  it('handed out of the team is told as it stood, and counted no more', () => {
    const people = [person('Ida', true), person('Zed', false)];
    const content = frozen([deal('over', {}, { owner: 'Zed' }), deal('stays', {}, {})], { people });
    expect(content.deals.find(({ id }) => id === 'over')).toMatchObject({
      handedOut: true,
      counted: null,
      owner: 'p1',
    });
    const document = sheetDocument(content, DRAFTED, 'en-GB');
    expect(rowsOf(document, 'bridge')).toContainEqual(['Handed out', 'over', '-1000 USD']);
    expect(JSON.stringify(content)).not.toContain('Zed');
  });
});

describe('currencies', () => {
  const histories = [deal('usd', {}, {}), deal('eur', { amount: money(1_000, 'EUR') }, { amount: money(800, 'EUR') })];
  const goal = { quarter: '2026-Q4', amount: usd(10_000) };

  it('are never added without a rate', () => {
    const content = frozen(histories, { goal });
    expect(content.team.sums.due.map(({ currency, minor }) => `${minor} ${currency}`).sort()).toEqual([
      ...['100000 USD', '80000 EUR'],
    ]);
    expect(content.team.gap).toMatchObject({ gap: usd(9_000), apart: [money(800, 'EUR')] });
    expect(content.team.bridges).toHaveLength(2);
  });

  it('are one by the user’s rates, in sums, gap and bridge', () => {
    const rates = [{ from: 'EUR', to: 'USD', rate: 1.5, on: '2026-01-01' }];
    const content = frozen(histories, { goal, rates, homeCurrency: 'USD' });
    expect(content.team.sums.due).toEqual([usd(2_200)]);
    expect(content.team.gap).toMatchObject({ gap: usd(7_800), apart: [] });
    expect(content.team.bridges).toMatchObject([
      { start: usd(2_500), lines: [{ line: 'decreased', money: usd(-300) }], end: usd(2_200) },
    ]);
    // The deal itself stays in its own.
    expect(content.deals.find(({ id }) => id === 'eur')).toMatchObject({
      amount: money(800, 'EUR'),
      counted: usd(1_200),
    });
  });
});
