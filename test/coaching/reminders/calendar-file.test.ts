import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../lib/coaching/reminders/calendar-file.ts';
import { at } from '../make-history.ts';

const NOW = at('2026-11-12', 9);
const EVENT = {
  key: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
  by: '2026-11-14',
  remindAt: null,
  title: 'Send the prices',
  notes: 'Fernhill rollout',
  url: 'https://acme.example.com/deal/1',
};

const file = (more: Partial<Parameters<typeof calendarFile>[0]> = {}) => calendarFile({ ...EVENT, ...more }, NOW);

/** As a calendar reads it: lines put together again, then name and value. */
function linesOf(text: string): [name: string, value: string][] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}

const valueIn = (text: string, name: string) => linesOf(text).find(([each]) => each === name)?.[1];
const unescaped = (value: string) => value.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));

describe('a step as a calendar file', () => {
  it('takes the whole day where it has no time', () => {
    expect(file().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Sideline//Steps//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:6f9619ff-8b86-d011-b42d-00c04fc964ff@sideline.invalid',
      'DTSTAMP:20261112T090000Z',
      'DTSTART;VALUE=DATE:20261114',
      'DTEND;VALUE=DATE:20261115',
      'TRANSP:TRANSPARENT',
      'SUMMARY:Send the prices',
      'DESCRIPTION:Fernhill rollout',
      'URL:https://acme.example.com/deal/1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('stands at its alarm where one is set, as a moment that no zone shifts', () => {
    const text = file({ remindAt: Date.parse('2026-11-14T14:30:00.000Z') });
    expect([valueIn(text, 'DTSTART'), valueIn(text, 'DTEND')]).toEqual(['20261114T143000Z', '20261114T144500Z']);
    expect(text).toContain(
      'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Send the prices\r\nTRIGGER:PT0S\r\nEND:VALARM',
    );
  });

  it('is the same event when it is made again, and invites nobody', () => {
    const later = calendarFile({ ...EVENT, by: '2026-11-20' }, NOW + 86_400_000);
    expect(valueIn(later, 'UID')).toBe(valueIn(file(), 'UID'));
    expect(file()).not.toMatch(/ATTENDEE|ORGANIZER|TZID/);
    expect(valueIn(file({ key: 'deal-1 2026-11-14 52' }), 'UID')).toBe('deal-1-2026-11-14-52@sideline.invalid');
  });

  it('keeps a hostile text a text', () => {
    const text = file({
      title: 'x\r\nATTENDEE:mailto:a@b.example\u2028END:VEVENT\n\u0000\u0007=1+1;,\\n',
      notes: '\ud800',
      key: 'a\r\nATTENDEE:x',
      url: 'javascript:alert(1)',
    });
    expect(linesOf(text).map(([name]) => name)).not.toContain('ATTENDEE');
    expect(linesOf(text).filter(([name]) => name === 'END')).toHaveLength(2);
    expect(unescaped(valueIn(text, 'SUMMARY') ?? '')).toBe('x\nATTENDEE:mailto:a@b.example\nEND:VEVENT\n=1+1;,\\n');
    expect(valueIn(text, 'URL')).toBeUndefined();
    const url = 'https://acme.example.com/d?a=1\r\nATTENDEE:x';
    expect(linesOf(file({ url })).map(([name]) => name)).not.toContain('ATTENDEE');
  });

  it('gives any text back, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
        const text = file({ title, notes: title });
        const raw = text.split('\r\n');
        for (const line of raw) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const plain = title
          .toWellFormed()
          .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
          .replace(/(?!\n)\p{Cc}/gu, '');
        expect(unescaped(valueIn(text, 'SUMMARY') ?? '')).toBe(plain);
        if (plain !== '') expect(unescaped(valueIn(text, 'DESCRIPTION') ?? '')).toBe(plain);
      }),
    );
  });
});
