/** Every figure of the table worked out a second time, from what the simulated CRM held when it was looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import { speakerOn } from '../../../lib/coaching/words/dates.ts';
import { english } from '../../../lib/coaching/words/english.ts';
import { addDays, type Day, dayInZone, daysBetween, weekday } from '../../../lib/deal/day.ts';
import { teamContext } from '../../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { entriesOf, type PipelineEntry } from '../../../lib/team/pipeline/entry.ts';
import { pipelineList } from '../../../lib/team/pipeline/pipeline.ts';
import { GROUPINGS, PERIODS, type PipelineView, SIZES, WHOLE_PIPELINE } from '../../../lib/team/pipeline/view.ts';
import { type Team, teamAt } from '../../../lib/team/team-deals.ts';
import { recordTeam } from '../../evaluate/record-team.ts';
import { type Seen, seenTruth } from '../seen-truth.ts';

const [SEED, END] = [11, '2026-11-27'];
const NOW = Date.parse(`${END}T12:00:00Z`);
const moment = { asOf: NOW, knownAt: NOW, timeZone: 'UTC' };

let seen: Map<string, Seen>;
let entries: PipelineEntry[];
let team: Team;

beforeAll(() => {
  seen = seenTruth(SEED, END);
  const histories = recordTeam(SEED, END);
  const usual = teamContext(histories, moment);
  team = teamAt(histories, moment, DEFAULT_SETTINGS, usual);
  entries = entriesOf(team, usual);
});

const open = () => [...seen].filter(([, { outcome }]) => outcome === 'open');

it('holds every deal that was open when it was seen last, and no other', () => {
  expect(open().length).toBeGreaterThan(50);
  expect(entries.map(({ deal }) => deal.id).sort()).toEqual(
    open()
      .map(([id]) => id)
      .sort(),
  );
});

it('shows amount, owner, close date and next step as they stood at the last look that showed them', () => {
  for (const { deal, next } of entries) {
    const { last, lastDay } = seen.get(deal.id) as Seen;
    const said = { owner: deal.owner, closeDate: deal.closeDate, nextStep: next?.text ?? null };
    expect({ id: deal.id, ...said }).toEqual({
      ...{ id: deal.id, owner: last.owner, closeDate: last.closeDate, nextStep: last.nextStep ?? null },
    });
    expect(deal.amount?.minor).toBe(Math.round(Number(last.amount) * (deal.amount?.currency === 'JPY' ? 1 : 100)));
    expect(dayInZone(deal.lastSeenAt, 'UTC')).toBe(lastDay);
  }
});

it('counts the days in the stage from the look that saw it first to the look that saw it last', () => {
  for (const { deal, inStage } of entries) {
    const { stages } = seen.get(deal.id) as Seen;
    const last = stages.at(-1);
    const from = stages.findLastIndex(({ stage }) => stage !== last?.stage) + 1;
    const since = stages[from];
    if (!last || !since) throw new Error('never seen');
    const before = stages[from - 1];
    const atLeast = !before || daysBetween(before.day, since.day) > 7;
    expect({ id: deal.id, ...inStage }).toEqual({ id: deal.id, days: daysBetween(since.day, last.day), atLeast });
  }
});

it('counts a move of the date to a day more than a week later, and the days from the first to the last', () => {
  let pushed = 0;
  for (const { deal, pushed: said } of entries) {
    const { dates } = seen.get(deal.id) as Seen;
    const known = dates.flatMap((date) => date ?? []);
    const moves = known.slice(1).flatMap((to, at) => {
      const from = known[at] ?? to;
      return daysBetween(from, to) > 7 ? [from] : [];
    });
    const [first] = moves;
    const days = first === undefined ? 0 : daysBetween(first, known.at(-1) ?? first);
    expect({ id: deal.id, ...said }).toEqual({ id: deal.id, times: moves.length, days });
    pushed += moves.length;
  }
  expect(pushed).toBeGreaterThan(20);
});

describe('a view', () => {
  const say = speakerOn(END, 'UTC', 'en-US');
  const list = (patch: Partial<PipelineView>) =>
    pipelineList(entries, { ...WHOLE_PIPELINE, ...patch }, team, english, say);
  const idsIn = ({ lines }: { lines: Int32Array }) =>
    [...lines].flatMap((line) => (line < 0 ? [] : (entries[line]?.deal.id ?? ''))).sort();
  const truthIds = (fits: (one: Seen) => boolean) =>
    open()
      .filter(([, one]) => fits(one))
      .map(([id]) => id)
      .sort();
  const dateOf = ({ last }: Seen) => last.closeDate as Day | null;

  it('filters by owner, period and freshness as the truth has them', () => {
    const owners = new Set(open().map(([, { last }]) => last.owner as string));
    expect(owners.size).toBeGreaterThan(3);
    for (const owner of owners) expect(idsIn(list({ owner }))).toEqual(truthIds(({ last }) => last.owner === owner));
    const fits = {
      passed: (date: Day) => date < END,
      'this-quarter': (date: Day) => date >= END && date <= '2026-12-31',
      'next-quarter': (date: Day) => date >= '2027-01-01' && date <= '2027-03-31',
      later: (date: Day) => date > '2027-03-31',
    };
    for (const [period, isIn] of Object.entries(fits)) {
      const ids = truthIds((one) => dateOf(one) !== null && isIn(dateOf(one) ?? ''));
      expect(idsIn(list({ period: period as 'passed' }))).toEqual(ids);
    }
    const age = (one: Seen) => daysBetween(one.lastDay, END);
    expect(idsIn(list({ freshness: 'fresh' }))).toEqual(truthIds((one) => age(one) <= 7));
    expect(idsIn(list({ freshness: 'ageing' }))).toEqual(truthIds((one) => age(one) > 7 && age(one) <= 14));
    expect(idsIn(list({ freshness: 'stale' }))).toEqual(truthIds((one) => age(one) > 14));
  });

  it('sums amounts by currency, group by group and in all, and says what was seen since Monday', () => {
    const sumsOf = (deals: readonly Seen[]) => {
      const sums = new Map<string, number>();
      for (const { last, currency } of deals) sums.set(currency, (sums.get(currency) ?? 0) + Number(last.amount));
      const form = { style: 'currency', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 } as const;
      return [...sums]
        .map(([currency, sum]) => new Intl.NumberFormat('en-US', { ...form, currency }).format(sum))
        .sort();
    };
    const said = (sums: string) => sums.split(/ and |, (?=\D)/).sort();
    const truth = open().map(([, one]) => one);
    const { total, groups } = list({ group: 'owner' });
    expect(said(total.sums)).toEqual(sumsOf(truth));
    expect(said(total.sums).length).toBeGreaterThan(1);
    const monday = addDays(END, 1 - weekday(END));
    expect(total.rests).toContain(
      `${truth.filter(({ lastDay }) => lastDay >= monday).length} of ${truth.length} seen this week.`,
    );
    for (const { title, total: one } of groups) {
      const own = truth.filter(({ last }) => last.owner === title);
      expect(one.deals).toBe(own.length);
      expect(said(one.sums)).toEqual(sumsOf(own));
    }
    expect(groups.map(({ title }) => title)).toEqual(
      team.roster.people.map(({ name }) => name).filter((name) => truth.some(({ last }) => last.owner === name)),
    );
  });

  it('puts every deal into one period, one size and one group', () => {
    for (const of of [PERIODS.map((period) => list({ period })), SIZES.map((size) => list({ size }))]) {
      expect(of.flatMap(idsIn).sort()).toEqual(idsIn(list({})));
    }
    for (const group of GROUPINGS) expect(idsIn(list({ group }))).toEqual(idsIn(list({})));
  });
});
