import { describe, expect, it } from 'vitest';
import type { TeamContext } from '../../../lib/risk/team-context.ts';
import { EARLY, eur, factsFor, isOn, LATE, type Looks, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'no-next-step';
const nextStep = { missing: 'empty' } as const;

/** Seen empty on Monday 2 November, and again later. */
const empty = (stage: typeof MID, last: string, more = {}): Looks => ({
  '2026-11-02': { stage, nextStep, ...more },
  [last]: { stage, nextStep, ...more },
});

describe(NAME, () => {
  testSilence(NAME, empty(LATE, '2026-11-05'), ['nextStep']);

  it('comes on at once in late stages, after three working days in mid ones', () => {
    expect(onOf(NAME, { '2026-11-02': { stage: LATE, nextStep } })).toMatchObject({
      observed: 0,
      limit: 0,
      severity: 0,
    });
    expect(isOn(NAME, empty(MID, '2026-11-04'))).toBe(false);
    expect(onOf(NAME, empty(MID, '2026-11-05'))).toMatchObject({ observed: 3, limit: 3, unit: 'working-days' });
  });

  it('says nothing in early stages, unless the deal is big', () => {
    const team: TeamContext = {
      won: new Map(),
      stays: new Map(),
      open: new Map([['EUR', { median: 1_000_000, count: 20 }]]),
    };
    const big = empty(EARLY, '2026-11-05', { amount: eur(20_001) });
    expect(isOn(NAME, big)).toBe(false);
    expect(factsFor(NAME, big, { team })).toMatchObject({ big: true, workingDays: 3 });
    expect(isOn(NAME, empty(EARLY, '2026-11-05', { amount: eur(20_000) }), { team })).toBe(false);
  });

  it('takes only a field that was seen empty, never one that the page does not show', () => {
    for (const missing of ['not-on-page', 'unreadable', 'ambiguous'] as const) {
      expect(stateOf(NAME, { '2026-11-02': { stage: LATE, nextStep: { missing } } }).state).toBe('unknown');
    }
    expect(stateOf(NAME, { '2026-11-02': { stage: LATE, nextStep: 'Call Ana' } }).state).toBe('off');
  });

  it('counts from the day on which it was seen emptied', () => {
    const emptied = { '2026-10-26': { stage: LATE, nextStep: 'Call Ana' }, ...empty(LATE, '2026-11-05') };
    expect(onOf(NAME, emptied)).toMatchObject({ observed: 3, atLeast: false });
    expect(onOf(NAME, empty(LATE, '2026-11-05')).atLeast).toBe(true);
  });

  it('leaves new deals five days of grace', () => {
    expect(isOn(NAME, { '2026-11-06': { stage: LATE, nextStep, createdOn: '2026-11-02' } })).toBe(false);
    expect(isOn(NAME, { '2026-11-07': { stage: LATE, nextStep, createdOn: '2026-11-02' } })).toBe(true);
  });

  it('takes a day set for the next step, or an open promise, for a next step', () => {
    const looks = { '2026-11-09': { stage: LATE, nextStep } };
    expect(isOn(NAME, { '2026-11-09': { stage: LATE, nextStep, nextStepDue: '2026-11-12' } })).toBe(false);
    expect(isOn(NAME, { '2026-11-09': { stage: LATE, nextStep, nextStepDue: '2026-11-06' } })).toBe(true);
    expect(isOn(NAME, looks, { promises: [{ by: '2026-11-13' }] })).toBe(false);
    expect(isOn(NAME, looks, { promises: [{ by: '2026-11-06' }] })).toBe(true);
    const settled = { as: 'dropped', at: Date.parse('2026-11-09T08:00:00Z'), reason: null } as const;
    expect(isOn(NAME, looks, { promises: [{ by: '2026-11-13', settled }] })).toBe(true);
  });

  it('says nothing where the order of stages is unknown', () => {
    expect(isOn(NAME, empty(LATE, '2026-11-05'), { stages: [] })).toBe(false);
  });

  it('is not muted by an agreed wait', () => {
    expect(isOn(NAME, empty(LATE, '2026-11-05'), { waits: [{ until: '2026-12-02' }] })).toBe(true);
  });
});
