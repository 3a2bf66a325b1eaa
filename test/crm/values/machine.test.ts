import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMachineDate, parseMachineMoney, parseMachineNumber } from '../../../lib/crm/values/index.ts';
import { addDays, dayInZone } from '../../../lib/deal/day.ts';

function day(text: string, timeZone = 'UTC') {
  const parsed = parseMachineDate(text, timeZone);
  return parsed.ok ? parsed.value : parsed.reason;
}

describe('parseMachineNumber', () => {
  it('reads what programs write', () => {
    const rows: [string, number][] = [
      ['48500', 48_500],
      ['1234567.89', 1_234_567.89],
      ['1234567.8899999999', 1_234_567.889_999_999_9],
      ['-12.5', -12.5],
      ['.5', 0.5],
      ['1e6', 1_000_000],
      [' 60 ', 60],
      ['-0', 0],
    ];
    for (const [text, value] of rows) expect(parseMachineNumber(text)).toEqual({ ok: true, value });
  });

  it('refuses what people write', () => {
    for (const text of [
      '48,500',
      '1.234.567',
      '$5',
      '5 %',
      '0x10',
      'Infinity',
      'NaN',
      '1e400',
      '9'.repeat(40),
      '[object Object]',
    ]) {
      expect(parseMachineNumber(text), text).toEqual({ ok: false, reason: 'unreadable' });
    }
    expect(parseMachineNumber('')).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('parseMachineMoney', () => {
  it('rounds floating noise away and counts in the unit of the currency', () => {
    expect(parseMachineMoney('1234567.8899999999', 'USD')).toEqual({
      ok: true,
      value: { minor: 123_456_789, currency: 'USD', halfStep: 0 },
    });
    expect(parseMachineMoney('-48500', 'JPY')).toMatchObject({ value: { minor: -48_500 } });
    expect(parseMachineMoney('48500', null)).toMatchObject({ value: { minor: 4_850_000, currency: null } });
    expect(parseMachineMoney('9007199254740991', 'USD')).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('reads back every amount to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
        expect(parseMachineMoney(String(minor / 100), 'EUR')).toMatchObject({ ok: true, value: { minor: minor + 0 } });
      }),
    );
  });
});

describe('parseMachineDate', () => {
  it('takes days as they stand', () => {
    expect(day('2026-11-30', 'Pacific/Auckland')).toBe('2026-11-30');
    expect(day(' 2026-11-30 ')).toBe('2026-11-30');
    expect(day('2026-11-30T14:30', 'America/New_York')).toBe('2026-11-30');
    expect(day('2026-11-30 23:59:59', 'America/New_York')).toBe('2026-11-30');
  });

  it('turns moments into the day they fall on in the time zone', () => {
    expect(day('2026-11-30T23:30:00Z', 'Europe/Berlin')).toBe('2026-12-01');
    expect(day('2026-11-30T23:30:00.123456+02:00', 'UTC')).toBe('2026-11-30');
    expect(day('2026-11-30T23:30:00+0200', 'Asia/Tokyo')).toBe('2026-12-01');
    expect(day('2026-11-30T02:30Z', 'America/New_York')).toBe('2026-11-29');
    expect(day('2026-11-30 02:30:00-05', 'UTC')).toBe('2026-11-30');
    expect(day('1796083200000', 'UTC')).toBe('2026-12-01');
    expect(day('1796083200000', 'America/New_York')).toBe('2026-11-30');
  });

  it('refuses days and moments that do not exist, other forms and unknown zones', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-11-30T25:00Z',
      '0000-00-00',
      '30/11/2026',
      '20261130',
      '1796083200',
      'today',
    ]) {
      expect(day(text), text).toBe('unreadable');
    }
    expect(day('2026-11-30T14:30Z', 'Nowhere/Atlantis')).toBe('unreadable');
    expect(day('')).toBe('empty');
  });

  it('agrees with the calendar of the zone for any moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 946_684_800_000, max: 4_000_000_000_000 }),
        fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'),
        (instant, zone) => {
          expect(day(String(instant), zone)).toBe(dayInZone(instant, zone));
          expect(day(new Date(instant).toISOString(), zone)).toBe(dayInZone(instant, zone));
        },
      ),
    );
    expect(day(addDays('2026-11-30', 1))).toBe('2026-12-01');
  });
});
