import { addDays, type Instant } from '../../deal/day.ts';
import type { DueStep } from './due-steps.ts';

/**
 * A step as a file that every calendar reads (iCalendar, RFC 5545): the whole day, or a quarter of an hour from its alarm
 * on. Nobody is invited. The same step gives the same event, so that a calendar takes a later file for a change of it.
 */
export type CalendarEvent = Pick<DueStep, 'key' | 'by' | 'remindAt' | 'url'> & { title: string; notes: string };

const QUARTER = 15 * 60_000;

/** `now`: when the file was made. */
export function calendarFile({ key, by, remindAt, title, notes, url }: CalendarEvent, now: Instant): string {
  const when =
    remindAt === null
      ? [`DTSTART;VALUE=DATE:${bare(by)}`, `DTEND;VALUE=DATE:${bare(addDays(by, 1))}`, 'TRANSP:TRANSPARENT']
      : [`DTSTART:${stamp(remindAt)}`, `DTEND:${stamp(remindAt + QUARTER)}`];
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:PT0S', 'END:VALARM'];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sideline//Steps//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid(key)}`,
    `DTSTAMP:${stamp(now)}`,
    ...when,
    `SUMMARY:${escaped(title)}`,
    ...(notes === '' ? [] : [`DESCRIPTION:${escaped(notes)}`]),
    ...(isWebAddress(url) ? [`URL:${new URL(url).href}`] : []),
    ...(remindAt === null ? [] : alarm),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

const bare = (day: string) => day.replaceAll('-', '');

/** `20261114T083000Z`. */
const stamp = (at: Instant) => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;

/** Ids are ours: letters, digits and dashes, and blanks between the parts of a CRM's step. */
const uid = (key: string) => `${key.replace(/[^\w-]+/g, '-')}@sideline.invalid`;

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** Section 3.3.11. Characters that no text may hold would end the line or the file. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** Section 3.1: at most 75 octets to a line, cut between characters; what goes on begins with a blank. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return `${out}\r\n`;
}
