import { describe, expect, it } from 'vitest';
import type { AgreedWait } from '../../lib/deal/promise.ts';
import { agreedWait } from '../../lib/process/agreed-wait.ts';
import { moment } from '../history/make-history.ts';
import { noon, wait } from '../risk/one-deal.ts';

/** Made on 2 November, until 2 December, unless said. */
const on = (day: string, waits: Partial<AgreedWait>[] = [{}], knownOn = day) =>
  agreedWait(
    { waits: waits.map((part, at) => wait({ id: `w${at}`, ...part })) },
    moment(noon(day) + 1, noon(knownOn) + 1),
  );

describe('agreedWait', () => {
  it('is in force from the day it was made up to and with its last day', () => {
    expect(on('2026-11-01')).toBeNull();
    expect(on('2026-11-02')?.id).toBe('w0');
    expect(on('2026-12-02')?.id).toBe('w0');
    expect(on('2026-12-03')).toBeNull();
  });

  it('ends when somebody ends it, and not before', () => {
    const ended = [{ endedAt: noon('2026-11-10') }];
    expect(on('2026-11-09', ended)?.id).toBe('w0');
    expect(on('2026-11-10', ended)).toBeNull();
  });

  it('is the longest of several', () => {
    expect(on('2026-11-05', [{ until: '2026-11-20' }, { until: '2026-12-20' }, {}])?.until).toBe('2026-12-20');
  });

  it('is not known before it was made', () => {
    expect(on('2026-11-05', [{}], '2026-11-01')).toBeNull();
  });

  it('ends with the day of the zone, not of the world clock', () => {
    const late = Date.parse('2026-12-02T23:30:00Z');
    expect(agreedWait({ waits: [wait()] }, moment(late))).toBeNull();
    expect(agreedWait({ waits: [wait()] }, { ...moment(late), timeZone: 'America/New_York' })).not.toBeNull();
  });
});
