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

export function contextOf(options: ReadOptions, locale: string | null, reader: CrmReader): ReadingContext {
  const { dateOrder, currency, today, timeZone } = options;
  return { locale, dateOrder, currency, today, timeZone, empty: reader.empty ?? [] };
}

const EMPTY = { ok: false, reason: 'empty' } as const;
const UNREADABLE = { ok: false, reason: 'unreadable' } as const;

/** One text as a value of the rule's kind. `currency` is what the page says elsewhere: a code, a symbol, or a name with its code. */
export function parseValue(
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
