import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayNumber } from '../../../lib/deal/day.ts';
import { quarterAfter, quarterBefore, quarterOf } from '../../../lib/deal/quarter.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_WEIGHING, type Model } from '../../../lib/risk/learn/model.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { learnChances, moodSpread, USUAL_MOOD, wonLogOdds } from '../../../lib/team/forecast/chances.ts';
import { isDueIn } from '../../../lib/team/forecast/forecast.ts';
import { oursOf, pastOf } from '../../../lib/team/forecast/ours.ts';
import { isSeenWhole, pastPeriod } from '../../../lib/team/forecast/past-periods.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';

const Q3 = quarterOf('2026-08-01', 1);
const NOW = moment('2026-11-16', 18);

const deal = (id: string, looks: (Partial<Look> & { on: Day })[]) =>
  historyOf(
    looks.map((look) => ({ owner: 'Ida', stage: stage('Legal'), amount: usd(1_000), ...look })),
    { id },
  );
const won = stage('Closed Won');

describe('a quarter’s neighbours', () => {
  it.each([1, 4, 12])('lie against it, whatever month the fiscal year starts with: %d', (start) => {
    const own = quarterOf('2026-08-01', start);
    expect(quarterBefore(quarterAfter(own, start), start)).toEqual(own);
    expect(quarterAfter(own, start).from).toBe(addDays(own.to, 1));
  });
});

describe('what is due', () => {
  it.each([
    // A date gone by counts while the quarter runs.
    ['2026-07-01', '2026-08-15', true],
    ['2026-06-01', '2026-08-15', true],
    ['2026-09-30', '2026-08-15', true],
    ['2026-10-01', '2026-08-15', false],
    // Of a quarter to come, only what is dated into it.
    ['2026-06-01', '2026-06-15', false],
    ['2026-07-01', '2026-06-15', true],
    // Nothing is expected of one that is over.
    ['2026-09-30', '2026-10-01', false],
    [null, '2026-08-15', false],
  ])('is a close date of %s in the third quarter, as of %s: %s', (date, today, due) => {
    expect(isDueIn(date, Q3, today)).toBe(due);
  });
});

describe('whether a period was seen whole', () => {
  const days = (...all: Day[]) => all.map(dayNumber);

  it('takes a look at least every fortnight from its begin to its end', () => {
    const fortnightly = days('2026-07-10', '2026-07-24', '2026-08-07', '2026-08-21', '2026-09-04', '2026-09-18');
    expect(isSeenWhole(fortnightly, Q3.from, Q3.to)).toBe(true);
    expect(isSeenWhole(fortnightly.slice(0, -1), Q3.from, Q3.to)).toBe(false);
    expect(
      isSeenWhole(
        fortnightly.filter((_, at) => at !== 2),
        Q3.from,
        Q3.to,
      ),
    ).toBe(false);
    expect(isSeenWhole([], Q3.from, Q3.to)).toBe(false);
    expect(isSeenWhole(days('2026-07-20', ...['2026-08-01', '2026-08-15']), Q3.from, Q3.to)).toBe(false);
  });
});

describe('how a past quarter went on', () => {
  const due = { closeDate: '2026-09-20' };
  const histories: DealHistory[] = [
    deal('won', [
      { on: '2026-07-20', ...due },
      { on: '2026-09-10', stage: won, closeDate: '2026-09-09' },
    ]),
    deal('slipped', [
      { on: '2026-07-20', ...due },
      { on: '2026-09-21', closeDate: '2026-10-20' },
      { on: '2026-10-21', stage: won, closeDate: '2026-10-20' },
    ]),
    deal('lost', [
      { on: '2026-07-20', ...due },
      { on: '2026-09-10', stage: stage('Closed Lost') },
    ]),
    deal('pulled in', [
      { on: '2026-07-20', closeDate: '2026-12-01' },
      { on: '2026-09-10', stage: won, closeDate: '2026-09-09' },
    ]),
    deal('new', [
      { on: '2026-08-20', ...due },
      { on: '2026-09-10', stage: won, closeDate: '2026-09-09' },
    ]),
    deal('closed by then', [
      { on: '2026-07-02', ...due },
      { on: '2026-07-10', stage: won, closeDate: '2026-07-09' },
    ]),
  ];
  const now = teamAt(histories, NOW, DEFAULT_SETTINGS);

  it('is what was due then and was won within it, and what was won from outside of that', () => {
    const { due, fresh } = pastPeriod(histories, now, Q3, at('2026-08-01', 23), isDueIn);
    expect(due.map(({ won }) => won).sort()).toEqual([0, 0, 1]);
    expect(fresh.map(({ id }) => id).sort()).toEqual(['new', 'pulled in']);
  });

  it('knows nothing before the first look', () => {
    const { due, fresh } = pastPeriod(histories, now, Q3, at('2026-07-01', 1), isDueIn);
    expect(due).toEqual([]);
    expect(fresh.length).toBe(4);
  });
});

describe('chances by past quarters', () => {
  const traits = (score: number, category: number) => ({ at: [0, 4 + category], x: [score, 1] });
  const many = (count: number, wins: number, category: number) =>
    Array.from({ length: count }, (_, at) => ({ traits: traits(0, category), won: (at < wins ? 1 : 0) as 0 | 1 }));
  const chance = (due: Parameters<typeof learnChances>[0], category: number) =>
    1 / (1 + Math.exp(-wonLogOdds(traits(0, category), learnChances(due))));

  it('are near the share won of a category that was seen often, and drawn to the others’ where it was not', () => {
    const seen = [...many(200, 140, 0), ...many(200, 40, 1)];
    expect(chance(seen, 0)).toBeCloseTo(0.7, 1);
    expect(chance(seen, 1)).toBeCloseTo(0.2, 1);
    const once = chance([...seen, ...many(1, 1, 2)], 2);
    expect(once).toBeGreaterThan(0.3);
    expect(once).toBeLessThan(0.75);
  });

  it('go up with the score, never down', () => {
    const due = [
      ...many(30, 15, 0),
      { traits: traits(3, 0), won: 0 as const },
      { traits: traits(-3, 0), won: 1 as const },
    ];
    expect(learnChances(due).weights[0]).toBeGreaterThanOrEqual(0);
  });

  it('leave the usual spread of moods where one quarter was seen, and widen it where quarters differ', () => {
    const alike = [many(100, 50, 0), many(100, 50, 0), many(100, 51, 0), many(100, 49, 0)];
    const apart = [many(100, 20, 0), many(100, 80, 0), many(100, 30, 0), many(100, 70, 0)];
    const spread = (periods: typeof alike) => moodSpread(periods, learnChances(periods.flat()));
    expect(spread(alike)).toBeLessThan(USUAL_MOOD);
    expect(spread(apart)).toBeGreaterThan(USUAL_MOOD * 1.5);
    const one = [many(100, 50, 0)];
    // Its level is as uncertain again, and the chances are a little.
    expect(spread(one)).toBeCloseTo(Math.sqrt(2 * USUAL_MOOD ** 2 + 1 / 25), 2);
  });
});

describe('our own account', () => {
  const QUARTER = quarterOf('2026-11-16', 1);
  /** Ten deals a quarter, five of them won; looked at every week. */
  const histories = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].flatMap((from) =>
    Array.from({ length: 10 }, (_, number) => {
      const date = addDays(from, 80);
      const open = Array.from({ length: 11 }, (_, week) => addDays(from, 7 * week)).filter((on) => on <= '2026-11-16');
      const ended = addDays(from, 78) <= '2026-11-16';
      return deal(`${from} ${number}`, [
        ...open.map((on) => ({ on, closeDate: date })),
        ...(ended
          ? [{ on: addDays(from, 78), stage: number % 2 ? won : stage('Closed Lost'), closeDate: addDays(from, 77) }]
          : []),
      ]);
    }),
  );
  const model: Model = {
    ...{ ...DEFAULT_WEIGHING, version: 1, kind: 'defaults', madeAt: 1, deals: 60, follows: false },
    bandFrom: { look: 0, closer: 1 },
    trial: { deals: 15, from: 1, to: 2, baseRate: 0.6, defaults: 0.5, learned: 0.5 },
  };
  const by = { home: 'USD', rates: [], on: '2026-11-16' };
  const ask = (all: DealHistory[], learnt: Partial<Model> | null, goal: number | null = null) => {
    const settings = { ...DEFAULT_SETTINGS, learnt: { on: true, model: learnt && { ...model, ...learnt }, shift: 0 } };
    const team = teamAt(all, NOW, settings);
    return oursOf({
      team,
      past: pastOf(all, team, QUARTER),
      quarter: QUARTER,
      isOurs: () => true,
      unit: usd(0),
      by,
      goal,
    });
  };

  it('waits for two whole quarters and a calibrated score, and says which was seen', () => {
    const young = histories.filter(({ deal }) => deal.firstSeenAt >= at('2026-07-01', 0));
    const ours = ask(young, {});
    expect(ours.played).toBeNull();
    expect(ours.seen.map(({ id }) => id)).toEqual(['2026-Q3']);
    expect(ask(histories, null).played).toBeNull();
    expect(ask(histories, { deals: 49 }).played).toBeNull();
    expect(ask(histories, {}).seen.map(({ id }) => id)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1']);
  });

  it('is by hand half of ten deals of $1,000, each in five of ten ways won', () => {
    const { played } = ask(histories, {}, 500_000);
    expect(played?.p50).toBe(500_000);
    expect(played?.p10).toBeGreaterThanOrEqual(200_000);
    expect(played?.p90).toBeLessThanOrEqual(800_000);
    for (const chance of played?.chances.values() ?? []) expect(chance).toBeCloseTo(0.5, 1);
    expect(played?.chances.size).toBe(10);
    expect(played?.reaches).toBeGreaterThan(0.5);
    expect(played?.fresh).toEqual({ wins: 0, periods: 3 });
    expect(played?.owners.get('Ida')).toBe(played?.p50);
  });

  it('is the same for the same deals in any order', () => {
    expect(ask(histories.toReversed(), {})).toEqual(ask(histories, {}));
  });

  it('names what is outside of it: no amount, and no rate', () => {
    const more = [
      deal('bare', [{ on: '2026-11-10', closeDate: '2026-12-01', amount: null }]),
      deal('yen', [
        { on: '2026-11-10', closeDate: '2026-12-01', amount: { minor: 5_000, currency: 'JPY', halfStep: 0 } },
      ]),
    ];
    const { played } = ask([...histories, ...more], {});
    expect(played?.bare.map(({ id }) => id)).toEqual(['bare']);
    expect(played?.apart).toEqual([{ minor: 5_000, currency: 'JPY', halfStep: 0 }]);
    expect(played?.p90).toBe(ask(histories, {}).played?.p90);
  });
});
