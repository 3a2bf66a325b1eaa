import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidingDeals } from '../../../lib/team/forecast/deciding.ts';
import { gamma, normal, poisson, streamOf } from '../../../lib/team/forecast/random.ts';
import {
  type OpenDeal,
  percentiles,
  RUNS,
  type SimulationInput,
  shareReaching,
  simulate,
} from '../../../lib/team/forecast/simulate.ts';

const NO_FRESH = { periods: 2, wins: [] };
const SURE = 25;
const play = (more: Partial<SimulationInput>) => simulate({ closed: [], deals: [], fresh: NO_FRESH, mood: 0, ...more });
const p50 = (more: Partial<SimulationInput>) => percentiles(play(more).totals, [0.5])[0] ?? Number.NaN;

const dealOf = fc.record({
  owner: fc.constantFrom('Ida', 'Tom', null),
  minor: fc.integer({ min: 0, max: 5_000_000 }),
  logOdds: fc.double({ min: -6, max: 6, noNaN: true }),
});
const dealsOf = (least = 0) =>
  fc
    .array(dealOf, { minLength: least, maxLength: 25 })
    .map((deals) => deals.map((deal, at): OpenDeal => ({ id: `deal-${at}`, ...deal })));
const few = { numRuns: 40 };

describe('the generator', () => {
  const mean = (of: () => number, draws = 20_000) =>
    Array.from({ length: draws }, of).reduce((sum, one) => sum + one, 0) / draws;

  it('gives the same stream for the same key, and another for another', () => {
    const draws = (key: string) => Array.from({ length: 5 }, streamOf(key));
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
  });

  it.each([0.5, 3, 40])('draws gamma and Poisson numbers of mean %d', (of) => {
    const next = streamOf('means');
    expect(mean(() => gamma(of, next)) / of).toBeCloseTo(1, 1);
    expect(mean(() => poisson(of, next)) / of).toBeCloseTo(1, 1);
    const squared = mean(() => normal(next) ** 2);
    expect(squared).toBeCloseTo(1, 1);
  });

  it('draws a Poisson number of a mean too large for one product', () => {
    const next = streamOf('large');
    expect(mean(() => poisson(1_200, next), 200) / 1_200).toBeCloseTo(1, 1);
  });
});

describe('a quarter played', () => {
  it('is what is closed where nothing is open, and all of it where everything is as good as won', () => {
    const closed = [
      { owner: 'Ida', minor: 700 },
      { owner: null, minor: 300 },
    ];
    expect(percentiles(play({ closed }).totals, [0.1, 0.5, 0.9])).toEqual([1_000, 1_000, 1_000]);
    const deals = [{ id: 'a', owner: 'Tom', minor: 50, logOdds: SURE }];
    const played = play({ closed, deals });
    expect(percentiles(played.totals, [0.1, 0.9])).toEqual([1_050, 1_050]);
    expect(percentiles(played.owners.get('Tom') ?? new Float64Array(), [0.5])).toEqual([50]);
  });

  it('comes near the binomial law: ten even deals of 1, by hand 3, 5 and 7', () => {
    const deals = Array.from({ length: 10 }, (_, at) => ({ id: `d${at}`, owner: null, minor: 1, logOdds: 0 }));
    const { totals } = play({ deals });
    expect(percentiles(totals, [0.1, 0.5, 0.9])).toEqual([3, 5, 7]);
    // 1 - P(X <= 6) = 176 / 1024.
    expect(shareReaching(totals, 7)).toBeCloseTo(176 / 1024, 1);
  });

  it('is spread wider by a mood that lifts or lowers all deals at once', () => {
    const deals = Array.from({ length: 60 }, (_, at) => ({ id: `d${at}`, owner: null, minor: 1, logOdds: 0 }));
    const width = (mood: number) => {
      const [low = 0, high = 0] = percentiles(play({ deals, mood }).totals, [0.1, 0.9]);
      return high - low;
    };
    expect(width(0)).toBeCloseTo(2 * 1.2816 * Math.sqrt(15), -1);
    expect(width(0.6)).toBeGreaterThan(1.5 * width(0));
  });

  it('counts on deals that nobody expects as often as past periods had them', () => {
    const fresh = { periods: 2, wins: Array.from({ length: 8 }, () => ({ minor: 10, owner: 'Ida' })) };
    const { totals, owners } = play({ fresh });
    const mean = totals.reduce((sum, one) => sum + one, 0) / RUNS;
    // (8 + 1/2) / 2 wins of 10.
    expect(mean).toBeCloseTo(42.5, -0.5);
    expect(owners.get('Ida')).toEqual(totals);
    expect(percentiles(play({ fresh: NO_FRESH }).totals, [0.99])).toEqual([0]);
  });

  it('gives the same answer for the same deals in any order, persons adding up run by run', () => {
    fc.assert(
      fc.property(dealsOf(), fc.double({ min: 0, max: 1, noNaN: true }), (deals, mood) => {
        const [one, other] = [play({ deals, mood }), play({ deals: deals.toReversed(), mood })];
        expect(other.totals).toEqual(one.totals);
        const sum = new Float64Array(RUNS);
        for (const own of one.owners.values())
          for (let run = 0; run < RUNS; run++) sum[run] = (sum[run] ?? 0) + (own[run] ?? 0);
        expect(sum).toEqual(one.totals);
        const [p10 = 0, middle = 0, p90 = 0] = percentiles(one.totals, [0.1, 0.5, 0.9]);
        expect(p10 <= middle && middle <= p90).toBe(true);
        expect(p90).toBeLessThanOrEqual(deals.reduce((all, { minor }) => all + minor, 0));
      }),
      few,
    );
  });

  it('never comes to less with one deal more, or one that is likelier', () => {
    fc.assert(
      fc.property(dealsOf(1), fc.double({ min: 0, max: 3, noNaN: true }), (deals, by) => {
        const [last, ...others] = deals.toReversed();
        if (!last) return;
        const before = p50({ deals: others });
        const after = p50({ deals });
        expect(after).toBeGreaterThanOrEqual(before);
        const likelier = [...others, { ...last, logOdds: last.logOdds + by }];
        expect(p50({ deals: likelier })).toBeGreaterThanOrEqual(after);
      }),
      few,
    );
  });

  it('plays ten thousand deals in less than two seconds', () => {
    const deals = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ id: `deal-${at}`, owner: `rep ${at % 40}`, minor: 1_000 + at, logOdds: (at % 7) - 3 },
    }));
    // Its own time, whatever else the machine is doing.
    const from = process.threadCpuUsage();
    decidingDeals(play({ deals, mood: 0.4 }), 20_000_000);
    expect(process.threadCpuUsage(from).user / 1_000).toBeLessThan(2_000);
  });
});

describe('which deals decide it', () => {
  const deals = [
    { id: 'even', owner: null, minor: 100, logOdds: 0 },
    { id: 'sure', owner: null, minor: 100, logOdds: 6 },
    { id: 'small', owner: null, minor: 5, logOdds: 0 },
  ];

  it('are large and open in how they end, each with the middle if won and if not', () => {
    const decided = decidingDeals(play({ deals }), null);
    expect(decided.map(({ deal }) => deal.id)).toEqual(['even', 'sure', 'small']);
    const [even] = decided;
    // Without it nearly always 100 or 105.
    expect([100, 105]).toContain(even?.lost.p50);
    expect((even?.won.p50 ?? 0) - (even?.lost.p50 ?? 0)).toBe(100);
    expect(even?.won.reaches).toBeNull();
  });

  it('move the chance of the goal, where there is one', () => {
    const decided = decidingDeals(play({ deals }), 200);
    const even = decided.find(({ deal }) => deal.id === 'even');
    // 200 needs both large ones.
    expect(even?.lost.reaches).toBe(0);
    expect(even?.won.reaches).toBeGreaterThan(0.98);
    // The small one changes nothing of it.
    expect(decided.some(({ deal }) => deal.id === 'small')).toBe(false);
  });
});
