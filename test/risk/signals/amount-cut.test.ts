import { describe, expect, it } from 'vitest';
import { type Money, money } from '../../../lib/deal/money.ts';
import { EARLY, eur, factsFor, isOn, LATE, type Looks, MID, onOf, testSilence } from '../one-deal.ts';

const NAME = 'amount-cut';

/** One amount a week, from 5 October on. */
const amounts = (stage: typeof MID, ...seen: Money[]): Looks =>
  Object.fromEntries(
    seen.map((amount, week) => [`2026-10-${String(5 + 7 * week).padStart(2, '0')}`, { stage, amount }]),
  );

describe(NAME, () => {
  testSilence(NAME, amounts(LATE, eur(84_000), eur(61_000)), ['amount']);

  it('comes on at 15 percent in mid stages and at 10 in late ones, never in early ones', () => {
    expect(isOn(NAME, amounts(MID, eur(100_000), eur(85_001)))).toBe(false);
    expect(onOf(NAME, amounts(MID, eur(100_000), eur(85_000)))).toMatchObject({ observed: 15, limit: 15, severity: 0 });
    expect(isOn(NAME, amounts(LATE, eur(100_000), eur(90_001)))).toBe(false);
    expect(isOn(NAME, amounts(LATE, eur(100_000), eur(90_000)))).toBe(true);
    expect(isOn(NAME, amounts(EARLY, eur(100_000), eur(10_000)))).toBe(false);
  });

  it('says from what to what', () => {
    expect(factsFor(NAME, amounts(LATE, eur(84_000), eur(61_000)))).toMatchObject({
      fromMinor: 8_400_000,
      toMinor: 6_100_000,
      currency: 'EUR',
      percent: 27,
      cutOn: '2026-10-12',
      pulledIn: false,
    });
  });

  it('adds up several small cuts', () => {
    expect(factsFor(NAME, amounts(LATE, eur(100_000), eur(95_000), eur(89_000)))).toMatchObject({
      percent: 11,
      cutOn: '2026-10-19',
    });
  });

  it('takes the least cut that both roundings allow', () => {
    expect(isOn(NAME, amounts(LATE, eur(100_000, 5_000), eur(89_000, 500)))).toBe(false);
    expect(isOn(NAME, amounts(LATE, eur(100_000, 500), eur(89_000, 400)))).toBe(true);
  });

  it('compares like with like: another currency on display is no cut', () => {
    expect(isOn(NAME, amounts(LATE, eur(100_000), money(50_000, 'USD')))).toBe(false);
    expect(isOn(NAME, amounts(LATE, money(100_000, null), eur(50_000)))).toBe(false);
    const dollars = { ...money(100_000, null), symbol: '$' };
    expect(isOn(NAME, amounts(LATE, dollars, { ...money(50_000, null), symbol: '$' }))).toBe(true);
  });

  it('forgets an amount that was corrected within two working days', () => {
    const typed: Looks = {
      '2026-10-05': { stage: LATE, amount: eur(50_000) },
      '2026-10-06': { stage: LATE, amount: eur(500_000) },
      '2026-10-08': { stage: LATE, amount: eur(50_000) },
    };
    expect(isOn(NAME, typed)).toBe(false);
    const stood = {
      ...typed,
      '2026-10-08': { stage: LATE, amount: eur(500_000) },
      '2026-10-12': { amount: eur(50_000) },
    };
    expect(isOn(NAME, stood)).toBe(true);
  });

  it('counts half where the date came closer meanwhile', () => {
    const cut = (closeDate: string) => ({
      '2026-10-05': { stage: LATE, amount: eur(100_000), closeDate: '2026-12-31' },
      '2026-10-12': { stage: LATE, amount: eur(70_000), closeDate },
    });
    expect(onOf(NAME, cut('2026-12-31')).points).toBe(0.5);
    expect(onOf(NAME, cut('2026-11-30'))).toMatchObject({ points: 0.25, facts: { pulledIn: true } });
    expect(onOf(NAME, cut('2026-12-28')).points).toBe(0.5);
  });

  it('no longer counts after 90 days', () => {
    const looks = amounts(LATE, eur(84_000), eur(61_000));
    expect(isOn(NAME, { ...looks, '2027-01-10': { stage: LATE, amount: eur(61_000) } })).toBe(true);
    expect(isOn(NAME, { ...looks, '2027-01-11': { stage: LATE, amount: eur(61_000) } })).toBe(false);
  });

  it('says nothing where the order of stages is unknown', () => {
    expect(isOn(NAME, amounts(LATE, eur(84_000), eur(61_000)), { stages: [] })).toBe(false);
  });
});
