import type { Day } from '../../deal/day.ts';
import { chooseDay, fullYear } from './choose-day.ts';
import { AMBIGUOUS, type Parsed, UNREADABLE, type ValueContext } from './context.ts';
import type { DateHabits } from './date-habits.ts';
import { type DateWords, dateWordsOf, foldWord, WORD } from './date-words.ts';

const EAST_ASIAN = /^(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号號]/;
const TOKEN = new RegExp(`\\d+|${WORD.source}`, 'gu');

type Sorted = {
  months: number[];
  /** Words that name a month as well as a weekday: "mar" in Spanish. */
  either: { month: number; weekday: number }[];
  weekdays: number[];
  fillers: string[];
  /** The numbers, and `m` where the month stands among them. */
  shape: string;
  numbers: string[];
};

/** A date with words in it; `numeric` reads the rest where the only words are weekdays and fillers. */
export function readNamedDate(
  text: string,
  words: DateWords,
  habits: DateHabits,
  context: ValueContext,
  numeric: (rest: string, weekdays: readonly number[]) => Parsed<Day> | null,
): Parsed<Day> {
  const eastAsian = EAST_ASIAN.exec(text);
  const body = eastAsian ? text.slice(eastAsian[0].length) : text.replace(/(\d)(st|nd|rd|th|er|º)(?!\p{L})/iu, '$1');
  const sorted = sortTokens(body, words);
  if (!sorted) return UNREADABLE;
  if (eastAsian) {
    const [, year, month, day] = eastAsian;
    if (sorted.shape !== '') return UNREADABLE;
    const parts = { year: year ? fullYear(year, habits.calendar) : null, month: Number(month), day: Number(day) };
    return chooseDay([parts], sorted.weekdays, context.today);
  }
  if (!sorted.shape.includes('m')) {
    const rest = body.replace(WORD, ' ').replace(/ {2,}/g, ' ');
    return numeric(rest, sorted.weekdays) ?? UNREADABLE;
  }
  return readWithMonth(sorted, body, habits, context);
}

function sortTokens(text: string, words: DateWords): Sorted | null {
  const sorted: Sorted = { months: [], either: [], weekdays: [], fillers: [], shape: '', numbers: [] };
  let marked = false;
  for (const token of text.match(TOKEN) ?? []) {
    if (/^\d/.test(token)) {
      if (marked) sorted.months.push(Number(token));
      else sorted.numbers.push(token);
      sorted.shape += marked ? 'm' : 'n';
      marked = false;
      continue;
    }
    const word = foldWord(token);
    if (words.monthMarks.has(word)) {
      marked = true;
      continue;
    }
    // English is read on every page, but a word of the page's language has that meaning alone.
    const { months, weekdays, fillers } = hasWord(words, word) ? words : dateWordsOf('en');
    const month = months.get(word);
    const weekday = weekdays.get(word);
    if (month !== undefined && weekday !== undefined) sorted.either.push({ month, weekday });
    else if (month !== undefined) sorted.months.push(month);
    else if (weekday !== undefined) sorted.weekdays.push(weekday);
    else if (fillers.has(word)) sorted.fillers.push(word);
    else return null;
    if (month !== undefined) sorted.shape += 'm';
  }
  return marked ? null : sorted;
}

function hasWord({ months, weekdays, fillers }: DateWords, word: string): boolean {
  return months.has(word) || weekdays.has(word) || fillers.has(word);
}

function readWithMonth(sorted: Sorted, text: string, habits: DateHabits, context: ValueContext): Parsed<Day> {
  const { numbers } = sorted;
  const isNamed = sorted.months.length > 0;
  const named = isNamed ? sorted.months : sorted.either.map((word) => word.month);
  const weekdays = isNamed ? [...sorted.weekdays, ...sorted.either.map((word) => word.weekday)] : sorted.weekdays;
  const [month = 0] = named;
  if (named.some((other) => other !== month)) return UNREADABLE;
  if (month === 0) return AMBIGUOUS;
  const short = numbers.filter(({ length }) => length <= 2);
  const long = numbers.find(({ length }) => length === 4);
  const [day, behind] = short;
  if (day === undefined) return UNREADABLE;
  if (numbers.length === 1) {
    // "Sep '26" has no day; "mar 3" in Spanish is Tuesday 3 as well as 3 March.
    if (/'\d/.test(text)) return UNREADABLE;
    if (!isNamed && weekdays.length === 0 && sorted.shape === 'mn') return AMBIGUOUS;
    return chooseDay([{ year: null, month, day: Number(day) }], weekdays, context.today);
  }
  if (numbers.length !== 2) return UNREADABLE;
  if (long) {
    return chooseDay([{ year: fullYear(long, habits.calendar), month, day: Number(day) }], weekdays, context.today);
  }
  // Of two short numbers the year is the one behind the month ("30-Sep-26"); "Sep 5-7" and "30 Sep at 10" are no years.
  const plain = sorted.shape === 'nmn' && sorted.fillers.length === 0 && habits.order !== 'ymd';
  const year = plain && behind ? fullYear(behind, habits.calendar) : null;
  return year === null ? AMBIGUOUS : chooseDay([{ year, month, day: Number(day) }], weekdays, context.today);
}
