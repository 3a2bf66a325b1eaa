import { formatMoney, type Money, type MoneyForm, major } from '../../deal/money.ts';
import type { Cell, DocumentTable, SnapshotDocument } from '../document.ts';

export type Reader = Pick<SnapshotDocument, 'locale' | 'timeZone'>;

export const NOT_KNOWN = 'not known';

/** One form for amounts that stand together: with minor digits where one of them has any. */
export const moneyForm = (amounts: readonly Money[]): MoneyForm =>
  amounts.every((one) => Number.isInteger(major(one))) ? 'exact' : 'aligned';

/** The form for each column of a table. */
export const columnForms = ({ columns, rows }: Pick<DocumentTable, 'columns' | 'rows'>): MoneyForm[] =>
  columns.map((_, at) => moneyForm(rows.flatMap((row) => (row[at]?.kind === 'money' ? [row[at].money] : []))));

/** A cell as a person reads it, in the document's own locale; money with all that is stored of it. */
export function cellText(cell: Cell, { locale, timeZone }: Reader, form: MoneyForm = 'exact'): string {
  switch (cell?.kind) {
    case undefined:
      return NOT_KNOWN;
    case 'text':
    case 'link':
      return plainText(cell.text);
    case 'money':
      return plainText(formatMoney(cell.money, locale, form));
    case 'day':
      return plainText(shortDay(cell.day, locale));
    case 'instant':
      return Number.isFinite(cell.at) ? momentFormat(locale, timeZone).format(cell.at) : NOT_KNOWN;
    case 'count':
    case 'days':
      return Number.isFinite(cell.value) ? cell.value.toLocaleString(locale, { maximumFractionDigits: 1 }) : NOT_KNOWN;
    case 'share':
      return Number.isFinite(cell.value)
        ? cell.value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })
        : NOT_KNOWN;
  }
}

/** One line, without controls and marks of direction that would turn what stands around it; whole characters alone. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\p{Bidi_Control}\u2060\ufeff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/** Right-aligned, and set in figures of one width. */
export const isFigure = (kind: NonNullable<Cell>['kind']): boolean =>
  kind === 'money' || kind === 'count' || kind === 'days' || kind === 'share';

const days = new Map<string | undefined, Intl.DateTimeFormat>();

/** "20 Nov 2026": with its year, since a sheet is read long after. */
function shortDay(day: string, locale: string | undefined): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  let format = days.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    days.set(locale, format);
  }
  return format.format(at);
}

const moments = new Map<string, Intl.DateTimeFormat>();

function momentFormat(locale: string | undefined, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const format =
    moments.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  moments.set(key, format);
  return format;
}
