import { cleanText, type Parsed, parseDate, parseMachineDate } from '../crm/values/index.ts';
import { type Day, dayInZone, dayOfNumber, type Instant } from '../deal/day.ts';
import { numericDay, onlyDay } from '../deal/numeric-day.ts';
import type { ColumnFormat } from './column-look.ts';
import type { ImportPlan } from './import-plan.ts';
import type { Cell } from './table.ts';

const AMBIGUOUS = { ok: false, reason: 'ambiguous' } as const;
const UNREADABLE = { ok: false, reason: 'unreadable' } as const;

/** Days before 1970-01-01 in a workbook's count, which begins with 1900 and has a 29 February in it. */
const SERIAL_EPOCH = 25_569;

type DateContext = Pick<ImportPlan, 'at' | 'timeZone' | 'language'>;

/** The day in a cell. A date that could be two days stays in doubt until its column's order is known. */
export function readDay(cell: Cell, format: ColumnFormat, plan: DateContext): Parsed<Day> {
  if (typeof cell === 'number') return dayOfSerial(cell);
  const text = cleanText(cell);
  if (/^\d{4}-\d\d-\d\d|^\d{12,13}$/.test(text)) {
    // A day that is kept as midnight in Greenwich is that day everywhere.
    const midnight = /T?00:00(?::00(?:\.0+)?)?\s?(?:Z|[-+]00:?00)$/i.test(text);
    const machine = parseMachineDate(text, midnight ? 'UTC' : plan.timeZone);
    if (machine.ok) return machine;
  }
  const numeric = numericDay(text);
  if (numeric) return dayOfNumeric(numeric, format);
  return parseDate(text, {
    locale: plan.language,
    dateOrder: format.dateOrder,
    currency: null,
    today: dayInZone(plan.at, plan.timeZone),
  });
}

function dayOfNumeric(date: NonNullable<ReturnType<typeof numericDay>>, { dateOrder }: ColumnFormat): Parsed<Day> {
  const plain = onlyDay(date);
  if (plain !== null) return { ok: true, value: plain };
  // Dotted dates with the year behind are day first wherever they are written.
  const order = dateOrder ?? (date.shape === '.4' ? 'dmy' : null);
  const value = order && date.days.get(order);
  return value ? { ok: true, value } : AMBIGUOUS;
}

function dayOfSerial(serial: number): Parsed<Day> {
  const days = Math.floor(serial) - SERIAL_EPOCH;
  return days >= 0 && days < 84_000 ? { ok: true, value: dayOfNumber(days) } : UNREADABLE;
}

const CLOCK = /(?:^|[ T,])(\d{1,2})[:h](\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\b\.?)?/i;

/** The moment in a cell: a wall clock in the plan's time zone; a day without a time is its beginning. */
export function readMoment(cell: Cell, format: ColumnFormat, plan: DateContext): Parsed<Instant> {
  const text = typeof cell === 'number' ? '' : cleanText(cell);
  if (/^\d{12,13}$/.test(text)) return { ok: true, value: Number(text) };
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[-+]\d\d:?\d\d)$/i.test(text)) {
    const at = Date.parse(text.replace(' ', 'T').replace(/([-+]\d\d)(\d\d)$/, '$1:$2'));
    if (!Number.isNaN(at)) return { ok: true, value: at };
  }
  const day = readDay(cell, format, plan);
  if (!day.ok) return day;
  return {
    ok: true,
    value: momentOf(day.value, typeof cell === 'number' ? serialClock(cell) : clockOf(text), plan.timeZone),
  };
}

type Clock = { hour: number; minute: number; second: number };

function clockOf(text: string): Clock {
  const [, hours = '0', minutes = '0', seconds = '0', half] = CLOCK.exec(text) ?? [];
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const clock = { hour, minute: Number(minutes), second: Number(seconds) };
  return hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : { hour: 0, minute: 0, second: 0 };
}

function serialClock(serial: number): Clock {
  const seconds = Math.min(86_399, Math.round((serial % 1) * 86_400));
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}

function momentOf(day: Day, { hour, minute, second }: Clock, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: new Temporal.PlainTime(hour, minute, second),
  }).epochMilliseconds;
}
