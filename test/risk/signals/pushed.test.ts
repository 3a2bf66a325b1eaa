import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/deal/day.ts';
import type { Stage } from '../../../lib/deal/fields.ts';
import { EARLY, factsFor, isOn, LATE, type Looks, MID, onOf, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'pushed';

/** Seen weekly from 1 September on, with one close date after the other. */
function dates(stage: Stage, ...closeDates: Day[]): Looks {
  return Object.fromEntries(
    closeDates.map((closeDate, week) => [`2026-09-${String(1 + 7 * week).padStart(2, '0')}`, { stage, closeDate }]),
  );
}

describe(NAME, () => {
  testSilence(NAME, dates(LATE, '2026-10-01', '2026-10-31'), ['closeDate']);

  it('takes one move of 14 days in a late stage, not of 13', () => {
    expect(isOn(NAME, dates(LATE, '2026-10-01', '2026-10-14'))).toBe(false);
    expect(onOf(NAME, dates(LATE, '2026-10-01', '2026-10-15'))).toMatchObject({ observed: 14, limit: 14, severity: 0 });
    expect(onOf(NAME, dates(LATE, '2026-10-01', '2026-11-20')).severity).toBeGreaterThan(0.5);
  });

  it('takes 30 days in all in a mid stage, not 29', () => {
    expect(isOn(NAME, dates(MID, '2026-10-01', '2026-10-15', '2026-10-30'))).toBe(false);
    expect(factsFor(NAME, dates(MID, '2026-10-01', '2026-10-15', '2026-10-31'))).toMatchObject({
      rule: 'days',
      pushes: 2,
      days: 30,
      from: '2026-10-01',
      closeDate: '2026-10-31',
      lastPushedOn: '2026-09-15',
      since: '2026-09-01',
    });
  });

  it('takes a second move that goes over a month end in a mid stage, however short', () => {
    expect(isOn(NAME, dates(MID, '2026-09-25', '2026-10-05'))).toBe(false);
    expect(isOn(NAME, dates(MID, '2026-09-25', '2026-10-05', '2026-10-14'))).toBe(false);
    const over = dates(MID, '2026-10-14', '2026-10-24', '2026-11-02');
    expect(onOf(NAME, over)).toMatchObject({ observed: 2, limit: 2, unit: 'times', severity: 0 });
    expect(factsFor(NAME, over)).toMatchObject({ rule: 'month-ends', overMonthEnd: 1, pushes: 2, days: 19 });
  });

  it('is off in early stages, and where the order of stages is unknown', () => {
    expect(isOn(NAME, dates(EARLY, '2026-10-01', '2026-12-31'))).toBe(false);
    expect(stateOf(NAME, dates(LATE, '2026-10-01', '2026-12-31'), { stages: [] }).state).toBe('off');
  });

  it('ignores moves of up to a week', () => {
    expect(isOn(NAME, dates(LATE, '2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22', '2026-10-29'))).toBe(false);
    const oneLong = dates(LATE, '2026-10-01', '2026-10-08', '2026-10-25', '2026-11-01');
    expect(factsFor(NAME, oneLong)).toMatchObject({ pushes: 1, longest: 17, from: '2026-10-08' });
  });

  it('is high at three moves, and at 60 days', () => {
    const thrice = dates(LATE, '2026-10-01', '2026-10-09', '2026-10-17', '2026-10-25');
    expect(onOf(NAME, thrice)).toMatchObject({ severity: 1, observed: 3, unit: 'times', facts: { rule: 'moves' } });
    expect(onOf(NAME, dates(MID, '2026-10-01', '2026-11-30')).severity).toBe(1);
  });

  it('counts days net: a date that came back was not pushed', () => {
    expect(isOn(NAME, dates(LATE, '2026-10-01', '2026-10-31', '2026-10-05'))).toBe(false);
    expect(factsFor(NAME, dates(LATE, '2026-10-01', '2026-10-31', '2026-10-20')).days).toBe(19);
  });

  it('ignores a move that was undone within two working days', () => {
    const undone: Looks = {
      '2026-09-03': { stage: LATE, closeDate: '2026-10-01' },
      '2026-09-04': { stage: LATE, closeDate: '2026-12-01' },
      '2026-09-08': { stage: LATE, closeDate: '2026-10-01' },
    };
    expect(isOn(NAME, undone)).toBe(false);
    const once = { ...undone, '2026-09-15': { stage: LATE, closeDate: '2026-10-20' } };
    expect(factsFor(NAME, once)).toMatchObject({ pushes: 1, days: 19, from: '2026-10-01' });
    const tooLate = { ...undone, '2026-09-08': { stage: LATE, closeDate: '2026-12-01' } };
    expect(isOn(NAME, tooLate)).toBe(true);
  });

  it('sees the move from one date to another with an empty field between', () => {
    const looks: Looks = {
      ...dates(LATE, '2026-10-01'),
      '2026-09-08': { stage: LATE, closeDate: { missing: 'empty' } },
      '2026-09-15': { stage: LATE, closeDate: '2026-11-01' },
    };
    expect(factsFor(NAME, looks)).toMatchObject({ pushes: 1, days: 31, from: '2026-10-01' });
  });
});
