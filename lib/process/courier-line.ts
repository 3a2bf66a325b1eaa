import { type Day, daysBetween, isDay } from '../deal/day.ts';
import type { Side } from '../deal/promise.ts';
import { nameKey } from '../deal/same-name.ts';
import { foldLabel, foldSpace } from '../deal/same-value.ts';
import { BUYER_WORDS, COURIER_WORDS, MONTH_WORDS, SELLER_WORDS } from './courier-words.ts';

/**
 * The line that carries a promise through the CRM's own next-step field: `Ana (buyer): redlines by 14 Nov 2026; proof:
 * mail`. Two browsers share nothing but the CRM, so each reads what the other wrote, in any language that we write. A
 * backslash keeps the parts apart where one of them looks like a joint of the line.
 */
export type CourierParts = { who: string; side: Side; what: string; by: Day; proof: string | null };

/** Whose, and what: the day may move, and the proof may be left out when the line is typed again. */
export function isSamePromise(
  one: Omit<CourierParts, 'by' | 'proof'>,
  other: Omit<CourierParts, 'by' | 'proof'>,
): boolean {
  return one.side === other.side && promiseWords(one) === promiseWords(other);
}

/** As the line carries them, which is one line without characters that nobody sees. */
export const promiseWords = ({ who, what }: Pick<CourierParts, 'who' | 'what'>): string =>
  `${nameKey(oneLine(who))}|${foldLabel(oneLine(what))}`;

const anyOf = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => b.length - a.length).join('|');

const SIDE = anyOf([...BUYER_WORDS, ...SELLER_WORDS]);
const BY = anyOf(Object.values(COURIER_WORDS).map((words) => words.by));
const PROOF = anyOf(Object.values(COURIER_WORDS).map((words) => words.proof));
// Months in full are read as well: "14 November 2026".
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? (?:${anyOf(MONTH_WORDS.keys())})\\p{L}{0,7}\\.?(?: \\d{4})?)(?![\\p{L}\\d])`;

/** Ana⟨ (buyer): ⟩redlines⟨ by 14 Nov 2026⟩⟨; proof: ⟩mail */
const WHO_JOINT = new RegExp(`(?:^| )\\((${SIDE})\\) ?: ?`, 'iu');
const BY_JOINT = new RegExp(`(?:^| )(?:${BY}) (${DATE})(?: ?; ?(?:${PROOF}) ?: ?(.*))?$`, 'iu');
const LIKE_WHO_JOINT = `\\((?:${SIDE})\\) ?:`;
const LIKE_BY_JOINT = `(?:${BY}) ${DATE}`;
const GUARD = new RegExp(`(^| )(?=\\\\*(?:${LIKE_WHO_JOINT}|${LIKE_BY_JOINT}))`, 'giu');
const GUARDED = new RegExp(`(^| )\\\\(?=\\\\*(?:${LIKE_WHO_JOINT}|${LIKE_BY_JOINT}))`, 'giu');
const WRITTEN_DATE = /^(\d{1,2})\.? (\p{L}+)\.?(?: (\d{4}))?$/u;

/** Control and direction characters: they would break the line, or show it in another order than it is read. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as the line can carry it: one line, single blanks. */
export function oneLine(text: string): string {
  return foldSpace(text.replace(UNSEEN, ' '));
}

/** One line for the CRM, in the words of `locale` where we have them, else in English. */
export function courierLine(promise: CourierParts, locale?: string | undefined): string {
  const words = COURIER_WORDS[(locale ?? '').toLowerCase().split(/[-_]/)[0] ?? ''] ?? COURIER_WORDS.en;
  const side = promise.side === 'theirs' ? words.buyer : words.seller;
  const month = words.months[Number(promise.by.slice(5, 7)) - 1];
  const date = `${Number(promise.by.slice(8, 10))} ${month} ${promise.by.slice(0, 4)}`;
  const line = oneLine(`${guard(promise.who)} (${side}): ${guard(promise.what)} ${words.by} ${date}`);
  const proof = oneLine(promise.proof ?? '');
  return proof === '' ? line : `${line}; ${words.proof}: ${proof}`;
}

/**
 * The promise that a text carries, in the first of its lines that is such a line; null where none is. A day typed
 * without its year is read only if `today` is given, as the nearest such day.
 */
export function readCourierLine(text: string, today: Day | null = null): CourierParts | null {
  for (const line of text.split(/[\r\n]+/)) {
    const parts = readLine(oneLine(line), today);
    if (parts) return parts;
  }
  return null;
}

function readLine(line: string, today: Day | null): CourierParts | null {
  const who = WHO_JOINT.exec(line);
  if (!who?.[1]) return null;
  const rest = line.slice(who.index + who[0].length);
  const by = BY_JOINT.exec(rest);
  const day = by?.[1] === undefined ? null : readDate(by[1], today);
  if (!by || day === null) return null;
  const proof = by[2]?.trim() ?? '';
  return {
    who: unguard(line.slice(0, who.index)),
    side: BUYER_WORDS.has(who[1].toLowerCase()) ? 'theirs' : 'ours',
    what: unguard(rest.slice(0, by.index)),
    by: day,
    proof: proof === '' ? null : proof,
  };
}

function guard(part: string): string {
  return oneLine(part).replace(GUARD, '$1\\');
}

function unguard(part: string): string {
  return part.replace(GUARDED, '$1');
}

/** A day as the line writes it, "14 Nov 2026"; without its year the nearest such day where `today` is given. */
export function readDate(text: string, today: Day | null): Day | null {
  if (isDay(text)) return text;
  const [, day, name, year] = WRITTEN_DATE.exec(text) ?? [];
  const month = name === undefined ? undefined : monthOf(name.toLowerCase());
  if (day === undefined || month === undefined) return null;
  const inYear = (of: number) => `${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return isDay(inYear(Number(year))) ? inYear(Number(year)) : null;
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const near = [thisYear - 1, thisYear, thisYear + 1].map(inYear).filter(isDay);
  near.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return near[0] ?? null;
}

function monthOf(name: string): number | undefined {
  // "juni" before "jun": the longest beginning that we know.
  for (let length = name.length; length >= 3; length--) {
    const month = MONTH_WORDS.get(name.slice(0, length));
    if (month !== undefined) return month;
  }
  return undefined;
}
