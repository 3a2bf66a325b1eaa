import { describe, expect, it } from 'vitest';
import { limitFor } from '../../lib/risk/limit-in-force.ts';
import { DEFAULT_LIMITS } from '../../lib/risk/limits.ts';
import { SIGNAL_NAMES } from '../../lib/risk/types.ts';

/** Days left, days since and people there: the fewer, the more it counts. */
const COUNTED_DOWN = new Set<string>([
  ...['date-too-early', 'due-this-period', 'few-contacts', 'no-decision-maker', 'owner-changed', 'reopened'],
  ...['buyer-acted', 'moved-on', 'promise-kept'],
]);

describe('limitFor', () => {
  it('gives the default of the kind of stage, with its source', () => {
    expect(limitFor('stalled', 'late', undefined, null)).toEqual({ limit: 21, high: 42, source: 'published' });
    expect(limitFor('pushed', 'early', undefined, null)).toBeNull();
  });

  it('takes the most lenient one where the order of stages is unknown, or none where order is the point', () => {
    for (const name of SIGNAL_NAMES) {
      const table = DEFAULT_LIMITS[name];
      const limits = [table.early, table.mid, table.late].map((each) => each?.limit ?? 0);
      const expected = table.orderUnknown === 'off' ? undefined : Math.max(...limits);
      expect(limitFor(name, null, undefined, null)?.limit).toBe(expected);
    }
  });

  it('has the high mark beyond the limit in every default', () => {
    for (const name of SIGNAL_NAMES) {
      for (const kind of ['early', 'mid', 'late'] as const) {
        const preset = DEFAULT_LIMITS[name][kind];
        if (preset) expect(preset.high > preset.limit).toBe(!COUNTED_DOWN.has(name));
      }
    }
  });

  it('moves the high mark along with a limit that the user sets', () => {
    const user = { everywhere: { stalled: { late: 10 }, 'no-next-step': { late: 2 }, 'date-too-early': { late: 7 } } };
    expect(limitFor('stalled', 'late', user, null)).toEqual({ limit: 10, high: 20, source: 'set by you' });
    expect(limitFor('no-next-step', 'late', user, null)).toEqual({ limit: 2, high: 12, source: 'set by you' });
    expect(limitFor('date-too-early', 'late', user, null)).toEqual({ limit: 7, high: 0, source: 'set by you' });
  });

  it('lets a pipeline have its own, and switch a signal off', () => {
    const user = {
      everywhere: { stalled: { late: 10 } },
      pipelines: { Renewals: { stalled: { late: 60, mid: null } } },
    };
    expect(limitFor('stalled', 'late', user, 'Renewals')?.limit).toBe(60);
    expect(limitFor('stalled', 'mid', user, 'Renewals')).toBeNull();
    expect(limitFor('stalled', 'late', user, 'New business')?.limit).toBe(10);
  });
});
