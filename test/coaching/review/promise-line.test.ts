import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayChoices, lineOf, readPromiseLine } from '../../../lib/coaching/review/promise-line.ts';
import { addDays, MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import { courierLine, oneLine } from '../../../lib/process/courier-line.ts';

const given = { by: '2026-11-13', proof: 'their mail', who: 'They', side: 'theirs', today: '2026-11-06' } as const;
const read = (line: string) => readPromiseLine(line, given);

describe('a promise in one line', () => {
  it.each([
    ['Ana (buyer): redlines', { who: 'Ana', side: 'theirs', what: 'redlines', by: '2026-11-13', proof: 'their mail' }],
    ['Kim Olsen (seller): asks Ana', { who: 'Kim Olsen', side: 'ours', what: 'asks Ana', by: '2026-11-13' }],
    ['Ana: redlines', { who: 'Ana', side: 'theirs', what: 'redlines' }],
    ['sends the redlines', { who: 'They', side: 'theirs', what: 'sends the redlines', by: '2026-11-13' }],
    ['Ana: redlines by 20 Nov', { who: 'Ana', what: 'redlines', by: '2026-11-20', proof: 'their mail' }],
    ['Ana (buyer): redlines by 20 Nov 2026; proof: call', { what: 'redlines', by: '2026-11-20', proof: 'call' }],
    ['(buyer): redlines', { who: 'They', what: 'redlines' }],
  ])('reads %s', (line, parts) => expect(read(line)).toMatchObject(parts));

  it.each(['', '   ', 'Ana (buyer): ', 'Ana (buyer):'])('takes %j for nothing promised', (line) =>
    expect(read(line)).toBeNull(),
  );

  it('reads what the CRM’s own line carries as it is', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => oneLine(one) !== '');
    fc.assert(
      fc.property(text, text, fc.constantFrom('ours' as const, 'theirs' as const), (who, what, side) => {
        const promise = { who: oneLine(who), what: oneLine(what), side, by: '2026-12-02', proof: 'a mail' };
        expect(read(courierLine(promise))).toEqual(promise);
      }),
    );
  });

  it('never fails on what is typed, and gives a day and somebody', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (line) => {
        const parts = read(line);
        if (parts) expect([parts.by === '', parts.who === '', parts.what === '']).toEqual([false, false, false]);
      }),
    );
  });

  it('begins as the line of the CRM does', () => {
    expect(lineOf({ who: 'Ana', side: 'theirs' })).toBe('Ana (buyer): ');
    expect(lineOf({ who: 'Kim', side: 'ours', what: 'asks' })).toBe('Kim (seller): asks');
  });
});

it('offers workdays that lie ahead', () => {
  expect(dayChoices('2026-11-06', MONDAY_TO_FRIDAY)).toEqual(['2026-11-09', '2026-11-13', '2026-11-20']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const today = addDays('2026-01-01', days);
      const choices = dayChoices(today, MONDAY_TO_FRIDAY);
      expect(new Set([today, ...choices]).size).toBe(4);
      for (const day of choices) expect(day > today).toBe(true);
    }),
  );
});
