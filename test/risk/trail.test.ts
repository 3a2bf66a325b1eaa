import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { changesAsOf } from '../../lib/history/deal-as-of.ts';
import { dayClock } from '../../lib/risk/day-clock.ts';
import { trailOf } from '../../lib/risk/trail.ts';
import { EVER } from '../history/make-history.ts';
import { historyOf, noon, stage } from './one-deal.ts';

/** The labels of the stages that a deal stood in, given the one seen on each day. */
function trail(seen: Record<string, string | null>): (string | null)[] {
  const looks = Object.entries(seen).map(([day, label]) => [
    day,
    { stage: label === null ? { missing: 'empty' as const } : stage(label) },
  ]);
  const changes = changesAsOf(historyOf(Object.fromEntries(looks)), EVER);
  return trailOf(changes, 'stage', dayClock('UTC', MONDAY_TO_FRIDAY)).map((stay) => stay.value?.label ?? null);
}

describe('trailOf', () => {
  it('lists the values that a field held, oldest first', () => {
    expect(trail({ '2026-10-01': 'Lead', '2026-10-08': 'Lead', '2026-10-15': 'Demo' })).toEqual(['Lead', 'Demo']);
  });

  it('drops a detour of up to two working days, over a weekend too', () => {
    expect(trail({ '2026-10-01': 'Lead', '2026-10-02': 'Demo', '2026-10-06': 'Lead' })).toEqual(['Lead']);
    expect(trail({ '2026-10-01': 'Lead', '2026-10-02': 'Demo', '2026-10-07': 'Lead' })).toEqual([
      'Lead',
      'Demo',
      'Lead',
    ]);
  });

  it('drops a detour through several values, and one through an empty field', () => {
    expect(trail({ '2026-10-05': 'Lead', '2026-10-06': 'Demo', '2026-10-07': 'Legal', '2026-10-08': 'Lead' })).toEqual([
      'Lead',
    ]);
    expect(trail({ '2026-10-05': 'Lead', '2026-10-06': null, '2026-10-07': 'Lead' })).toEqual(['Lead']);
  });

  it('keeps when each value came: between the last look at the old one and the first at the new', () => {
    const history = historyOf({ '2026-10-01': { stage: stage('Lead') }, '2026-10-15': { stage: stage('Demo') } });
    const [first, second] = trailOf(changesAsOf(history, EVER), 'stage', dayClock('UTC', MONDAY_TO_FRIDAY));
    expect(first).toMatchObject({ after: null, seenAt: noon('2026-10-01') });
    expect(second).toMatchObject({ after: noon('2026-10-01'), seenAt: noon('2026-10-15') });
  });
});
