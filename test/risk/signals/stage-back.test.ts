import { describe, expect, it } from 'vitest';
import { factsFor, isOn, type Looks, onOf, stage, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'stage-back';

/** In a stage on 2 October; seen in another on Monday 5 October, and there still on the last day. */
const back = (from: string, to: string, last = '2026-10-08'): Looks => ({
  '2026-10-02': { stage: stage(from) },
  '2026-10-05': { stage: stage(to) },
  [last]: { stage: stage(to) },
});

describe(NAME, () => {
  testSilence(NAME, back('Legal', 'Proposal'), ['stage']);

  it('holds where a deal in a mid or late stage moved back, not for one in an early stage', () => {
    expect(isOn(NAME, back('Legal', 'Demo'))).toBe(true);
    expect(isOn(NAME, back('Demo', 'Lead'))).toBe(true);
    expect(isOn(NAME, back('Qualified', 'Lead'))).toBe(false);
    expect(isOn(NAME, back('Demo', 'Proposal'))).toBe(false);
  });

  it('weighs more the further it fell', () => {
    const [one, three] = [back('Proposal', 'Demo'), back('Legal', 'Qualified')];
    expect(onOf(NAME, one)).toMatchObject({ observed: 1, limit: 1, severity: 0 });
    expect(onOf(NAME, three)).toMatchObject({ observed: 3, severity: 1 });
    expect(factsFor(NAME, three)).toMatchObject({
      from: 'Legal',
      to: 'Qualified',
      steps: 3,
      movedOn: '2026-10-05',
    });
    expect(onOf(NAME, three).asOfDay).toBe('2026-10-08');
  });

  it('leaves two working days to undo it, counted in looks', () => {
    expect(isOn(NAME, back('Legal', 'Demo', '2026-10-06'))).toBe(false);
    expect(isOn(NAME, back('Legal', 'Demo', '2026-10-07'))).toBe(true);
    const notSeenSince = { '2026-10-02': { stage: stage('Legal') }, '2026-10-05': { stage: stage('Demo') } };
    expect(stateOf(NAME, notSeenSince, { on: '2026-10-12' }).state).toBe('off');
  });

  it('forgets a move that was undone within two working days', () => {
    const undone = { ...back('Legal', 'Demo', '2026-10-05'), '2026-10-07': { stage: stage('Legal') } };
    expect(isOn(NAME, { ...undone, '2026-10-12': { stage: stage('Legal') } })).toBe(false);
  });

  it('expires after 21 days', () => {
    expect(isOn(NAME, back('Legal', 'Demo', '2026-10-26'))).toBe(true);
    expect(isOn(NAME, back('Legal', 'Demo', '2026-10-27'))).toBe(false);
  });

  it('ends when the deal regains its place, and not before', () => {
    const looks = back('Legal', 'Qualified');
    expect(factsFor(NAME, { ...looks, '2026-10-12': { stage: stage('Proposal') } })).toMatchObject({
      from: 'Legal',
      to: 'Proposal',
      steps: 1,
    });
    expect(isOn(NAME, { ...looks, '2026-10-12': { stage: stage('Legal') } })).toBe(false);
    // A second fall that was made good leaves the first one standing.
    const twice = { ...looks, '2026-10-12': { stage: stage('Lead') }, '2026-10-19': { stage: stage('Qualified') } };
    expect(factsFor(NAME, twice)).toMatchObject({ from: 'Legal', to: 'Qualified', steps: 3, movedOn: '2026-10-05' });
  });

  it('says nothing where the order of stages is unknown', () => {
    expect(isOn(NAME, back('Legal', 'Demo'), { stages: [] })).toBe(false);
  });

  it('is not muted by an agreed wait', () => {
    expect(isOn(NAME, back('Legal', 'Demo'), { waits: [{ until: '2026-12-02' }] })).toBe(true);
  });
});
