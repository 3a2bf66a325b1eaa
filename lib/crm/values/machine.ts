import { type Day, dayInZone, isDay } from '../../deal/day.ts';
import { type Money, money } from '../../deal/money.ts';
import { cleanText, isEmptyMark } from './clean-text.ts';
import { EMPTY, type Parsed, UNREADABLE } from './context.ts';

/** Values that a program wrote for programs: attributes, hidden inputs, data. No locale has a say in them. */
export function parseMachineNumber(text: string): Parsed<number> {
  if (isEmptyMark(text)) return EMPTY;
  const shown = cleanText(text);
  const value = /^[-+]?(\d{1,30}\.?\d{0,30}|\.\d{1,30})(e[-+]?\d{1,3})?$/i.test(shown) ? Number(shown) : Number.NaN;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { ok: true, value: value || 0 } : UNREADABLE;
}

export function parseMachineMoney(text: string, currency: string | null): Parsed<Money> {
  const number = parseMachineNumber(text);
  if (!number.ok) return number;
  // Floating noise ("1234567.8899999999") rounds away.
  const value = money(number.value, currency);
  return Number.isSafeInteger(value.minor) ? { ok: true, value: { ...value, minor: value.minor || 0 } } : UNREADABLE;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,3})\d*)?\s?(Z|[-+]\d\d(?::?\d\d)?)?)?$/i;

/**
 * ISO days and moments, and milliseconds since 1970. A moment is turned into the day it falls on in `timeZone`; where a
 * CRM keeps a day as midnight UTC, the caller says 'UTC'. A time without an offset is a wall clock: its day stands.
 */
export function parseMachineDate(text: string, timeZone: string): Parsed<Day> {
  if (isEmptyMark(text)) return EMPTY;
  const shown = cleanText(text);
  const iso = ISO.exec(shown);
  const [, day = '', clock = '', seconds = ':00', fraction = '0', offset] = iso ?? [];
  if (iso && !isDay(day)) return UNREADABLE;
  if (iso && !offset) return { ok: true, value: day };
  const zone = offset?.replace(/^([-+]\d\d):?(\d\d)?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`);
  const instant = iso
    ? Date.parse(`${day}T${clock}${seconds}.${fraction.padEnd(3, '0')}${zone?.toUpperCase()}`)
    : /^\d{12,13}$/.test(shown)
      ? Number(shown)
      : Number.NaN;
  if (Number.isNaN(instant)) return UNREADABLE;
  try {
    const value = dayInZone(instant, timeZone);
    return isDay(value) ? { ok: true, value } : UNREADABLE;
  } catch {
    // An unknown time zone.
    return UNREADABLE;
  }
}
