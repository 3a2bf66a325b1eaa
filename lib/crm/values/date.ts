import type { DateOrder, Day } from '../../deal/day.ts';
import { chooseDay, type DateParts, fullYear } from './choose-day.ts';
import { isEmptyMark, valueText } from './clean-text.ts';
import { AMBIGUOUS, EMPTY, knownLocale, type Parsed, UNREADABLE, type ValueContext } from './context.ts';
import { type DateHabits, dateHabitsOf, UNKNOWN_HABITS } from './date-habits.ts';
import { dateWordsOf, WORD, withoutFillers } from './date-words.ts';
import { readNamedDate } from './named-date.ts';
import { readRelative } from './relative-date.ts';

// Hours and minutes with what may follow them; "9 am"; "14h30" as French and Portuguese write it.
const TIME =
  /(?<!\d)\d{1,2}(?: ?[:h] ?\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: min \d\d s\b)?(?: ?[ap]\.? ?m\b\.?)?(?: ?(?:Z\b|(?:GMT|UTC)(?:[-+]\d{1,2}(?::\d\d)?)?|[-+]\d\d:?\d\d))?| ?[ap]\.? ?m\b\.?)(?!\d)/i;

// Danish, Finnish and Indonesian write 14.30; behind a whole date that can be nothing else.
const DOTTED_TIME = /((?:\d{4}|\d[./]\d{1,2}[./]\d\d)\D*[ ,])(?:[01]?\d|2[0-3])\.\d\d(?:\.\d\d)?$/;

// "9:00 AM EDT", "09:00 MESZ": a zone by its letters, in capitals where a month's name would not be.
const ZONE_NAME = /(:\d\d(?: ?[AaPp][Mm])?) (?:[A-Z]{1,4}T|[MOW]ES?Z)$/;

/** The calendar day that a text shows; a time beside it is left out. */
export function parseDate(text: string, context: ValueContext): Parsed<Day> {
  if (isEmptyMark(text)) return EMPTY;
  const shown = valueText(text);
  if (shown === null) return UNREADABLE;
  const locale = knownLocale(context.locale);
  const habits = locale ? dateHabitsOf(locale) : UNKNOWN_HABITS;
  const numeric = readNumericDate(shown, context, habits, []);
  if (numeric) return numeric;
  const body = shown
    .replace(/(\d)T(\d)/, '$1 $2')
    .replace(ZONE_NAME, '$1')
    .replace(TIME, ' ')
    .replace(DOTTED_TIME, '$1')
    .trim();
  // What is left must be letters, digits and the marks of dates: no second time, no sum, no markup.
  if (!/^[\p{L}\p{M}\d.,/()'’׳״॰· -]*$/u.test(body)) return UNREADABLE;
  if (!WORD_START.test(body)) return readNumericDate(body, context, habits, []) ?? UNREADABLE;
  const words = dateWordsOf(locale ?? 'en');
  const named = readNamedDate(body, words, habits, context, (rest, weekdays) =>
    readNumericDate(rest, context, habits, weekdays),
  );
  if (named.ok) return named;
  // "Today at" has lost its time.
  const plain = /\d/.test(body) ? null : readRelative(withoutFillers(body, words), locale, context.today);
  return readRelative(body, locale, context.today) ?? plain ?? named;
}

const WORD_START = new RegExp(WORD.source, 'u');

const FULL = /^[ ,.(]*(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})[ ,.()]*$/;
const NO_YEAR = /^[ ,(]*(\d{1,2})( ?[./-] ?)(\d{1,2})([ ,.)]*)$/;

/** Null where the text is not a date in numbers. */
function readNumericDate(
  text: string,
  context: ValueContext,
  habits: DateHabits,
  weekdays: readonly number[],
): Parsed<Day> | null {
  const full = FULL.exec(text);
  if (full) {
    const [, first = '', mark, second = '', third = ''] = full;
    const orders = possibleOrders(first.length, third.length);
    const dotted = mark === '.' && third.length === 4;
    // Dotted dates with the year behind are day first wherever a locale writes them.
    const order = context.dateOrder ?? (dotted ? (habits.order === 'mdy' ? null : 'dmy') : habits.order);
    const shown = (each: DateOrder): DateParts | null => partsIn(each, [first, second, third], habits);
    if (orders.length === 0) return UNREADABLE;
    if (orders.length > 1 && habits.calendar !== 'gregory' && third.length < 4) return AMBIGUOUS;
    if (order && orders.includes(order)) {
      const preferred = chooseDay([shown(order)], weekdays, context.today);
      if (preferred.ok) return preferred;
    }
    return chooseDay(orders.map(shown), weekdays, context.today);
  }
  const part = NO_YEAR.exec(text);
  if (!part) return null;
  const [, first = '', mark = '', second = '', tail = ''] = part;
  const setting = context.dateOrder;
  const dayFirst = setting === 'dmy' ? true : setting === 'mdy' ? false : habits.dayFirst;
  if (dayFirst === null && !mark.includes('/')) return AMBIGUOUS;
  if (habits.calendar !== 'gregory' && habits.calendar !== 'buddhist') return AMBIGUOUS;
  // Swedish has 9/6 for 9 June, but its full dates (2026-06-09) are also shortened to 06-09.
  if (dayFirst && !setting && habits.order === 'ymd' && !mark.includes('/')) return AMBIGUOUS;
  if (mark === '.' && !tail.includes('.') && habits.dottedTime && Number(first) < 24 && second.length === 2) {
    return AMBIGUOUS;
  }
  const asDayFirst = { year: null, month: Number(second), day: Number(first) };
  const asMonthFirst = { year: null, month: Number(first), day: Number(second) };
  const candidates = dayFirst ? [asDayFirst] : dayFirst === false ? [asMonthFirst] : [asDayFirst, asMonthFirst];
  return chooseDay(candidates, weekdays, context.today);
}

function possibleOrders(first: number, third: number): DateOrder[] {
  if (first === 4) return third <= 2 ? ['ymd'] : [];
  if (first > 2 || third === 3) return [];
  if (third === 4) return ['dmy', 'mdy'];
  // A year has two digits at least.
  const orders: DateOrder[] = third === 2 ? ['dmy', 'mdy'] : [];
  return first === 2 ? [...orders, 'ymd'] : orders;
}

function partsIn(order: DateOrder, numbers: readonly string[], habits: DateHabits): DateParts | null {
  const part = (letter: string) => numbers[order.indexOf(letter)] ?? '';
  const year = fullYear(part('y'), habits.calendar);
  return year === null ? null : { year, month: Number(part('m')), day: Number(part('d')) };
}
