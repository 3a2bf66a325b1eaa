import { describe, expect, it } from 'vitest';
import { EARLY, factsFor, isOn, LATE, MID, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'next-step-past';

/** A Friday. */
const nextStepDue = '2026-10-30';
const nextStep = 'Security call with Priya';

describe(NAME, () => {
  testSilence(NAME, { '2026-11-10': { stage: MID, nextStep, nextStepDue } }, ['nextStep', 'nextStepDue']);

  it.each([
    ['early', EARLY, '2026-11-05', '2026-11-06'],
    ['mid', MID, '2026-11-03', '2026-11-04'],
    ['late', LATE, '2026-11-01', '2026-11-02'],
  ] as const)('comes on in %s stages at its limit of working days', (_, stage, before, at) => {
    expect(isOn(NAME, { [before]: { stage, nextStep, nextStepDue } })).toBe(false);
    expect(isOn(NAME, { [at]: { stage, nextStep, nextStepDue } })).toBe(true);
  });

  it('says what was due, when, and how long before the last look', () => {
    expect(factsFor(NAME, { '2026-11-04': { stage: MID, nextStep, nextStepDue } })).toMatchObject({
      due: nextStepDue,
      text: nextStep,
      days: 5,
      workingDays: 3,
      from: 'field',
    });
  });

  it('reads the day out of the text where the page has no field for it', () => {
    const text = 'Ana (buyer): redlines by 30 Oct 2026; proof: mail';
    const looks = { '2026-11-04': { stage: MID, nextStep: text } };
    expect(factsFor(NAME, looks)).toMatchObject({ due: '2026-10-30', from: 'text' });
    expect(isOn(NAME, { '2026-11-04': { stage: MID, nextStep: 'Board on 2026-10-30' } })).toBe(true);
  });

  it('is unknown while no day was ever seen, and off where the day or the step was seen empty', () => {
    const empty = { missing: 'empty' } as const;
    expect(stateOf(NAME, { '2026-11-04': { stage: MID, nextStep } })).toMatchObject({ missing: ['nextStepDue'] });
    expect(stateOf(NAME, { '2026-11-04': { stage: MID, nextStep, nextStepDue: empty } }).state).toBe('off');
    expect(stateOf(NAME, { '2026-11-04': { stage: MID, nextStep: empty } }).state).toBe('off');
  });

  it('leaves the day itself, even with a limit of no days', () => {
    const limits = { everywhere: { [NAME]: { mid: 0 } } };
    expect(isOn(NAME, { '2026-10-30': { stage: MID, nextStep, nextStepDue } }, { limits })).toBe(false);
    expect(isOn(NAME, { '2026-10-31': { stage: MID, nextStep, nextStepDue } }, { limits })).toBe(true);
  });

  it('ends when a new day is set', () => {
    const looks = { '2026-11-04': { stage: MID, nextStep, nextStepDue }, '2026-11-05': { nextStepDue: '2026-11-12' } };
    expect(isOn(NAME, looks)).toBe(false);
  });

  it('is not muted by an agreed wait', () => {
    const looks = { '2026-11-10': { stage: MID, nextStep, nextStepDue } };
    expect(isOn(NAME, looks, { waits: [{ until: '2026-12-02' }] })).toBe(true);
  });
});
