import { describe, expect, it } from 'vitest';
import { sayDay, sayWeekday, speakerAt } from '../../../lib/coaching/words/dates.ts';

describe('days in words', () => {
  it('gives the weekday within a month and the plain day beyond', () => {
    expect(sayWeekday('2026-11-14', '2026-11-06', 'en-GB')).toBe('Sat 14 Nov');
    expect(sayWeekday('2026-12-14', '2026-11-06', 'en-GB')).toBe('14 Dec');
  });

  it('adds the year where it could be mistaken, and not over the turn of the year', () => {
    expect(sayDay('2027-01-28', '2026-11-06', 'en-GB')).toBe('28 Jan');
    expect(sayDay('2025-01-28', '2026-11-06', 'en-GB')).toBe('28 Jan 2025');
  });

  it('writes days as the reader does', () => {
    expect(sayDay('2026-11-14', '2026-11-06', 'en-US')).toBe('Nov 14');
    expect(sayDay('2026-11-14', '2026-11-06', 'de-DE')).toBe('14. Nov.');
  });

  it('survives a locale that is none, and a day that is none', () => {
    expect(sayDay('2026-11-14', '2026-11-06', 'not a locale')).toContain('14');
    expect(sayDay('soon', '2026-11-06', 'en-GB')).toBe('soon');
  });

  it('takes the day of a moment in the reader’s zone', () => {
    const late = Date.parse('2026-11-06T23:30:00Z');
    expect(speakerAt(late, 'Asia/Tokyo', 'en-GB').today).toBe('2026-11-07');
    expect(speakerAt(late, 'UTC', 'en-GB').on(late)).toBe('Fri 6 Nov');
  });
});
