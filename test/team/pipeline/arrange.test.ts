import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speakerOn } from '../../../lib/coaching/words/dates.ts';
import { english } from '../../../lib/coaching/words/english.ts';
import { money } from '../../../lib/deal/money.ts';
import { teamContext } from '../../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings.ts';
import { entriesOf, type PipelineEntry } from '../../../lib/team/pipeline/entry.ts';
import { filterOf } from '../../../lib/team/pipeline/filter.ts';
import { grouped } from '../../../lib/team/pipeline/group.ts';
import { pipelineList } from '../../../lib/team/pipeline/pipeline.ts';
import { sayRow } from '../../../lib/team/pipeline/say-row.ts';
import { sorted } from '../../../lib/team/pipeline/sort.ts';
import {
  GROUPINGS,
  isFiltered,
  type PipelineView,
  placeOf,
  SORT_KEYS,
  viewOf,
  WHOLE_PIPELINE,
} from '../../../lib/team/pipeline/view.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { CALM, historyOf, moment, STAGES, stage, usd } from '../../coaching/make-history.ts';
import { randomHistory } from '../../coaching/random-history.ts';

const NOW = moment('2026-11-27');
const say = speakerOn('2026-11-27', 'UTC', 'en-US');
const deal = (id: string, more = {}, extras = {}) =>
  historyOf([{ ...CALM, on: '2026-11-24', name: id, amount: usd(1_000), ...more }], { id, stages: STAGES, ...extras });

function pipelineOf(histories: Parameters<typeof teamAt>[0], settings: Partial<Settings> = {}) {
  const usual = teamContext(histories, NOW);
  const team = teamAt(histories, NOW, { ...DEFAULT_SETTINGS, ...settings }, usual);
  return { team, entries: entriesOf(team, usual) };
}

const ids = (entries: readonly PipelineEntry[]) => entries.map(({ deal: { id } }) => id);
const row = (entry: PipelineEntry | undefined) => {
  if (!entry) throw new Error('no such deal');
  return sayRow(entry, english, say);
};

describe('the mark', () => {
  it('is the one of the deal’s own card: promise, snooze, stale, band, wait, thin, quiet', () => {
    const by = (by: string) => ({ promises: [{ by }] });
    const { entries } = pipelineOf([
      deal('promised', {}, by('2026-11-20')),
      deal('quiet', { nextStepDue: '2026-12-02', lastActivity: '2026-11-23' }),
      deal('old', { on: '2026-11-02' }),
      deal('parked', { nextStepDue: '2026-12-02', lastActivity: '2026-11-23' }, { waits: [{ until: '2026-12-09' }] }),
      deal('asleep', {}, { prompts: [{ kind: 'snoozed', until: '2026-12-04', at: NOW.asOf - 1_000 }] }),
      historyOf([{ on: '2026-11-26', page: 'list', name: 'thin', stage: stage('Legal') }], { id: 'thin' }),
    ]);
    expect(Object.fromEntries(entries.map((entry) => [entry.deal.id, row(entry).mark.text]))).toEqual({
      promised: 'Was due · Nov 20',
      quiet: 'Quiet',
      old: 'Look again',
      parked: 'Parked until Dec 9',
      asleep: 'Quiet until Dec 4',
      thin: 'To fill in',
    });
  });
});

describe('what is not known', () => {
  it('is null in the row, and an entry that was not seen is "at least"', () => {
    const bare = historyOf([{ on: '2026-11-24', name: 'bare' }], { id: 'bare' });
    const stays = historyOf(
      [
        { on: '2026-11-02', stage: stage('Legal') },
        { on: '2026-11-24', stage: stage('Legal') },
      ],
      { id: 'stays' },
    );
    const { entries } = pipelineOf([bare, stays]);
    expect(row(entries[0])).toMatchObject({
      amount: null,
      stage: null,
      age: null,
      close: null,
      next: null,
      owner: null,
    });
    expect(row(entries[1])).toMatchObject({ name: 'A deal whose name was not seen', age: 'at least 22 days' });
  });

  it('is said of a total, too', () => {
    const { entries, team } = pipelineOf([
      deal('a'),
      deal('b', { amount: null }),
      deal('c', { on: '2026-11-04', amount: usd(70) }),
    ]);
    expect(pipelineList(entries, WHOLE_PIPELINE, team, english, say).total).toEqual({
      deals: 3,
      sums: '$1,070',
      without: '1 deal without an amount',
      rests: '2 of 3 seen this week. The other one, $70 in all, was seen last on Nov 4.',
    });
  });
});

describe('currencies', () => {
  const mixed = [
    deal('dollars', { amount: usd(500) }),
    deal('euros', { amount: money(400, 'EUR') }),
    deal('yen', { amount: money(90_000, 'JPY') }),
    deal('none', { amount: null }),
  ];
  it('never mix: each is sorted and summed by itself', () => {
    const { entries, team } = pipelineOf(mixed, { homeCurrency: 'USD' });
    expect(ids(sorted(entries, { sort: 'amount', down: true }, 'USD'))).toEqual(['dollars', 'euros', 'yen', 'none']);
    expect(pipelineList(entries, WHOLE_PIPELINE, team, english, say).total.sums).toBe('$500, ¥90,000 and €400');
  });
  it('meet by a rate that the user gave, which the row shows beside the deal’s own amount', () => {
    const rates = [{ from: 'EUR', to: 'USD', rate: 2, on: '2026-11-01' }];
    const { entries } = pipelineOf(mixed, { homeCurrency: 'USD', rates });
    expect(ids(sorted(entries, { sort: 'amount', down: true }, 'USD'))).toEqual(['euros', 'dollars', 'yen', 'none']);
    expect(row(entries[1])).toMatchObject({ amount: '€400', home: '$800' });
  });
});

it('finds every word of a search in name, account, owner, stage or step, whatever its case and accents', () => {
  const { entries } = pipelineOf([deal('Müller & Söhne', { account: 'Holz AG' }), deal('Other')]);
  const found = (text: string) => ids(entries.filter(filterOf({ ...WHOLE_PIPELINE, text })));
  expect(found('  holz MÜLLER ')).toEqual(['Müller & Söhne']);
  expect(found('kim security')).toHaveLength(2);
  expect(found('holz kiefer')).toEqual([]);
});

it('groups stages in the order of their pipeline, owners in that of the roster, and what has none last', () => {
  const people = ['Zoe', 'Ann'].map((name) => ({ name, aliases: [], team: null, mine: null }));
  const { entries, team } = pipelineOf(
    [
      deal('a', { owner: 'Ann', stage: stage('Legal') }),
      deal('b', { owner: null, stage: stage('Qualify') }),
      deal('c', { owner: 'Zoe', stage: null }),
    ],
    { people },
  );
  expect(grouped(entries, 'owner', team).map(({ key }) => key)).toEqual(['Zoe', 'Ann', null]);
  expect(grouped(entries, 'stage', team).map(({ key }) => key)).toEqual(['Qualify', 'Legal', null]);
});

describe('any pipeline', () => {
  const pipelines = fc
    .array(randomHistory, { minLength: 1, maxLength: 12 })
    .map((all) => pipelineOf(all.map((history, at) => ({ ...history, deal: { ...history.deal, id: `deal-${at}` } }))));

  it('sorts the same deals whatever by, what is not known last both ways', () => {
    fc.assert(
      fc.property(pipelines, fc.constantFrom(...SORT_KEYS), ({ entries }, sort) => {
        const [up, down] = [false, true].map((way) => sorted(entries, { sort, down: way }, null));
        expect(ids(up ?? []).sort()).toEqual(ids(entries).sort());
        const known = (entry: PipelineEntry) =>
          ({
            close: entry.deal.closeDate,
            owner: entry.deal.owner,
            next: entry.next?.due ?? null,
            amount: entry.amount,
            age: entry.inStage,
          })[sort as string];
        for (const way of [up, down]) {
          const gone = (way ?? []).map((entry) => known(entry) === null);
          expect(gone).toEqual(gone.toSorted((a, b) => Number(a) - Number(b)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has every open deal on one line, under one head', () => {
    fc.assert(
      fc.property(pipelines, fc.constantFrom(...GROUPINGS), ({ entries, team }, group) => {
        const { lines, groups, total } = pipelineList(entries, { ...WHOLE_PIPELINE, group }, team, english, say);
        const places = [...lines].filter((line) => line >= 0);
        expect(places.toSorted((a, b) => a - b)).toEqual(entries.map((_, place) => place));
        expect([...lines].filter((line) => line < 0)).toEqual(groups.map((_, at) => -at - 1));
        if (group !== 'none') expect(groups.reduce((sum, { total: { deals } }) => sum + deals, 0)).toBe(total.deals);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the address', () => {
  const views: fc.Arbitrary<PipelineView> = fc.record({
    text: fc.string({ maxLength: 40, unit: 'grapheme' }),
    owner: fc.option(fc.string({ maxLength: 20, unit: 'grapheme' })),
    pipeline: fc.option(fc.string({ maxLength: 20 })),
    period: fc.constantFrom(null, 'passed', 'none'),
    signal: fc.constantFrom(null, 'pushed', 'stalled'),
    size: fc.constantFrom(null, 'large', 'unknown'),
    freshness: fc.constantFrom(null, 'stale'),
    sort: fc.constantFrom(...SORT_KEYS),
    down: fc.boolean(),
    group: fc.constantFrom(...GROUPINGS),
  });
  it('leads back to the view', () => {
    fc.assert(fc.property(views, (view) => void expect(viewOf(placeOf(view))).toEqual(view)));
    expect(placeOf(WHOLE_PIPELINE)).toBe('');
    expect(isFiltered(WHOLE_PIPELINE)).toBe(false);
  });
  it('leaves out what it does not know', () => {
    expect(viewOf('?period=yesterday&sort=mood&owner=Ida Norrgard&signal=buyer-acted')).toEqual({
      ...WHOLE_PIPELINE,
      owner: 'Ida Norrgard',
    });
  });
});
