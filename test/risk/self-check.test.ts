import { describe, expect, it } from 'vitest';
import type { Example } from '../../lib/risk/learn/examples.ts';
import { ENOUGH, selfCheck, shareOf } from '../../lib/risk/self-check.ts';

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 8, 1);

const look = (deal: number, daysBefore: number, notWon: 0 | 1, stalled: boolean): Example => ({
  ...{
    deal: `deal ${deal}`,
    at: END - daysBefore * DAY_MS,
    measures: {},
    traits: [],
    dated: true,
    notWon,
    lost: notWon,
  },
  levels: stalled ? { stalled: 1 } : {},
  ended: { outcome: notWon ? 'lost' : 'won', at: END },
});
/** Of 40 deals the odd ones are lost; the stage clock is on for most of those, and for a few of the others. */
const EXAMPLES = Array.from({ length: 40 }, (_, at) => {
  const lost = at % 2 === 1 ? 1 : 0;
  const on = lost === 1 ? at % 8 !== 1 : at % 8 === 0;
  return [look(at, 40, lost, false), look(at, 5, lost, on)];
}).flat();
const logOdds = ({ levels }: Example) => (levels.stalled ? 0.5 : -1.5);

describe('selfCheck', () => {
  const check = selfCheck(EXAMPLES, logOdds, true);

  it('says how often each band was right, per deal and with its sample', () => {
    expect(check).toMatchObject({ deals: 40, looks: 80, enough: true, notWon: { count: 20, of: 40 } });
    const closer = check.bands.find(({ band }) => band === 'closer');
    expect(closer?.notWon).toMatchObject({ count: 15, of: 20 });
    expect(closer?.notWon.low).toBeGreaterThan(0.5);
    expect(check.bands.find(({ band }) => band === 'look')).toMatchObject({ notWon: { of: 0 }, enough: false });
  });

  it('counts hits and false alarms of each signal beside the deals that it was silent on', () => {
    expect(check.signals).toEqual([
      expect.objectContaining({ signal: 'stalled', hits: 15, falseAlarms: 5, enough: true }),
    ]);
    expect(check.signals[0]?.without).toMatchObject({ count: 5, of: 20 });
  });

  it('says what the score said thirty days before the end', () => {
    expect(check.thirtyDaysBefore).toMatchObject({ deals: 40, notWon: { quiet: 20, closer: 0 }, won: { quiet: 20 } });
  });

  it('says that there are too few deals where that is so, and checks no chance that was never said', () => {
    const few = selfCheck(EXAMPLES.slice(0, ENOUGH), logOdds, false);
    expect(few.deals).toBe(10);
    expect([few.enough, ...few.bands.map(({ enough }) => enough), few.thirtyDaysBefore.enough]).not.toContain(true);
    expect(few.reliability).toEqual([]);
  });

  it('sets what was said as a chance against what came', () => {
    for (const { said, from, to, came } of check.reliability) {
      expect(said).toBeGreaterThanOrEqual(from);
      expect(said).toBeLessThanOrEqual(to);
      expect(came.low).toBeLessThanOrEqual(came.share);
      expect(came.high).toBeGreaterThanOrEqual(came.share);
    }
    // 40 looks early and 20 late ones said the same of 40 deals; 20 late ones something else: each deal once a tenth.
    expect(check.reliability.map(({ came }) => came.of)).toEqual([40, 20]);
  });
});

describe('shareOf', () => {
  it('gives an interval that is wide for few and never certain', () => {
    expect(shareOf([1, 1, 1])).toMatchObject({ share: 1, high: 1 });
    expect(shareOf([1, 1, 1]).low).toBeLessThan(0.5);
    expect(shareOf([])).toMatchObject({ of: 0, low: 0, high: 1 });
  });
});
