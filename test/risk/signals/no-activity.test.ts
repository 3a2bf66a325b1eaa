import { describe, expect, it } from 'vitest';
import { EARLY, factsFor, isOn, LATE, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'no-activity';
const lastActivity = '2026-10-01';

describe(NAME, () => {
  testSilence(NAME, { '2026-11-02': { stage: LATE, lastActivity } }, ['lastActivity']);

  it.each([
    ['early', EARLY, '2026-10-30', '2026-10-31', 30],
    ['mid', MID, '2026-10-21', '2026-10-22', 21],
    ['late', LATE, '2026-10-14', '2026-10-15', 14],
  ] as const)('comes on in %s stages at its limit', (_, stage, before, at, limit) => {
    expect(isOn(NAME, { [before]: { stage, lastActivity } })).toBe(false);
    expect(onOf(NAME, { [at]: { stage, lastActivity } })).toMatchObject({ observed: limit, limit, severity: 0 });
  });

  it('weighs little, however long it lasts', () => {
    expect(onOf(NAME, { '2027-11-02': { stage: LATE, lastActivity } }).points).toBeLessThan(0.7);
  });

  it('counts an activity seen empty from the day the deal was made, else from the first look', () => {
    const empty = { missing: 'empty' } as const;
    const looks = {
      '2026-10-05': { stage: LATE, lastActivity: empty },
      '2026-10-26': { stage: LATE, lastActivity: empty },
    };
    expect(factsFor(NAME, looks)).toMatchObject({ lastActivity: null, since: '2026-10-05', days: 21 });
    expect(onOf(NAME, looks).atLeast).toBe(true);
    const created = { ...looks, '2026-10-05': { ...looks['2026-10-05'], createdOn: '2026-09-26' } };
    expect(onOf(NAME, created)).toMatchObject({ observed: 30, atLeast: false });
  });

  it('is off while a dated step lies within 21 days ahead of the last look', () => {
    const withDue = (nextStepDue: string) => ({ '2026-11-02': { stage: LATE, lastActivity, nextStepDue } });
    expect(isOn(NAME, withDue('2026-11-02'))).toBe(false);
    expect(isOn(NAME, withDue('2026-11-23'))).toBe(false);
    expect(isOn(NAME, withDue('2026-11-24'))).toBe(true);
    expect(isOn(NAME, withDue('2026-11-01'))).toBe(true);
  });

  it('takes an open promise for such a step', () => {
    const looks = { '2026-11-02': { stage: LATE, lastActivity } };
    expect(isOn(NAME, looks, { promises: [{ by: '2026-11-13' }] })).toBe(false);
    expect(isOn(NAME, looks, { promises: [{ by: '2026-11-24' }] })).toBe(true);
  });

  it('is muted by an agreed wait', () => {
    const looks = { '2026-11-02': { stage: LATE, lastActivity } };
    expect(stateOf(NAME, looks, { waits: [{ until: '2026-12-02' }] }).state).toBe('off');
  });

  it('goes by 30 days where the order of stages is unknown', () => {
    expect(isOn(NAME, { '2026-10-30': { stage: LATE, lastActivity } }, { stages: [] })).toBe(false);
    expect(isOn(NAME, { '2026-10-31': { stage: LATE, lastActivity } }, { stages: [] })).toBe(true);
  });
});
