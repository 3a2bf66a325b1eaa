import { describe, expect, it } from 'vitest';
import { EARLY, factsFor, isOn, LATE, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'date-too-early';

const due = (stage: typeof MID, closeDate: string) => ({ '2026-11-02': { stage, closeDate } });

describe(NAME, () => {
  testSilence(NAME, due(EARLY, '2026-11-15'), ['closeDate', 'stage']);

  it('comes on below 30 days in early stages and below 14 in mid ones, never in late ones', () => {
    expect(isOn(NAME, due(EARLY, '2026-12-02'))).toBe(false);
    expect(onOf(NAME, due(EARLY, '2026-12-01'))).toMatchObject({ observed: 29, limit: 30 });
    expect(isOn(NAME, due(MID, '2026-11-16'))).toBe(false);
    expect(onOf(NAME, due(MID, '2026-11-15'))).toMatchObject({ observed: 13, limit: 14 });
    expect(isOn(NAME, due(LATE, '2026-11-03'))).toBe(false);
  });

  it('weighs more the less time is left, up to the day itself', () => {
    const [far, near, today] = ['2026-11-30', '2026-11-09', '2026-11-02'].map((day) => onOf(NAME, due(EARLY, day)));
    expect(far?.points).toBeLessThan(near?.points ?? 0);
    expect(today).toMatchObject({ observed: 0, severity: 1 });
  });

  it('leaves a date that has passed to another signal', () => {
    expect(isOn(NAME, due(EARLY, '2026-11-01'))).toBe(false);
  });

  it('counts the days and stages that are left', () => {
    expect(factsFor(NAME, due(EARLY, '2026-11-13'))).toMatchObject({
      daysLeft: 11,
      workingDaysLeft: 9,
      stepsLeft: 4,
      stage: 'Qualified',
    });
  });

  it('counts from the day on which both were last seen', () => {
    const looks = { ...due(EARLY, '2026-12-01'), '2026-11-09': { closeDate: '2026-12-01' } };
    expect(onOf(NAME, looks)).toMatchObject({ observed: 29, asOfDay: '2026-11-02' });
  });

  it('names the input that was never seen', () => {
    expect(stateOf(NAME, { '2026-11-02': { stage: EARLY } })).toMatchObject({ missing: ['closeDate'] });
    expect(stateOf(NAME, { '2026-11-02': { closeDate: '2026-11-15' } })).toMatchObject({ missing: ['stage'] });
  });

  it('says nothing where the order of stages is unknown', () => {
    expect(isOn(NAME, due(EARLY, '2026-11-15'), { stages: [] })).toBe(false);
  });

  it('is not muted by an agreed wait', () => {
    expect(isOn(NAME, due(EARLY, '2026-11-15'), { waits: [{ until: '2026-12-02' }] })).toBe(true);
  });
});
