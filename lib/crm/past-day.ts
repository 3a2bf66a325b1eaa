import { addDays, type Day } from '../deal/day.ts';
import { LIMITS } from '../deal/reading.ts';
import type { Scope } from './deep-select.ts';
import { isMachine, sourceOf, takeFrom } from './read-source.ts';
import { readRecent } from './recent-time.ts';
import type { ReadOptions, Take } from './types.ts';
import { isEmptyMark, type Parsed, parseDate, parseMachineDate, type ValueContext } from './values/index.ts';

export type DayTaken = { day: Day; raw: string; rule: string };
export type NoDay = { reason: 'not-on-page' | 'empty' | 'unreadable' | 'ambiguous'; raw: string; rule: string };

/** A feed is read again and again: what a text means is known from before, as long as the context is the same. */
const readBefore = new WeakMap<ValueContext, Map<string, Parsed<Day>>>();
const MOST_REMEMBERED = 500;

function parse(text: string, machine: boolean, values: ValueContext, options: ReadOptions): Parsed<Day> {
  if (isEmptyMark(text)) return { ok: false, reason: 'empty' };
  const { at, timeZone } = options;
  if (machine) return parseMachineDate(text, timeZone);
  const day = parseBefore(text, values);
  // "2 hours ago" is another day later on.
  return day.ok || day.reason === 'ambiguous' ? day : (readRecent(text.trim(), values.locale, at, timeZone) ?? day);
}

function parseBefore(text: string, values: ValueContext): Parsed<Day> {
  if (text.length > LIMITS.name) return parseDate(text, values);
  const known = readBefore.get(values) ?? new Map<string, Parsed<Day>>();
  readBefore.set(values, known);
  const before = known.get(text);
  if (before) return before;
  const day = parseDate(text, values);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, day);
  return day;
}

/** The day that the first of the takes shows. One in doubt is left out with its reason, unless a later take knows it. */
export function takeDay(
  scope: Scope,
  takes: readonly Take[],
  values: ValueContext,
  options: ReadOptions,
): DayTaken | NoDay {
  let missing: NoDay = { reason: 'not-on-page', raw: '', rule: '' };
  for (const take of takes) {
    const taken = takeFrom(scope, take);
    if (!taken) continue;
    const raw = taken.text.replace(/\s+/g, ' ').trim().slice(0, 60);
    const rule = sourceOf(take);
    const result = parse(taken.text, isMachine(take), values, options);
    if (result.ok) return { day: result.value, raw, rule };
    if (missing.reason === 'not-on-page' || missing.reason === 'empty') missing = { reason: result.reason, raw, rule };
  }
  return missing;
}

export const hasDay = (taken: DayTaken | NoDay): taken is DayTaken => 'day' in taken;

/** What lies ahead stands in no history: a clock may differ by a day. */
export const isPast = (day: Day, { today }: ReadOptions): boolean => day <= addDays(today, 1);
