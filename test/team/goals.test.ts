import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Money, money } from '../../lib/deal/money.ts';
import { quarterAfter, quarterBefore, quarterOf } from '../../lib/deal/quarter.ts';
import type { Goal, Person } from '../../lib/settings/people.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { EVERYBODY, goalFor, goalNow, peopleOf, teamsOf, type Whose } from '../../lib/team/goals.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { moment, usd } from '../coaching/make-history.ts';

const Q4 = quarterOf('2026-11-27', 1);
const person = (name: string, team: string | null = null, more: Partial<Person> = {}): Person => ({
  ...{ name, aliases: [], team, mine: null },
  ...more,
});
const IDA: Whose = { person: 'Ida', team: null };
const goal = (whose: Partial<Whose>, from: string, to: string, amount: Money): Goal => ({
  ...{ person: null, team: null, period: { from, to }, amount },
  ...whose,
});
const inQ4 = (whose: Partial<Whose>, amount: Money) => goal(whose, Q4.from, Q4.to, amount);
const ask = (goals: Goal[], whose: Whose, more: Partial<Settings> = {}) => {
  const people = more.people ?? [person('Ida', 'North'), person('Tom', 'South')];
  const team = teamAt([], moment('2026-11-27'), { ...DEFAULT_SETTINGS, ...more, people, goals });
  return goalFor(team, quarterOf('2026-11-27', team.settings.fiscalYearStart), whose);
};
const YEAR = ['2026-01-01', '2026-12-31'] as const;
const SECOND_HALF = ['2026-07-01', '2026-12-31'] as const;
const MONTHS: [from: string, to: string][] = [
  ['2026-10-01', '2026-10-31'],
  ['2026-11-01', '2026-11-30'],
  ['2026-12-01', '2026-12-31'],
];

describe('a goal of a quarter', () => {
  it('is the one set for it, before all others, and the last word of two', () => {
    const others = [goal(IDA, ...YEAR, usd(1)), ...MONTHS.map(([from, to]) => goal(IDA, from, to, usd(1)))];
    expect(ask([inQ4(IDA, usd(7)), ...others, inQ4(IDA, usd(9))], IDA)).toMatchObject({
      amount: usd(9),
      basis: 'quarter',
    });
  });

  it('is else those of its three months added up, and none where a month is left out', () => {
    const months = MONTHS.map(([from, to], at) => goal(IDA, from, to, usd(at + 1)));
    expect(ask(months, IDA)).toMatchObject({ amount: usd(6), basis: 'shorter' });
    expect(ask(months.slice(1), IDA).amount).toBeNull();
    expect(ask([...months.slice(0, 2), goal(IDA, '2026-12-02', '2026-12-31', usd(1))], IDA).amount).toBeNull();
  });

  it('is else an even share of the half year, then of the year', () => {
    expect(ask([goal(IDA, ...YEAR, usd(400)), goal(IDA, ...SECOND_HALF, usd(300))], IDA)).toMatchObject({
      amount: usd(150),
      basis: 'half',
    });
    expect(ask([goal(IDA, ...YEAR, usd(400))], IDA)).toMatchObject({ amount: usd(100), basis: 'year' });
    expect(ask([goal(IDA, '2026-02-01', '2027-01-31', usd(400))], IDA).amount).toBeNull();
    expect(ask([goal(IDA, '2026-02-01', '2027-01-31', usd(400))], IDA, { fiscalYearStart: 2 }).amount).toEqual(
      usd(100),
    );
    expect(ask([goal(IDA, '2025-01-01', '2025-12-31', usd(400))], IDA).amount).toBeNull();
  });

  it('gives four quarters that add up to the year’s, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (minor) => {
        const goals = [goal(IDA, ...YEAR, { minor, currency: 'USD', halfStep: 0 })];
        const team = teamAt([], moment('2026-11-27'), { ...DEFAULT_SETTINGS, people: [person('Ida')], goals });
        let sum = 0;
        for (let quarter = quarterOf('2026-01-01', 1); quarter.year === 2026; quarter = quarterAfter(quarter, 1))
          sum += goalFor(team, quarter, IDA).amount?.minor ?? Number.NaN;
        expect(sum).toBe(minor);
      }),
    );
    expect(quarterBefore(quarterAfter(Q4, 1), 1)).toEqual(Q4);
  });
});

describe('the goal of several', () => {
  const each = [inQ4(IDA, usd(100)), inQ4({ person: 'Tom' }, usd(50))];

  it('is the typed number, else everybody’s on file, before anything is added up', () => {
    expect(ask([...each, inQ4({}, usd(500))], EVERYBODY)).toMatchObject({ amount: usd(500), basis: 'quarter' });
    const typed = { goal: { quarter: Q4.id, amount: usd(900) } };
    expect(ask([...each, inQ4({}, usd(500))], EVERYBODY, typed).amount).toEqual(usd(900));
  });

  it('is that of all teams, else of all people, and says who lacks one', () => {
    const teams = [inQ4({ team: 'north' }, usd(110)), inQ4({ team: 'South' }, usd(60))];
    expect(ask([...each, ...teams], EVERYBODY)).toMatchObject({ amount: usd(170), basis: 'teams' });
    expect(ask([...each, ...teams.slice(1)], EVERYBODY)).toMatchObject({ amount: usd(150), basis: 'people' });
    expect(ask(each.slice(1), EVERYBODY)).toMatchObject({ amount: null, basis: null, lacking: ['Ida'] });
    expect(ask([], EVERYBODY)).toEqual({ amount: null, basis: null, lacking: [], apart: [] });
  });

  it('of a team is its own, else its people’s; who left needs none', () => {
    const north: Whose = { person: null, team: 'North' };
    const people = [person('Ida', 'North'), person('Una', 'NORTH', { left: true }), person('Tom')];
    expect(ask([...each, inQ4({ team: 'North' }, usd(30))], north, { people }).amount).toEqual(usd(30));
    expect(ask(each, north, { people })).toMatchObject({ amount: usd(100), basis: 'people' });
    const team = teamAt([], moment('2026-11-27'), { ...DEFAULT_SETTINGS, people });
    expect(teamsOf(team)).toEqual(['North']);
    expect(peopleOf(team, north)).toEqual(['Ida', 'Una']);
  });

  it('never adds two currencies, and converts where a rate allows it', () => {
    const mixed = [inQ4(IDA, usd(100)), inQ4({ person: 'Tom' }, money(50, 'EUR'))];
    expect(ask(mixed, EVERYBODY)).toMatchObject({ amount: null, apart: [usd(100), money(50, 'EUR')] });
    const rates = [{ from: 'EUR', to: 'USD', rate: 2, on: '2026-01-01' }];
    expect(ask(mixed, EVERYBODY, { homeCurrency: 'USD', rates }).amount).toEqual(usd(200));
  });
});

it('is a rep’s own once they said who they are', () => {
  const settings = { ...DEFAULT_SETTINGS, people: [person('Ida')], goals: [inQ4(IDA, usd(7)), inQ4({}, usd(9))] };
  const of = (me: string | null) =>
    goalNow({ team: teamAt([], moment('2026-11-27'), { ...settings, me }), role: 'rep', quarter: Q4 });
  expect([of('Ida'), of(null)]).toEqual([usd(7), usd(9)]);
});
