import { isEmptyMark, valueText } from './clean-text.ts';
import { AMBIGUOUS, EMPTY, knownLocale, type Parsed, UNREADABLE, type ValueContext } from './context.ts';
import { figureValue, numberSeparators, readFigure, splitFigure } from './figure.ts';

export function parseNumber(text: string, context: ValueContext): Parsed<number> {
  return readNumber(text, context, /^$/);
}

/** A share in percent. Without its sign a text up to 1 could as well be a fraction ("0,6", "1"): `ambiguous`. */
export function parsePercent(text: string, context: ValueContext): Parsed<number> {
  const percent = readNumber(text, context, /^%?$/);
  if (!percent.ok) return percent;
  if (!(percent.value >= 0 && percent.value <= 100)) return UNREADABLE;
  const signed = /[%٪﹪％]/.test(text);
  return signed || percent.value > 1 || percent.value === 0 ? percent : AMBIGUOUS;
}

function readNumber(text: string, context: ValueContext, unit: RegExp): Parsed<number> {
  if (isEmptyMark(text)) return EMPTY;
  const shown = valueText(text);
  const split = shown === null ? null : splitFigure(shown);
  if (!split) return UNREADABLE;
  const around = (split.before + split.after).replaceAll(' ', '');
  const bare = around.replace(/[-+]/, '');
  if (!unit.test(bare)) return UNREADABLE;
  const locale = knownLocale(context.locale);
  const figure = readFigure(split.figure, locale ? numberSeparators(locale) : null);
  if (!figure.ok) return figure;
  const value = figureValue(figure.value);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return UNREADABLE;
  return { ok: true, value: around.includes('-') && value !== 0 ? -value : value };
}
