import { AMBIGUOUS, type Parsed, perLocale, UNREADABLE } from './context.ts';

/** A number as written: all its digits, and how many of them stand after the decimal separator. */
export type Figure = { digits: string; decimals: number };
export type Separators = { group: string; decimal: string };

/** What stands before, in and after the only number of a text; null where there is none or more than one. */
export function splitFigure(text: string): { before: string; figure: string; after: string } | null {
  const start = text.search(/\d/);
  if (start < 0) return null;
  let end = text.length;
  while (!isDigit(text, end - 1)) end--;
  const figure = text.slice(start, end);
  const before = text.slice(0, start);
  // ".5" after anything but an abbreviation ("Rs.5") would lose its point.
  if (!/^[\d.,' \u066B]+$/.test(figure) || /(^|[^\p{L}])[.,]$/u.test(before)) return null;
  return { before, figure, after: text.slice(end) };
}

/** `whole`: the number can have no decimals (yen), which settles "48,500" without a locale. */
export function readFigure(text: string, separators: Separators | null, whole = false): Parsed<Figure> {
  const marks = text.replace(/\d/g, '');
  const point = decimalPoint(text, marks, separators, whole);
  if (point === 'ambiguous') return AMBIGUOUS;
  const units = point < 0 ? text : text.slice(0, point);
  const decimals = point < 0 ? '' : text.slice(point + 1);
  if (!isGrouped(units) || !/^\d*$/.test(decimals)) return UNREADABLE;
  return { ok: true, value: { digits: units.replace(/\D/g, '') + decimals, decimals: decimals.length } };
}

function decimalPoint(
  text: string,
  marks: string,
  separators: Separators | null,
  whole: boolean,
): number | 'ambiguous' {
  const last = marks.slice(-1);
  const at = text.lastIndexOf(last);
  if (last === '\u066B') return at;
  if (last !== '.' && last !== ',') return -1;
  // The same mark twice groups; a mark after other marks is the decimal one.
  if (marks.indexOf(last) < marks.length - 1) return -1;
  if (marks.length > 1) return at;
  const behind = text.length - at - 1;
  if (behind !== 3) return separators?.group === last && behind > 3 ? -1 : at;
  if (at > 3 || text.startsWith('0')) return at;
  if (whole) return separators?.decimal === last ? 'ambiguous' : -1;
  if (separators?.group === last) return -1;
  return separators?.decimal === last ? at : 'ambiguous';
}

/** No separators, groups of three, or the Indian grouping (3, then twos). */
function isGrouped(units: string): boolean {
  return /^\d*$|^\d{1,3}([.,' ])\d{3}(\1\d{3})*$|^\d{1,2}(,\d\d)+,\d{3}$/.test(units);
}

export function figureValue({ digits, decimals }: Figure): number {
  return Number(`${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Some locales write money otherwise than plain numbers: de-AT groups it with a point, fr-CH has a decimal point. */
export const moneySeparators = perLocale((locale) => separatorsOf(locale, { style: 'currency', currency: 'EUR' }));
export const numberSeparators = perLocale((locale) => separatorsOf(locale, {}));

function separatorsOf(locale: string, style: Intl.NumberFormatOptions): Separators {
  const separators = { group: '', decimal: '' };
  const format = new Intl.NumberFormat(locale, { ...style, numberingSystem: 'latn' });
  for (const { type, value } of format.formatToParts(1_234_567.5)) {
    if (type === 'group' || type === 'decimal') separators[type] = value.replace('’', "'");
  }
  return separators;
}
