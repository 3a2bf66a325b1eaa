import { addDays, type Day } from '../deal/day.ts';
import type { Scope } from './deep-select.ts';
import { isMachine, sourceOf, takeFrom } from './read-source.ts';
import { readRecent } from './recent-time.ts';
import type { ReadOptions, Take } from './types.ts';
import { isEmptyMark, type Parsed, parseDate, parseMachineDate, type ValueContext } from './values/index.ts';

export type DayTaken = { day: Day; raw: string; rule: string };
export type NoDay = { reason: 'not-on-page' | 'empty' | 'unreadable' | 'ambiguous'; raw: string; rule: string };

function parse(text: string, machine: boolean, values: ValueContext, { at, timeZone }: ReadOptions): Parsed<Day> {
  if (isEmptyMark(text)) return { ok: false, reason: 'empty' };
  if (machine) return parseMachineDate(text, timeZone);
  const day = parseDate(text, values);
  return day.ok || day.reason === 'ambiguous' ? day : (readRecent(text.trim(), values.locale, at, timeZone) ?? day);
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
