import { describe, expect, it } from 'vitest';
import { stageKey, type TeamContext } from '../../../lib/risk/team-context.ts';
import { EARLY, factsFor, historyOf, isOn, LATE, MID, onOf, stage, stateOf, testSilence } from '../one-deal.ts';

const NAME = 'stalled';

/** In the stage from 1 October on; another stage was seen the day before. */
const entered = (where: typeof MID, last: string) => ({
  '2026-09-30': { stage: stage('Demo') },
  '2026-10-01': { stage: where },
  [last]: { stage: where },
});

describe(NAME, () => {
  testSilence(NAME, entered(LATE, '2026-11-02'), ['stage']);

  it.each([
    ['early', EARLY, '2026-11-14', '2026-11-15', 45],
    ['mid', MID, '2026-10-30', '2026-10-31', 30],
    ['late', LATE, '2026-10-21', '2026-10-22', 21],
  ] as const)('comes on in %s stages at its limit', (_, where, before, at, limit) => {
    expect(isOn(NAME, entered(where, before))).toBe(false);
    expect(onOf(NAME, entered(where, at))).toMatchObject({ observed: limit, limit, severity: 0, unit: 'days' });
  });

  it('is at its full weight at twice the limit', () => {
    expect(onOf(NAME, entered(LATE, '2026-11-12'))).toMatchObject({ observed: 42, severity: 1, points: 2 });
  });

  it('counts from the day on which the entry was seen, and says "at least" where it was not', () => {
    expect(onOf(NAME, entered(LATE, '2026-11-02'))).toMatchObject({ observed: 32, atLeast: false });
    const found = { '2026-10-01': { stage: LATE }, '2026-11-02': { stage: LATE } };
    expect(onOf(NAME, found)).toMatchObject({ observed: 32, atLeast: true });
    const betweenLooks = { '2026-09-01': { stage: MID }, '2026-10-01': { stage: LATE }, '2026-11-02': { stage: LATE } };
    expect(onOf(NAME, betweenLooks)).toMatchObject({ observed: 32, atLeast: true });
  });

  it('does not start again for a drag to another stage that was undone within two working days', () => {
    const dragged = {
      ...entered(LATE, '2026-11-02'),
      '2026-10-23': { stage: stage('Signing') },
      '2026-10-26': { stage: LATE },
    };
    expect(factsFor(NAME, dragged)).toMatchObject({ days: 32, since: '2026-10-01' });
    expect(onOf(NAME, dragged).asOfDay).toBe('2026-11-02');
    const moved = { ...dragged, '2026-10-26': { stage: stage('Signing') }, '2026-10-28': { stage: LATE } };
    expect(isOn(NAME, moved)).toBe(false);
  });

  it('is muted by an agreed wait, and no longer than that lasts', () => {
    const looks = entered(LATE, '2026-11-02');
    expect(isOn(NAME, looks, { waits: [{ until: '2026-11-02' }] })).toBe(false);
    expect(isOn(NAME, looks, { waits: [{ until: '2026-11-01' }] })).toBe(true);
    expect(isOn(NAME, looks, { waits: [{ until: '2026-12-02', endedAt: Date.parse('2026-10-05') }] })).toBe(true);
  });

  it('goes by 45 days where the order of stages is unknown', () => {
    expect(isOn(NAME, entered(LATE, '2026-11-14'), { stages: [] })).toBe(false);
    expect(isOn(NAME, entered(LATE, '2026-11-15'), { stages: [] })).toBe(true);
  });

  it("goes by the stage's own median after ten exits, unless the user set a limit", () => {
    const looks = entered(LATE, '2026-10-25');
    const { deal } = historyOf(looks);
    const team = (count: number): TeamContext => ({
      won: new Map(),
      open: new Map(),
      stays: new Map([[stageKey({ record: deal, fields: {} }, LATE), { median: 20, count }]]),
    });
    expect(onOf(NAME, looks, { team: team(9) })).toMatchObject({ limit: 21, observed: 24 });
    expect(stateOf(NAME, looks, { team: team(10) }).state).toBe('off');
    expect(factsFor(NAME, entered(LATE, '2026-10-31'), { team: team(10) })).toMatchObject({
      limitSource: 'own deals',
      ownMedian: 20,
      ownExits: 10,
    });
    const limits = { everywhere: { [NAME]: { late: 14 } } };
    expect(onOf(NAME, looks, { team: team(10), limits }).limit).toBe(14);
  });
});
