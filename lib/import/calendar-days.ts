import { addDays, type Day, daysBetween, isDay } from '../deal/day.ts';
import { daysOf } from './pasted-days.ts';

/** `timed`: events with a time of the day, which are no holidays. `repeating`: of those the first is taken alone. */
export type CalendarDays = { days: Day[]; timed: number; repeating: number; unread: number };

const LONGEST_FILE = 5_000_000;
const LONGEST_EVENT = 62;

const dayOf = (text: string | undefined): Day | null => {
  const day = text?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? '';
  return isDay(day) ? day : null;
};

/**
 * The whole days of a calendar file (RFC 5545): events whose start is a date. Their end is the day after the last. Null
 * where it is no calendar.
 */
export function readCalendarDays(text: string): CalendarDays | null {
  if (text.length > LONGEST_FILE || !/^\uFEFF?BEGIN:VCALENDAR\s/i.test(text)) return null;
  // A long line goes on behind a break and a blank.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const found: CalendarDays = { days: [], timed: 0, repeating: 0, unread: 0 };
  const days = new Set<Day>();
  let event: Map<string, string> | null = null;
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line.trim())) event = new Map();
    else if (/^END:VEVENT$/i.test(line.trim())) {
      if (event) addEvent(event, days, found);
      event = null;
    } else if (event) {
      const [, name, parameters = '', value = ''] = /^(DTSTART|DTEND|RRULE|RDATE)((?:;[^:]*)?):(.*)$/i.exec(line) ?? [];
      if (name) event.set(name.toUpperCase(), /VALUE=DATE-TIME/i.test(parameters) ? '' : value.trim());
    }
  }
  return { ...found, days: [...days].sort() };
}

function addEvent(event: ReadonlyMap<string, string>, days: Set<Day>, found: CalendarDays): void {
  const said = event.get('DTSTART');
  const from = dayOf(said);
  if (!from) {
    if (said !== undefined && (said === '' || /T\d{6}/.test(said))) found.timed++;
    else found.unread++;
    return;
  }
  const end = dayOf(event.get('DTEND'));
  const to = end && end > from ? addDays(end, -1) : from;
  if (daysBetween(from, to) >= LONGEST_EVENT) {
    found.unread++;
    return;
  }
  if (event.has('RRULE') || event.has('RDATE')) found.repeating++;
  for (const day of daysOf({ from, to })) days.add(day);
}
