/** The figures of the gap worked out a second time, from what the simulated CRM held when it was looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayInZone } from '../../../lib/deal/day.ts';
import type { FieldName } from '../../../lib/deal/fields.ts';
import { teamContext } from '../../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { type GapFigures, gapFigures } from '../../../lib/team/gap/gap-figures.ts';
import { EVERYBODY } from '../../../lib/team/goals.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { recordTeam } from '../../evaluate/record-team.ts';
import { recordIdOf } from '../../sim/crm/addresses.ts';
import { shownFields } from '../../sim/crm/shown-fields.ts';
import { lookReadings } from '../../sim/readings.ts';
import { simulateTeam } from '../../sim/team/team.ts';
import { type DealState, dealOn } from '../../sim/team/truth.ts';

const [SEED, END, CRM] = [11, '2026-11-27', 'salesforce'] as const;
/** Day 58 of the quarter before. */
const THEN = '2026-08-27';
const [Q3, Q4, Q1] = [
  ['2026-07-01', '2026-09-30'],
  ['2026-10-01', '2026-12-31'],
  ['2027-01-01', '2027-03-31'],
] as const;
const GOAL = 150_000_000;
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`);

/** What all looks up to a moment showed of a deal. `dates`: those of looks that showed it open, with the look's moment. */
type Seen = {
  outcome: DealState['outcome'];
  last: Partial<Record<FieldName, DealState[keyof DealState]>>;
  currency: string;
  endedOn: Day | null;
  isEndDated: boolean;
  dates: { date: Day | null; at: number }[];
  stages: number[];
};

let now: Map<string, Seen>;
let then: Map<string, Seen>;
let figures: GapFigures;

function seenUntil(until: number): Map<string, Seen> {
  const sim = simulateTeam({ seed: SEED, endDay: END });
  const deals = new Map(sim.deals.map((deal) => [recordIdOf(CRM, deal), deal]));
  const seen = new Map<string, Seen>();
  for (const { at, page, deals: rows } of lookReadings(sim, { crm: CRM, tenant: 'larkfield' })) {
    if (at > until) break;
    const day = dayInZone(at, 'UTC');
    for (const { recordId } of rows) {
      const state = dealOn(deals.get(recordId ?? '') as never, addDays(day, -1));
      if (!state || recordId === null) continue;
      const one: Seen = seen.get(recordId) ?? {
        ...{
          outcome: 'open',
          last: {},
          currency: state.currency,
          endedOn: null,
          isEndDated: false,
          dates: [],
          stages: [],
        },
      };
      const shown = shownFields(CRM, page);
      const isEnd = state.outcome !== 'open' && one.outcome === 'open';
      if (isEnd) one.endedOn = day;
      for (const field of shown) one.last[field] = state[field as keyof DealState];
      if (state.outcome !== 'open' && shown.includes('closeDate')) one.isEndDated = true;
      if (state.outcome === 'open' && shown.includes('closeDate')) one.dates.push({ date: state.closeDate, at });
      if (state.outcome === 'open' && shown.includes('stage')) one.stages.push(state.stage);
      seen.set(recordId, { ...one, outcome: state.outcome });
    }
  }
  return seen;
}

beforeAll(() => {
  now = seenUntil(noon(END));
  then = seenUntil(noon(THEN));
  const histories = recordTeam(SEED, END);
  const moment = { asOf: noon(END), knownAt: noon(END), timeZone: 'UTC' };
  const usual = teamContext(histories, moment);
  const settings = {
    ...DEFAULT_SETTINGS,
    goal: { quarter: '2026-Q4', amount: { minor: GOAL, currency: 'USD', halfStep: 0 } },
  };
  figures = gapFigures({
    team: teamAt(histories, moment, settings, usual),
    at: (asOf) => teamAt(histories, { ...moment, asOf }, settings),
    ...{ usual, whose: EVERYBODY },
  });
});

const dateOf = ({ last }: Seen) => (last.closeDate as Day | null | undefined) ?? null;
const closedOn = (one: Seen) => (one.isEndDated ? dateOf(one) : one.endedOn);
const within = (day: Day | null, [from, to]: readonly [Day, Day]) => day !== null && day >= from && day <= to;
const wonIn = (quarter: readonly [Day, Day]) => (one: Seen) => one.outcome === 'won' && within(closedOn(one), quarter);
const isDue = (to: Day) => (one: Seen) => one.outcome === 'open' && dateOf(one) !== null && (dateOf(one) ?? '') <= to;
const categoryOf = ({ last, stages }: Seen) => {
  const said = { Commit: 'commit', 'Best Case': 'best', Pipeline: 'pipeline', Omitted: 'omitted' };
  const stage = stages.at(-1) ?? 0;
  const byStage = stage >= 3 ? 'commit' : stage === 2 ? 'best' : 'pipeline';
  return said[last.forecastCategory as keyof typeof said] ?? byStage;
};
const dollars = ({ last, currency }: Seen) => (currency === 'USD' ? Math.round(Number(last.amount) * 100) : 0);
const sum = (seen: Iterable<Seen>, fits: (one: Seen) => boolean) =>
  [...seen].filter(fits).reduce((all, one) => all + dollars(one), 0);
const idsOf = (seen: Map<string, Seen>, fits: (one: Seen) => boolean) =>
  [...seen]
    .filter(([, one]) => fits(one))
    .map(([id]) => id)
    .sort();

it('is the goal less what the truth closed and holds in commit', () => {
  const { gap } = figures;
  const due = isDue(Q4[1]);
  const [closed, commit, best] = [
    sum(now.values(), wonIn(Q4)),
    sum(now.values(), (one) => due(one) && categoryOf(one) === 'commit'),
    sum(now.values(), (one) => due(one) && categoryOf(one) === 'best'),
  ];
  expect(closed).toBeGreaterThan(10_000_000);
  expect(gap).toMatchObject({ closed, commit, bestCase: best, gap: GOAL - closed - commit });
  expect(gap.apart.map(({ currency }) => currency)).not.toContain('USD');
  for (const { whose, closed: own } of figures.each.people)
    expect(own).toBe(sum(now.values(), (one) => one.last.owner === whose.person && wonIn(Q4)(one)));
});

it('covers what is still to close with what is open and due, at the rate that the quarter before won', () => {
  const { coverage } = figures;
  const due = isDue(Q4[1]);
  expect(coverage.minor).toBe(sum(now.values(), (one) => due(one) && categoryOf(one) !== 'omitted'));
  const tried = [...then].filter(
    ([, one]) => isDue(Q3[1])(one) && categoryOf(one) !== 'omitted' && one.currency === 'USD',
  );
  const won = tried.filter(([id]) => wonIn(Q3)(now.get(id) as Seen));
  expect(tried.length).toBeGreaterThan(20);
  expect(coverage.rate.tried.map(({ deal }) => deal.id).sort()).toEqual(tried.map(([id]) => id).sort());
  expect(coverage.rate.value).toBe(tried.reduce((all, [, one]) => all + dollars(one), 0));
  expect(coverage.rate.won).toBe(won.reduce((all, [, one]) => all + dollars(one), 0));
  const { share } = coverage.rate;
  const raw = coverage.rate.won / coverage.rate.value;
  expect(raw).toBeGreaterThan(share?.low ?? 1);
  expect(raw).toBeLessThan(share?.high ?? 0);
});

it('paces by what was closed by the same day of the quarter before, and in all of it', () => {
  const byDay = sum(now.values(), (one) => wonIn(Q3)(one) && (closedOn(one) ?? '') <= THEN);
  const whole = sum(now.values(), wonIn(Q3));
  expect(figures.pacing.earlier).toMatchObject([{ byDay, whole }]);
  expect(figures.pacing.usualGoal).toBe(Math.round((GOAL * byDay) / whole));
});

describe('where it is', () => {
  it('begins with what the quarter before had by this day and in the end, and adds up to the gap', () => {
    const { where } = figures.where;
    const usualNow = sum(then.values(), (one) => wonIn(Q3)(one) || (isDue(Q3[1])(one) && categoryOf(one) === 'commit'));
    expect(where).toMatchObject({ usualNow, usualWhole: sum(now.values(), wonIn(Q3)), total: figures.gap.gap });
    expect(where?.parts.reduce((all, { minor }) => all + minor, 0)).toBe(figures.gap.gap);
  });

  it('puts each deal where the truth has it', () => {
    const begin = Date.parse(`${Q4[0]}T00:00:00Z`);
    const wasDated = ({ dates }: Seen) =>
      dates.some(({ date, at }, index) => {
        const until = dates.slice(index + 1).find((next) => next.date !== date)?.at ?? Number.POSITIVE_INFINITY;
        return date !== null && date <= Q4[1] && at <= until && until > begin;
      });
    const isUsd = ({ currency }: Seen) => currency === 'USD';
    const due = isDue(Q4[1]);
    const { places } = figures.where.current;
    const ids = (deals: { id: string }[]) => deals.map(({ id }) => id).sort();
    expect(ids(places['put-off'])).toEqual(
      idsOf(now, (one) => isUsd(one) && one.outcome === 'open' && !due(one) && wasDated(one)),
    );
    expect(ids(places.unsettled)).toEqual(idsOf(now, (one) => isUsd(one) && due(one) && categoryOf(one) !== 'commit'));
    const lostIn = (one: Seen) => isUsd(one) && one.outcome === 'lost' && within(closedOn(one), Q4) && wasDated(one);
    const kindOf = ({ stages }: Seen) => ['early', 'early', 'mid', 'late', 'late'][Math.max(...stages)];
    for (const kind of ['early', 'mid', 'late'] as const)
      expect(ids(places[`lost-${kind}`])).toEqual(idsOf(now, (one) => lostIn(one) && kindOf(one) === kind));
    expect(places['lost-late'].length).toBeGreaterThan(2);
  });
});

it('holds what is open for the next quarter against what was then', () => {
  const openIn = (quarter: readonly [Day, Day]) => (one: Seen) =>
    one.outcome === 'open' && within(dateOf(one), quarter);
  expect(figures.ahead.map(({ deals }) => deals.map(({ id }) => id).sort())).toEqual([
    idsOf(now, openIn(Q1)),
    idsOf(then, openIn(Q4)),
  ]);
});
