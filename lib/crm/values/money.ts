import { type Money, minorDigits } from '../../deal/money.ts';
import { readAbbreviation } from './abbreviation.ts';
import { isEmptyMark, valueText } from './clean-text.ts';
import { AMBIGUOUS, EMPTY, knownLocale, type Parsed, UNREADABLE, type ValueContext } from './context.ts';
import { readMarks, resolveCurrency } from './currency.ts';
import { type Figure, moneySeparators, readFigure, splitFigure } from './figure.ts';

export function parseMoney(text: string, context: ValueContext): Parsed<Money> {
  if (isEmptyMark(text)) return EMPTY;
  const shown = valueText(text);
  if (shown === null) return UNREADABLE;
  // With several currencies Salesforce adds the converted amount: "GBP 1,000.00 (USD 1,600.00)".
  const converted = /^([^(]*\d[^(]*) \(([^()]*\d[^()]*)\)$/.exec(shown);
  if (!converted) return readAmount(shown, context);
  const amount = readAmount(converted[1] ?? '', { ...context, currency: null });
  const other = readAmount(converted[2] ?? '', { ...context, currency: null });
  const differ = amount.ok && other.ok && amount.value.currency && other.value.currency;
  return differ && amount.value.currency !== other.value.currency ? amount : UNREADABLE;
}

function readAmount(shown: string, context: ValueContext): Parsed<Money> {
  const locale = knownLocale(context.locale);
  const split = splitFigure(shown);
  if (!split) return UNREADABLE;
  const sign = takeSign(split.before, split.after);
  if (!sign) return UNREADABLE;
  const before = readMarks(sign.before);
  if (!before) return UNREADABLE;
  const behind = splitAfter(sign.after, (word) => {
    const page = resolveCurrency(before, context.currency);
    return readAbbreviation(word, locale, page?.currency ?? context.currency);
  });
  if (!behind) return UNREADABLE;
  const found = resolveCurrency([...before, ...behind.marks], context.currency);
  if (!found) return UNREADABLE;
  if (behind.exponent === 'ambiguous') return AMBIGUOUS;
  const places = minorDigits(found.currency);
  const whole = places === 0 && behind.exponent === 0;
  const figure = readFigure(split.figure, locale ? moneySeparators(locale) : null, whole);
  if (!figure.ok) return figure;
  // No page prints three decimals of a currency that has two: the text does not follow the locale that was declared.
  if (figure.value.decimals === 3 && behind.exponent === 0 && isLoneThousand(split.figure) && places < 3)
    return AMBIGUOUS;
  const minor = toMinor(figure.value, behind.exponent, places);
  if (minor === null) return UNREADABLE;
  const shift = places + behind.exponent - figure.value.decimals;
  const halfStep = behind.exponent === 0 ? 0 : Math.max(1, Math.round(10 ** shift / 2));
  return { ok: true, value: { minor: sign.negative && minor !== 0 ? -minor : minor, ...found, halfStep } };
}

/** "1.234": the shape of a thousand as well as of three decimals. */
function isLoneThousand(figure: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figure);
}

function takeSign(before: string, after: string): { before: string; after: string; negative: boolean } | null {
  // "500.–", "500,-": no cents, not a minus.
  const rest = after.replace(/^[.,] ?[-\u2013\u2014]{1,2}/, '');
  const marks = (before + rest).replace(/[^-+()]/g, '');
  if (!/^([-+]?|\(\))$/.test(marks) || (marks === '()' && !before.includes('('))) return null;
  const bare = (text: string) =>
    text
      .replace(/[-+()]/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim();
  return { before: bare(before), after: bare(rest), negative: marks === '-' || marks === '()' };
}

type Behind = { exponent: number | 'ambiguous'; marks: NonNullable<ReturnType<typeof readMarks>> };

/** What stands behind the number: nothing, a currency, an abbreviation, or an abbreviation and a currency ("Mio. €", "k€"). */
function splitAfter(text: string, abbreviation: (word: string) => number | 'ambiguous' | null): Behind | null {
  const marks = readMarks(text);
  if (marks) return { exponent: 0, marks };
  for (let cut = text.length; cut > 0; cut--) {
    const rest = readMarks(text.slice(cut).trim());
    const exponent = rest && abbreviation(text.slice(0, cut).trim());
    if (rest && exponent !== null) return { exponent, marks: rest };
  }
  return null;
}

/** In the currency's smallest unit, without passing through a fraction; null beyond exact numbers. */
function toMinor(figure: Figure, exponent: number, places: number): number | null {
  const point = figure.digits.length - figure.decimals + exponent + places;
  const digits = figure.digits.padEnd(point, '0');
  // Floating noise ("1234567.8899999999") rounds away.
  const minor = Number(digits.slice(0, point)) + (Number(digits[point] ?? 0) >= 5 ? 1 : 0);
  return Number.isSafeInteger(minor) ? minor : null;
}
