import { describe, expect, it } from 'vitest';
import type { TeamContext } from '../../../lib/risk/team-context.ts';
import { EARLY, eur, factsFor, isOn, LATE, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'unusual-size';

/** Won deals of usually 10,000. */
const team = (count = 20): TeamContext => ({
  won: new Map([['EUR', { median: 1_000_000, count }]]),
  open: new Map(),
  stays: new Map(),
});

const worth = (amount: number, stage = MID) => ({ '2026-11-02': { stage, amount: eur(amount) } });

describe(NAME, () => {
  testSilence(NAME, worth(60_000), ['amount'], { team: team() });

  it('comes on at three times the median of won deals, in any stage', () => {
    for (const stage of [EARLY, MID, LATE]) {
      expect(isOn(NAME, worth(29_999, stage), { team: team() })).toBe(false);
      expect(onOf(NAME, worth(30_000, stage), { team: team() })).toMatchObject({ observed: 3, limit: 3, severity: 0 });
    }
    expect(onOf(NAME, worth(60_000), { team: team() }).severity).toBe(1);
  });

  it('is off below 20 won deals, and with none at all', () => {
    expect(isOn(NAME, worth(60_000), { team: team(19) })).toBe(false);
    expect(isOn(NAME, worth(60_000))).toBe(false);
  });

  it('compares only with deals won in the same currency', () => {
    const looks = { '2026-11-02': { stage: MID, amount: { ...eur(60_000), currency: 'USD' } } };
    expect(stateOf(NAME, looks, { team: team() }).state).toBe('off');
  });

  it('takes the least that a rounded amount can mean', () => {
    const looks = { '2026-11-02': { stage: MID, amount: eur(30_000, 500) } };
    expect(isOn(NAME, looks, { team: team() })).toBe(false);
  });

  it('says how many times what', () => {
    expect(factsFor(NAME, worth(42_500), { team: team(31) })).toMatchObject({
      times: 4.2,
      amountMinor: 4_250_000,
      medianMinor: 1_000_000,
      currency: 'EUR',
      wonDeals: 31,
    });
  });

  it('is not muted by an agreed wait', () => {
    expect(isOn(NAME, worth(60_000), { team: team(), waits: [{ until: '2026-12-02' }] })).toBe(true);
  });
});
