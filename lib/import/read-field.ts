import {
  cleanText,
  isEmptyMark,
  type Parsed,
  parseMachineMoney,
  parseMachineNumber,
  parseMoney,
  parseNumber,
  parsePercent,
} from '../crm/values/index.ts';
import { dayInZone } from '../deal/day.ts';
import type { FieldName, FieldValue, FieldValues, Outcome } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import { type FieldReading, LIMITS } from '../deal/reading.ts';
import { closedByLabel } from '../deal/stage-kind.ts';
import type { ColumnFormat } from './column-look.ts';
import type { ImportPlan, ReadColumn } from './import-plan.ts';
import { readDay } from './read-date.ts';
import { type Cell, textOf } from './table.ts';

const EMPTY = { ok: false, reason: 'empty' } as const;
const UNREADABLE = { ok: false, reason: 'unreadable' } as const;

/** What exports write for a field that holds nothing, beside dashes and blanks. */
const NOTHING = new Set(['(no value)', 'null', '#n/a', '[not provided]']);
const LONGEST_NOTHING = 40;

export function isNothing(cell: Cell | undefined): boolean {
  if (cell === undefined || typeof cell === 'number') return cell === undefined;
  // Most cells are asked: what is long is looked at no closer.
  if (cell.length > LONGEST_NOTHING) return cell.trim() === '';
  return isEmptyMark(cell) || NOTHING.has(cell.trim().toLowerCase());
}

/** One cell as a field's value, with its text and its column for evidence. `currency`: what its row says of it elsewhere. */
export function readField<F extends FieldName>(
  field: F,
  cell: Cell | undefined,
  column: ReadColumn,
  plan: ImportPlan,
  currency: string | null = null,
): FieldReading<FieldValues[F]> {
  const raw = cleanText(textOf(cell)).slice(0, LIMITS.raw);
  const rule = `column “${column.header}”`.slice(0, LIMITS.name);
  const parsed: Parsed<FieldValue> = isNothing(cell) ? EMPTY : parse(field, cell ?? '', column.format, plan, currency);
  if (!parsed.ok) return { ok: false, reason: parsed.reason, raw, rule };
  return { ok: true, value: parsed.value as FieldValues[F], raw, rule };
}

function parse(
  field: FieldName,
  cell: Cell,
  format: ColumnFormat,
  plan: ImportPlan,
  currency: string | null,
): Parsed<FieldValue> {
  switch (field) {
    case 'amount':
      return readAmount(cell, format, plan, currency);
    case 'closeDate':
    case 'nextStepDue':
    case 'createdOn':
    case 'lastActivity':
      return readDay(cell, format, plan);
    case 'probability':
      return readShare(cell, format);
    case 'outcome':
      return readOutcome(textOf(cell));
    case 'stage': {
      const label = words(cell, LIMITS.name);
      return label ? { ok: true, value: { id: null, label, order: null } } : EMPTY;
    }
    default: {
      const value = words(cell, field === 'nextStep' ? LIMITS.text : LIMITS.name);
      return value ? { ok: true, value } : EMPTY;
    }
  }
}

function words(cell: Cell, longest: number): string {
  return cleanText(textOf(cell)).slice(0, longest).trim();
}

/** A locale that groups and divides as the column does: what is known of a file is its marks, not its country. */
function localeOf({ decimal }: ColumnFormat): string | null {
  return decimal === null ? null : decimal === 'comma' ? 'de' : 'en';
}

export function readAmount(cell: Cell, format: ColumnFormat, plan: ImportPlan, currency: string | null): Parsed<Money> {
  const known = currency ?? plan.currency;
  const amount =
    typeof cell === 'number'
      ? parseMachineMoney(String(cell), known)
      : parseMoney(cell, {
          locale: localeOf(format),
          dateOrder: null,
          currency: known,
          today: dayInZone(plan.at, plan.timeZone),
        });
  if (!amount.ok) return amount;
  return Math.abs(amount.value.minor) <= LIMITS.minor ? amount : UNREADABLE;
}

/** In percent. Whether 0.6 stands for 60 % is a matter of the whole column. */
function readShare(cell: Cell, format: ColumnFormat): Parsed<number> {
  const text = textOf(cell);
  const signed = /%/.test(text);
  const context = { locale: localeOf(format), dateOrder: null, currency: null, today: '1970-01-01' };
  if (format.share === null || signed) return parsePercent(text, context);
  const figure = typeof cell === 'number' ? parseMachineNumber(text) : parseNumber(text, context);
  if (!figure.ok) return figure;
  // Six places: beyond is the noise of figures that are no binary fractions.
  const value = format.share === 'fraction' ? Math.round(figure.value * 1e8) / 1e6 : figure.value;
  return value >= 0 && value <= 100 ? { ok: true, value } : UNREADABLE;
}

const OPEN = new Set(
  'open offen ouvert ouverte abierto abierta aberto aberta aperto aperta in progress in bearbeitung en cours en curso em andamento in corso lopend actief active aktiv pending new neu'
    .split(/ (?!progress|bearbeitung|cours|curso|andamento|corso)/)
    .map((word) => word.trim()),
);

function readOutcome(text: string): Parsed<Outcome> {
  const closed = closedByLabel(text);
  if (closed) return { ok: true, value: closed };
  if (/^loss$/i.test(cleanText(text))) return { ok: true, value: 'lost' };
  return OPEN.has(cleanText(text).toLowerCase()) ? { ok: true, value: 'open' } : UNREADABLE;
}

const YES = /^(true|1|yes|y|ja|wahr|oui|vrai|s[ií]|verdadero|verdadeiro|sim|vero|waar|x)$/i;
const NO = /^(false|0|no|n|nein|falsch|non|faux|falso|n[ãa]o|nee|onwaar)$/i;

/** A tick; null for anything that is neither yes nor no. */
export function readTick(cell: Cell | undefined): boolean | null {
  const text = textOf(cell).trim();
  return YES.test(text) ? true : NO.test(text) ? false : null;
}
