import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInZone, dayNumber, dayOfNumber, workingDaysBetween } from '../../lib/deal/day.ts';
import { dayClock, dayText } from '../../lib/risk/day-clock.ts';

const anyDay = fc.integer({ min: 18_000, max: 24_000 }).map(dayOfNumber);
const calendar = { workdays: [1, 2, 3, 4, 5], holidays: ['2026-12-25', '2026-12-26', '2027-01-01'] };

describe('dayClock', () => {
  // Havana skips midnight in spring, Lord Howe moves by half an hour, Kiritimati is 14 hours ahead.
  it.each([
    'UTC',
    'Europe/Berlin',
    'America/Los_Angeles',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
  ])('knows the calendar day of any moment in %s', (zone) => {
    const clock = dayClock(zone, calendar);
    const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(anyMoment, (instant) => {
        expect(clock.dayOf(instant)).toBe(dayNumber(dayInZone(instant, zone)));
      }),
      { numRuns: 300 },
    );
  });

  it('turns the day at local midnight, to the millisecond', () => {
    const { dayOf } = dayClock('Europe/Berlin', calendar);
    const midnight = Date.parse('2026-07-01T00:00:00+02:00');
    expect([midnight - 1, midnight].map(dayOf)).toEqual(['2026-06-30', '2026-07-01'].map(dayNumber));
  });

  it('counts working days as the calendar does', () => {
    const { workingDays } = dayClock('UTC', calendar);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 400 }), (from, days) => {
        const to = addDays(from, days);
        expect(workingDays(dayNumber(from), dayNumber(to))).toBe(workingDaysBetween(from, to, calendar));
      }),
    );
  });

  it('counts nothing where no day is worked', () => {
    expect(dayClock('UTC', { workdays: [], holidays: [] }).workingDays(20_000, 20_100)).toBe(0);
  });
});

describe('dayText', () => {
  it('writes a day number as its ISO day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayText(dayNumber(day))).toBe(day);
      }),
    );
  });
});
