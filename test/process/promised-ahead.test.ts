import { describe, expect, it } from 'vitest';
import { promisedAhead } from '../../lib/process/promised-ahead.ts';
import { moment } from '../history/make-history.ts';
import { noon, promise } from '../risk/one-deal.ts';

const now = moment(noon('2026-11-09'));

describe('promisedAhead', () => {
  it('is the next open promise due on that day or later', () => {
    const promises = ['2026-11-20', '2026-11-08', '2026-11-09'].map((by) => promise({ by }));
    expect(promisedAhead(promises, now, '2026-11-09')?.by).toBe('2026-11-09');
    expect(promisedAhead(promises, now, '2026-11-10')?.by).toBe('2026-11-20');
    expect(promisedAhead(promises, now, '2026-11-21')).toBeNull();
  });

  it('passes over settled ones and ones not made yet', () => {
    const settled = { as: 'kept', at: noon('2026-11-05'), reason: null } as const;
    expect(promisedAhead([promise({ settled })], now, '2026-11-09')).toBeNull();
    expect(promisedAhead([promise({ madeAt: noon('2026-11-10') })], now, '2026-11-09')).toBeNull();
  });
});
