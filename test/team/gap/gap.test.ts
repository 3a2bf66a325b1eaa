import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/deal/day.ts';
import { type Money, money } from '../../../lib/deal/money.ts';
import { quarterOf } from '../../../lib/deal/quarter.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import type { Person } from '../../../lib/settings/people.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings.ts';
import { gapFigures } from '../../../lib/team/gap/gap-figures.ts';
import { gapOf, gapsOfEach } from '../../../lib/team/gap/gap-of.ts';
import { EVERYBODY, type Whose } from '../../../lib/team/goals.ts';
import { sumsOf } from '../../../lib/team/sums.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';

/** A Friday, day 58 of its quarter; day 58 of the one before was 27 August. */
const TODAY = '2026-11-27';
const NOW = moment(TODAY, 18);
const Q4 = quarterOf(TODAY, 1);
const PEOPLE: Person[] = [
  { name: 'Tom', aliases: [], team: 'South', mine: null },
  { name: 'Ida', aliases: [], team: 'North', mine: null },
];
const GOAL = { goal: { quarter: Q4.id, amount: usd(100_000) } };

type Said = Partial<Omit<Look, 'on'>>;
let made = 0;
const OPEN = { stage: stage('Legal'), owner: 'Ida', closeDate: '2026-12-10', amount: usd(1_000) };
const deal = (looks: Record<Day, Said>, id = `deal-${++made}`) => {
  let last: Said = OPEN;
  return historyOf(
    Object.entries(looks).map(([on, said]) => {
      last = { ...last, ...said };
      return { name: id, ...last, on } as Look;
    }),
    { id },
  );
};
const due = (said: Said) => deal({ '2026-11-25': said });
const won = (said: Said) => deal({ '2026-10-12': said, '2026-11-20': { stage: stage('Closed Won'), ...said } });

const teamOf = (histories: readonly DealHistory[], more: Partial<Settings> = {}, asOf = NOW.asOf) =>
  teamAt(histories, { ...NOW, asOf }, { ...DEFAULT_SETTINGS, people: PEOPLE, ...more });
const figuresOf = (histories: readonly DealHistory[], more: Partial<Settings> = {}, whose: Whose = EVERYBODY) =>
  gapFigures({
    team: teamOf(histories, more),
    at: (asOf) => teamOf(histories, more, asOf),
    usual: null,
    whose,
  });

describe('goal − closed − commit', () => {
  const all = [
    won({ amount: usd(30_000), closeDate: '2026-11-20' }),
    due({ amount: usd(20_000), forecastCategory: 'Commit' }),
    due({ amount: usd(15_000), forecastCategory: 'Best Case', owner: 'Tom' }),
    due({ amount: usd(500_000), forecastCategory: 'Pipeline' }),
    due({ amount: usd(70_000), closeDate: '2027-02-01', forecastCategory: 'Commit' }),
    due({ amount: usd(4_000), owner: null, forecastCategory: 'Commit' }),
  ];

  it('is the gap of everybody, with best case beside', () => {
    expect(gapOf(teamOf(all, GOAL), Q4, EVERYBODY)).toMatchObject({
      ...{ closed: 3_000_000, commit: 2_400_000, bestCase: 1_500_000, gap: 4_600_000, gapToBest: 3_100_000 },
    });
    expect(gapOf(teamOf(all), Q4, EVERYBODY)).toMatchObject({ closed: 3_000_000, gap: null, gapToBest: null });
    const passed = { goal: { quarter: Q4.id, amount: usd(50_000) } };
    expect(gapOf(teamOf(all, passed), Q4, EVERYBODY).gap).toBe(-400_000);
  });

  it('is each person’s in roster order, each team’s, and that of nobody without a goal', () => {
    const goals = [{ person: 'Ida', team: null, period: { from: Q4.from, to: Q4.to }, amount: usd(60_000) }];
    const { people, teams, nobody } = gapsOfEach(teamOf(all, { goals }), Q4);
    expect(people.map(({ whose, gap }) => [whose.person, gap])).toEqual([
      ['Tom', null],
      ['Ida', 1_000_000],
    ]);
    expect(teams.map(({ whose, gap }) => [whose.team, gap])).toEqual([
      ['South', null],
      ['North', 1_000_000],
    ]);
    expect(nobody).toMatchObject({ commit: 400_000, gap: null });
  });

  it('never mixes currencies, and counts a bare sign towards what is written so', () => {
    const mixed = [
      ...all,
      due({ amount: money(9_000, 'EUR'), forecastCategory: 'Commit' }),
      due({ amount: { ...money(1_000, null), symbol: '$' }, forecastCategory: 'Commit' }),
    ];
    const found = gapOf(teamOf(mixed, GOAL), Q4, EVERYBODY);
    expect([found.commit, found.apart]).toEqual([2_500_000, [money(9_000, 'EUR')]]);
    const rates = [{ from: 'EUR', to: 'USD', rate: 2, on: '2026-01-01' }];
    const converted = gapOf(teamOf(mixed, { ...GOAL, homeCurrency: 'USD', rates }), Q4, EVERYBODY);
    expect([converted.commit, converted.apart]).toEqual([4_300_000, []]);
  });
});

/** Five of $1,000 that stood open and due on 27 August, two of them won in September; known since June. */
const EARLIER = ['Closed Won', 'Closed Won', 'Closed Lost', 'Closed Lost', 'Closed Lost'].map((end, at) =>
  deal(
    {
      '2026-06-20': { stage: stage('Discovery'), closeDate: '2026-09-15', createdOn: '2026-06-10' },
      '2026-09-18': { stage: stage(end), closeDate: '2026-09-18' },
    },
    `earlier-${at}`,
  ),
);

describe('coverage', () => {
  const open = [due({ amount: usd(200_000) }), due({ amount: usd(50_000), forecastCategory: 'Omitted' })];

  it('is what is open and due ÷ what is still to close, against 1 ÷ the own win rate', () => {
    const { coverage } = figuresOf([...EARLIER, ...open, won({ amount: usd(20_000) })], GOAL);
    expect(coverage).toMatchObject({ toClose: 8_000_000, minor: 20_000_000, times: 2.5 });
    expect([coverage.rate.value, coverage.rate.won, coverage.rate.tried.length]).toEqual([500_000, 200_000, 5]);
    const share = coverage.rate.share;
    expect(share?.estimate).toBeGreaterThan(0.3);
    expect(share?.estimate).toBeLessThan(0.5);
    expect(coverage.need?.times).toBeCloseTo(1 / (share?.estimate ?? 0), 9);
    expect(coverage.need?.low).toBeCloseTo(1 / (share?.high ?? 0), 9);
  });

  it('says no rate from a handful, and none without history', () => {
    expect(figuresOf([...EARLIER.slice(1), ...open], GOAL).coverage).toMatchObject({
      ...{ need: null, rate: { value: 400_000, share: null } },
    });
    expect(figuresOf(open, GOAL)).toMatchObject({ earlier: [], coverage: { need: null, rate: { value: 0 } } });
  });

  it('weighs by value, and takes unlike amounts for fewer deals', () => {
    const big = deal({
      '2026-06-20': { closeDate: '2026-09-15', amount: usd(100_000) },
      '2026-09-18': { stage: stage('Closed Won') },
    });
    const even = figuresOf([...EARLIER], GOAL).coverage.rate;
    const { value, won: brought, share } = figuresOf([...EARLIER, big], GOAL).coverage.rate;
    expect([value, brought]).toEqual([10_500_000, 10_200_000]);
    expect((share?.high ?? 0) - (share?.low ?? 0)).toBeGreaterThan((even.share?.high ?? 0) - (even.share?.low ?? 0));
  });

  it('is split by pipeline and age, with nothing said of a segment of few', () => {
    const split = EARLIER.map((each) => ({ ...each }));
    const other = due({ pipeline: 'Renewals', createdOn: '2026-11-02', amount: usd(7_000) });
    const { segments } = figuresOf(
      [...split, due({ amount: usd(3_000), createdOn: '2026-08-02' }), other],
      GOAL,
    ).coverage;
    expect(segments.map(({ by, name, minor, brings }) => [by, name, minor, brings === null])).toEqual([
      ['pipeline', '', 300_000, false],
      ['pipeline', 'Renewals', 700_000, true],
      ['age', 'new', 700_000, true],
      ['age', 'older', 300_000, false],
    ]);
  });
});

describe('pacing', () => {
  it('holds what is closed against the same day of earlier quarters and against an even pace', () => {
    const before = deal({
      '2026-06-20': { closeDate: '2026-08-20', amount: usd(3_000) },
      '2026-08-20': { stage: stage('Closed Won') },
    });
    const { pacing } = figuresOf([...EARLIER, before, won({ amount: usd(20_000) })], GOAL);
    expect(pacing).toMatchObject({ closed: 2_000_000, workdays: { gone: 42, of: 66 }, share: 0.6 });
    expect(pacing.earlier.map(({ quarter, byDay, whole }) => [quarter.id, byDay, whole])).toEqual([
      ['2026-Q3', 300_000, 500_000],
    ]);
    expect([pacing.usualGoal, pacing.evenGoal]).toEqual([6_000_000, Math.round((10_000_000 * 42) / 66)]);
  });

  it('says nothing of a quarter whose begin was not seen', () => {
    const late = deal({ '2026-07-08': { closeDate: '2026-08-20' }, '2026-08-20': { stage: stage('Closed Won') } });
    expect(figuresOf([late], GOAL).pacing).toMatchObject({ earlier: [], share: null, usualGoal: null });
    expect(figuresOf([late], GOAL).where).toMatchObject({ where: null, why: 'no-history' });
  });
});

describe('where it is', () => {
  /** Five won by 27 August of ten that were there; now six of ten are in commit, and one is put off. */
  const past = Array.from({ length: 10 }, (_, at) =>
    deal({
      '2026-06-20': { closeDate: '2026-09-15', createdOn: '2026-05-01', stage: stage('Discovery') },
      '2026-08-20': at < 5 ? { stage: stage('Closed Won'), closeDate: '2026-08-20' } : {},
      '2026-10-02': at < 5 ? {} : { stage: stage('Closed Lost') },
    }),
  );
  const now = Array.from({ length: 10 }, (_, at) =>
    deal({
      '2026-10-02': { createdOn: '2026-09-01', stage: stage('Discovery') },
      '2026-11-20': at < 6 ? { forecastCategory: 'Commit' } : at === 6 ? { closeDate: '2027-02-01' } : {},
    }),
  );
  const partsOf = (more: Partial<Settings>) =>
    Object.fromEntries((figuresOf([...past, ...now], more).where.where?.parts ?? []).map((one) => [one.part, one]));

  it('is what the goal asks beyond a usual quarter, what usually still comes, and each factor beside its usual', () => {
    const parts = partsOf({ goal: { quarter: Q4.id, amount: usd(9_000) } });
    expect(parts['above-usual']?.minor).toBe(400_000);
    expect(parts['still-to-come']?.minor).toBe(0);
    expect(parts.there).toMatchObject({ was: 10, is: 10, minor: 0 });
    expect(parts.kept).toMatchObject({ was: 1, is: 0.9 });
    expect(parts.kept?.deals).toHaveLength(1);
    expect(parts.settled?.is).toBeCloseTo(6 / 9, 9);
    // 10 × 0.5 × 1,000 → 10 × 0.9 × (6 ÷ 9) × 1,000, by the mean of both orders.
    const [slipped, faster] = [-0.1 * ((0.5 + 6 / 9) / 2), (6 / 9 - 0.5) * 0.95];
    expect(parts.kept?.minor).toBeCloseTo(-slipped * 1_000_000, -2);
    expect(parts.settled?.minor).toBeCloseTo(-faster * 1_000_000, -2);
    expect(Object.values(parts).reduce((sum, { minor }) => sum + minor, 0)).toBe(300_000);
  });

  it('is told against the usual of this day where there is no goal', () => {
    const parts = partsOf({});
    expect(parts['above-usual']).toBeUndefined();
    expect(Object.values(parts).reduce((sum, { minor }) => sum + minor, 0)).toBe(-100_000);
  });

  it('says so where there are too few to compare', () => {
    expect(figuresOf([...past.slice(1), ...now], {}).where).toMatchObject({ where: null, why: 'too-few' });
    expect(figuresOf([...past, ...now.slice(0, 3)], {}).where.why).toBe('too-few');
  });
});

describe('what would close it', () => {
  const best = (amount: number, more: Said = {}) =>
    due({ amount: usd(amount), forecastCategory: 'Best Case', name: `best ${amount}`, ...more });
  const later = (amount: number, more: Said = {}) => due({ amount: usd(amount), closeDate: '2027-02-10', ...more });

  it('names as few as cover it, the last the smallest that does, from live deals alone', () => {
    const parked = historyOf([{ ...OPEN, on: '2026-11-25', amount: usd(90_000), forecastCategory: 'Best Case' }], {
      ...{ id: 'parked', waits: [{ deal: 'parked', until: '2026-12-20' }] },
    });
    const all = [
      ...[best(60_000), later(50_000), best(45_000), later(41_000), best(2_000), parked],
      ...[later(80_000, { stage: stage('Qualify') }), later(81_000, { closeDate: '2027-05-01' })],
      deal({ '2026-11-03': { amount: usd(82_000), forecastCategory: 'Best Case' } }),
    ];
    const { closes } = figuresOf(all, GOAL);
    expect(closes?.first.map(({ kind, minor }) => [kind, minor])).toEqual([
      ['best-case', 6_000_000],
      ['pull-in', 4_100_000],
    ]);
    expect(closes?.others.map(({ minor }) => minor)).toEqual([5_000_000, 4_500_000, 200_000]);
    expect(closes).toMatchObject({ left: 0, create: null });
    expect(figuresOf(all, { goal: { quarter: Q4.id, amount: usd(1) } }).closes?.first.length).toBe(1);
    expect(figuresOf(all).closes).toBeNull();
  });

  it('says what must be created for the rest, and by when at the usual age', () => {
    const ended = Array.from({ length: 6 }, (_, at) =>
      deal({
        '2026-08-02': { createdOn: '2026-08-01', closeDate: '2026-09-01' },
        '2026-08-21': { stage: stage(at % 2 ? 'Closed Won' : 'Closed Lost'), closeDate: '2026-08-21' },
      }),
    );
    const more = ended.map((each, at) => ({ ...each, deal: { ...each.deal, id: `more-${at}` } }));
    const { closes } = figuresOf([...ended, ...more, best(60_000)], GOAL);
    expect(closes?.left).toBe(4_000_000);
    expect(closes?.create).toMatchObject({ left: 4_000_000, age: 20, by: '2026-12-11', isInTime: true });
    expect(closes?.create?.rate?.estimate).toBeCloseTo(0.5, 1);
    expect(closes?.create?.minor).toBe(Math.ceil(4_000_000 / (closes?.create?.rate?.estimate ?? 0)));
    const slow = [...ended, ...more].map((each) => {
      const changes = each.changes.map((one) => (one.field === 'createdOn' ? { ...one, to: '2026-06-01' } : one));
      return { ...each, changes };
    });
    expect(figuresOf([...slow, best(60_000)], GOAL).closes?.create).toMatchObject({ age: 81, isInTime: false });
    expect(figuresOf([best(60_000)], GOAL).closes?.create).toMatchObject({ rate: null, minor: null, by: null });
  });
});

it('holds what is open for the next quarter against the same day of the quarters before', () => {
  const then = deal({
    '2026-06-20': { closeDate: '2026-10-20', amount: usd(5_000) },
    '2026-09-02': { closeDate: '2026-12-01', amount: usd(9_000) },
  });
  const { ahead } = figuresOf([then, due({ closeDate: '2027-01-20', amount: usd(6_000) })]);
  expect(ahead.map(({ quarter, day, deals }) => [quarter.id, day, deals.map(({ amount }) => amount?.minor)])).toEqual([
    ['2027-Q1', TODAY, [600_000]],
    ['2026-Q4', '2026-08-27', [500_000]],
  ]);
});

describe('whatever was seen', () => {
  const amount = fc.option(
    fc.record({
      minor: fc.integer({ min: 0, max: 9_999_999 }),
      currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR', 'JPY', null),
      halfStep: fc.constant(0),
    }),
  );
  const said = fc.record({
    amount,
    closeDate: fc.constantFrom('2026-09-10', '2026-12-10', '2026-11-20', '2027-02-01', null),
    owner: fc.constantFrom('Ida', 'Tom', 'Una', null),
    stage: fc.constantFrom('Legal', 'Discovery', 'Proposal', 'Closed Won', 'Closed Lost').map(stage),
    forecastCategory: fc.constantFrom('Commit', 'Best Case', 'Pipeline', null),
  });
  const life = fc.array(fc.tuple(fc.integer({ min: 0, max: 160 }), said), { minLength: 1, maxLength: 4 });
  /** What makes a usual quarter, so that some can be compared. */
  const usual = Array.from({ length: 6 }, (_, at) =>
    deal({
      '2026-06-20': { closeDate: '2026-09-15', stage: stage('Discovery'), amount: usd(1_000 + at * 137) },
      '2026-08-20': { stage: stage('Closed Won'), closeDate: '2026-08-20' },
    }),
  );
  const histories = fc.array(life, { minLength: 1, maxLength: 24, size: 'max' }).map((all) => [
    ...usual,
    ...all.map((looks, at) => {
      const sorted = looks.toSorted((a, b) => a[0] - b[0]);
      const shown = sorted.map(([day, fields]) => ({ ...fields, on: addDays('2026-06-20', day) }) as Look);
      return historyOf(shown, { id: `d${at}` });
    }),
  ]);
  const settings = fc.constantFrom<Partial<Settings>>(
    {},
    GOAL,
    { goal: { quarter: Q4.id, amount: money(70_000.37, 'EUR') } },
    { ...GOAL, homeCurrency: 'USD', rates: [{ from: 'EUR', to: 'USD', rate: 1.0873, on: '2026-01-01' }] },
  );

  it('parts add up to the gap, persons and nobody to everybody, currency by currency', () => {
    let compared = 0;
    fc.assert(
      fc.property(histories, settings, (all, more) => {
        const { gap, each, where, coverage } = figuresOf(all, more);
        if (where.where) {
          compared++;
          expect(where.where.parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(where.where.total);
          if (gap.gap !== null) expect(where.where.total).toBe(gap.gap);
        }
        if (gap.gap !== null) expect(gap.gap + gap.closed + gap.commit).toBe(gap.goal.amount?.minor);
        const owned = [...each.people, ...(each.nobody ? [each.nobody] : [])];
        for (const part of ['closed', 'commit', 'best-case'] as const) {
          const dealsIn = owned.flatMap(({ parts }) => parts[part]);
          expect(dealsIn.map(({ id }) => id).sort()).toEqual(gap.parts[part].map(({ id }) => id).sort());
          const sums = (deals: { amount: Money | null }[]) =>
            sumsOf(
              deals.flatMap((one) => one.amount ?? []),
              gap.counting.by,
            );
          expect(sums(dealsIn)).toEqual(sums(gap.parts[part]));
        }
        for (const by of new Set(coverage.segments.map((one) => one.by)))
          expect(coverage.segments.filter((one) => one.by === by).reduce((sum, one) => sum + one.minor, 0)).toBe(
            coverage.minor,
          );
        const counted = [gap.counting.unit.currency, null];
        for (const { currency } of gap.apart) expect(currency === null || !counted.includes(currency)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('is the same in whatever order deals come', () => {
    fc.assert(
      fc.property(histories, settings, (all, more) => {
        const said = (of: readonly DealHistory[]) => {
          const { gap, where, coverage, pacing, closes } = figuresOf(of, more);
          return {
            ...{
              gap: gap.gap,
              closed: gap.closed,
              apart: gap.apart.toSorted((a, b) => `${a.currency}`.localeCompare(`${b.currency}`)),
              where: where.where?.parts.map(({ minor }) => minor),
            },
            ...{ minor: coverage.minor, share: pacing.share, left: closes?.left },
            ...{ rate: coverage.rate.share && coverage.rate.won, first: closes?.first.map(({ deal: one }) => one.id) },
          };
        };
        expect(said(all.toReversed())).toEqual(said(all));
      }),
      { numRuns: 20 },
    );
  });
});
