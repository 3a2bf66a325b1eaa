import type { Day } from '../deal/day.ts';
import { type Money, major, mayBeSameMoney, money } from '../deal/money.ts';
import { LIMITS } from '../deal/reading.ts';
import { closedByLabel } from '../deal/stage-kind.ts';
import type { CrmReader, FieldRule, ReadOptions } from './types.ts';
import {
  cleanText,
  isEmptyMark,
  type Parsed,
  parseDate,
  parseMachineDate,
  parseMachineMoney,
  parseMachineNumber,
  parseMoney,
  parsePercent,
  type ValueContext,
} from './values/index.ts';

export type ReadingContext = ValueContext & { timeZone: string; empty: readonly string[] };

let last: ReadingContext | null = null;

/** The same object again while nothing in it changes: what was read of a text before is kept by it. */
export function contextOf(options: ReadOptions, locale: string | null, reader: CrmReader): ReadingContext {
  const { dateOrder, currency, today, timeZone } = options;
  const context: ReadingContext = { locale, dateOrder, currency, today, timeZone, empty: reader.empty ?? NO_MARKS };
  const same = last && (Object.keys(context) as (keyof ReadingContext)[]).every((key) => last?.[key] === context[key]);
  if (!same) last = context;
  return last ?? context;
}

const NO_MARKS: readonly string[] = [];

type Read = Map<string, Parsed<unknown>>;

const readBefore = new WeakMap<ReadingContext, WeakMap<FieldRule, Read>>();
/** Texts come from pages: the memory of them is bounded, for each field. */
const MOST_REMEMBERED = 500;

/** A page is read again and again, and its rows repeat each other's dates: most texts were read before. */
export function parseValue(
  rule: FieldRule,
  text: string,
  machine: boolean,
  currency: string | null,
  context: ReadingContext,
): Parsed<unknown> {
  if (text.length > LIMITS.raw) return parseAnew(rule, text, machine, currency, context);
  const byRule = getOr(readBefore, context, () => new WeakMap<FieldRule, Read>());
  const read = getOr(byRule, rule, () => new Map());
  if (read.size > MOST_REMEMBERED) read.clear();
  return getOr(read, `${machine}\n${currency}\n${text}`, () => parseAnew(rule, text, machine, currency, context));
}

function getOr<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

const EMPTY = { ok: false, reason: 'empty' } as const;
const UNREADABLE = { ok: false, reason: 'unreadable' } as const;

/** One text as a value of the rule's kind. `currency` is what the page says elsewhere: a code, a symbol, or a name with its code. */
function parseAnew(
  rule: FieldRule,
  text: string,
  machine: boolean,
  currency: string | null,
  context: ReadingContext,
): Parsed<unknown> {
  if (isEmptyMark(text, rule.empty ?? context.empty)) return EMPTY;
  switch (rule.kind) {
    case 'text':
    case 'stage': {
      const value = cleanText(text).slice(0, rule.longest ?? LIMITS.name);
      return value ? { ok: true, value } : EMPTY;
    }
    case 'money': {
      const amount = readMoney(text, machine, currency, context);
      return !amount.ok || isWithinReason(amount.value) ? amount : UNREADABLE;
    }
    case 'date': {
      const date: Parsed<Day> = machine ? parseMachineDate(text, context.timeZone) : parseDate(text, context);
      return date;
    }
    case 'percent': {
      const percent = machine ? parseMachineNumber(text) : parsePercent(text, context);
      return !percent.ok || (percent.value >= 0 && percent.value <= 100) ? percent : UNREADABLE;
    }
    case 'outcome': {
      const outcome = text === 'open' ? text : closedByLabel(text);
      return outcome ? { ok: true, value: outcome } : UNREADABLE;
    }
  }
}

function readMoney(text: string, machine: boolean, said: string | null, context: ReadingContext): Parsed<Money> {
  const code = said && (/\b[A-Z]{3}\b/.exec(said)?.[0] ?? null);
  if (machine) return parseMachineMoney(text, code || null);
  if (code) return parseMoney(text, { ...context, currency: code });
  const plain = parseMoney(text, context);
  if (!said || (plain.ok && (plain.value.currency ?? plain.value.symbol))) return plain;
  const marked = parseMoney(`${said} ${text}`, context);
  return marked.ok ? marked : plain;
}

function isWithinReason({ minor, halfStep }: Money): boolean {
  return Math.max(Math.abs(minor), halfStep) <= LIMITS.minor;
}

export function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value;
}

/** The exact amount with the currency that another text shows with it; null where the two are not the same amount. */
export function completeMoney(exact: Money, shown: Money): Money | null {
  if (!mayBeSameMoney(exact, shown) || (shown.currency === null && !shown.symbol)) return null;
  const complete = money(major(exact), shown.currency);
  if (!isWithinReason(complete)) return null;
  return shown.symbol === undefined ? complete : { ...complete, symbol: shown.symbol };
}
