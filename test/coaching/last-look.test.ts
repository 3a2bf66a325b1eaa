import { describe, expect, it } from 'vitest';
import { lastLookBefore } from '../../lib/coaching/last-look.ts';
import { at, historyOf, moment } from './make-history.ts';

const seen = (...rows: [on: string, hour: number, page?: 'list'][]) =>
  historyOf(rows.map(([on, hour, page]) => ({ on, hour, page: page ?? ('record' as const), name: 'x' })));

describe('the last look', () => {
  it('is the deal’s own page before today’s look, not a row that passed by in a list', () => {
    const history = seen(['2026-11-03', 9], ['2026-11-05', 9, 'list'], ['2026-11-06', 9]);
    expect(lastLookBefore(history, moment('2026-11-06'))).toBe(at('2026-11-03'));
  });

  it('falls back to a list where the deal was never opened before', () => {
    expect(lastLookBefore(seen(['2026-11-03', 9, 'list'], ['2026-11-06', 9]), moment('2026-11-06'))).toBe(
      at('2026-11-03'),
    );
  });

  it('takes readings of one sitting for one look', () => {
    const history = seen(['2026-11-03', 9], ['2026-11-06', 9], ['2026-11-06', 10]);
    history.sightings = history.sightings.map((row, index) =>
      index === 2 ? { ...row, at: at('2026-11-06') + 600_000, recordedAt: 0 } : row,
    );
    expect(lastLookBefore(history, moment('2026-11-06'))).toBe(at('2026-11-03'));
  });

  it('counts an earlier sitting of the same day', () => {
    const history = seen(['2026-11-06', 9], ['2026-11-06', 11]);
    expect(lastLookBefore(history, moment('2026-11-06', 12))).toBe(at('2026-11-06', 9));
  });

  it('goes by when the tab was opened, if that is known', () => {
    const history = seen(['2026-11-03', 9], ['2026-11-06', 9], ['2026-11-06', 11]);
    expect(lastLookBefore(history, moment('2026-11-06', 12), at('2026-11-06', 9))).toBe(at('2026-11-03'));
  });

  it('is none on a first look', () => {
    expect(lastLookBefore(seen(['2026-11-06', 9]), moment('2026-11-06'))).toBeNull();
  });
});
