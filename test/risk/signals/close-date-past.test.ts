import { describe, expect, it } from 'vitest';
import { EARLY, factsFor, isOn, LATE, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'close-date-past';

/** A Friday; the next Monday is one working day on. */
const closeDate = '2026-10-30';

describe(NAME, () => {
  testSilence(NAME, { '2026-11-05': { stage: MID, closeDate } }, ['closeDate']);

  it('comes on at three working days in early and mid stages, and at one in late ones', () => {
    for (const stage of [EARLY, MID]) {
      expect(isOn(NAME, { '2026-11-03': { stage, closeDate } })).toBe(false);
      expect(isOn(NAME, { '2026-11-04': { stage, closeDate } })).toBe(true);
    }
    expect(isOn(NAME, { '2026-11-01': { stage: LATE, closeDate } })).toBe(false);
    expect(isOn(NAME, { '2026-11-02': { stage: LATE, closeDate } })).toBe(true);
  });

  it('is dim, without points, between the date and the limit', () => {
    expect(stateOf(NAME, { '2026-11-03': { stage: MID, closeDate } })).toMatchObject({ state: 'dim', points: 0 });
    expect(stateOf(NAME, { '2026-10-30': { stage: MID, closeDate } }).state).toBe('off');
  });

  it('counts working days by the calendar, holidays left out', () => {
    const calendar = { workdays: [1, 2, 3, 4, 5], holidays: ['2026-11-02'] };
    const looks = { '2026-11-05': { stage: MID, closeDate } };
    expect(onOf(NAME, looks).observed).toBe(4);
    expect(onOf(NAME, looks, { calendar }).observed).toBe(3);
  });

  it('counts up to the last look at the date, not up to today', () => {
    const looks = { '2026-11-04': { stage: MID, closeDate }, '2026-11-11': { name: 'Larkfield' } };
    expect(factsFor(NAME, looks)).toMatchObject({ closeDate, workingDays: 3, days: 5 });
    expect(onOf(NAME, looks).asOfDay).toBe('2026-11-04');
  });

  it('knows nothing of a date that passed after the last look', () => {
    const looks = { '2026-10-21': { stage: LATE, closeDate } };
    expect(stateOf(NAME, looks, { on: '2026-11-03' }).state).toBe('off');
  });

  it('goes by the most lenient limit where the order of stages is unknown', () => {
    const unordered = { stages: [] };
    expect(isOn(NAME, { '2026-11-03': { stage: LATE, closeDate } }, unordered)).toBe(false);
    expect(isOn(NAME, { '2026-11-04': { stage: LATE, closeDate } }, unordered)).toBe(true);
  });

  it('goes by the most lenient limit where the stage was last seen too long ago', () => {
    const looks = { '2026-10-15': { stage: LATE, closeDate }, '2026-11-02': { closeDate } };
    expect(stateOf(NAME, looks).state).toBe('dim');
    expect(isOn(NAME, { ...looks, '2026-10-19': { stage: LATE } })).toBe(true);
  });

  it('is not muted by an agreed wait: a wrong date stays wrong', () => {
    expect(isOn(NAME, { '2026-11-05': { stage: MID, closeDate } }, { waits: [{ until: '2026-12-02' }] })).toBe(true);
  });

  it('obeys the limit that the user set, for everything or for one pipeline', () => {
    const looks = { '2026-11-04': { stage: MID, closeDate, pipeline: 'Renewals' } };
    expect(isOn(NAME, looks, { limits: { everywhere: { [NAME]: { mid: 4 } } } })).toBe(false);
    expect(isOn(NAME, looks, { limits: { everywhere: { [NAME]: { mid: null } } } })).toBe(false);
    const limits = { everywhere: { [NAME]: { mid: 4 } }, pipelines: { Renewals: { [NAME]: { mid: 2 } } } };
    expect(factsFor(NAME, looks, { limits })).toMatchObject({ limitSource: 'set by you', workingDays: 3 });
  });
});
