import { type Day, isDay } from '../../deal/day.ts';
import { numericDay, onlyDay } from '../../deal/numeric-day.ts';
import { readDate } from '../courier-line.ts';
import { COURIER_WORDS, MONTH_WORDS } from '../courier-words.ts';
import type { Span } from './find-hedges.ts';
import { NEAR_DAYS } from './step-words.ts';

/** A day in a text. `day`: null where the text leaves open which one it is, as "Thursday", "14 Nov" and "14/11" do. */
export type WrittenDate = Span & { day: Day | null };

const MONTHS = [...MONTH_WORDS.keys()].sort((a, b) => b.length - a.length).join('|');
const MONTH = `(?:${MONTHS})\\p{L}{0,7}\\.?`;
const whole = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');

const NEAR = whole(NEAR_DAYS);

/** Every month in full in the languages that we write: "3 decisions" is no day of December. */
const FULL = Object.keys(COURIER_WORDS).flatMap((locale) =>
  Array.from({ length: 12 }, (_, at) =>
    new Date(Date.UTC(2026, at, 1)).toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' }).toLowerCase(),
  ),
);
const JOINS = /^(?:of|de|st|nd|rd|th|er)$/iu;
const isOfMonths = (text: string) =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => !JOINS.test(word))
    .every((word) => FULL.some((month) => month.startsWith(word)));

/** A day or a month in figures: "3.5" and "24/7" are no days. */
const PART = '(?:0?[1-9]|[12]\\d|3[01])';

/** In the order in which they are looked for: what says most first. */
const FORMS: readonly (readonly [RegExp, (text: string) => Day | null])[] = [
  [whole('\\d{4}-\\d{2}-\\d{2}'), (text) => (isDay(text) ? text : null)],
  [whole(`\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)? ${MONTH},? (?:de )?\\d{4}`), inOrder],
  [whole(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`), (text) => inOrder(text.replace(/^(\S+) (\S+)/, '$2 $1'))],
  [whole('\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})'), ofNumbers],
  [whole(`\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)? ${MONTH}`), () => null],
  [whole(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?`), () => null],
  [whole(`(?!24/7)${PART}/${PART}|${PART}\\.${PART}\\.`), () => null],
  [NEAR, () => null],
];

function inOrder(text: string): Day | null {
  return readDate(text.replace(/(\d)(?:st|nd|rd|th|er|\.)(?= )/iu, '$1').replace(/,| of\b| de\b/giu, ''), null);
}

function ofNumbers(text: string): Day | null {
  const read = numericDay(text);
  return read && onlyDay(read);
}

/** The first date of a text, the fullest of its forms before the others. */
export function findDate(text: string): WrittenDate | null {
  for (const [pattern, dayOf] of FORMS) {
    const match = [...text.matchAll(pattern)].find(([said]) => pattern === NEAR || isOfMonths(said));
    if (match) return { from: match.index, to: match.index + match[0].length, text: match[0], day: dayOf(match[0]) };
  }
  return null;
}
