import { type Day, dayInZone, type Instant } from '../deal/day.ts';
import { AMBIGUOUS, type Parsed, perLocale } from './values/context.ts';
import { foldWord } from './values/date-words.ts';

const UNITS = [
  ['second', 1_000],
  ['minute', 60_000],
  ['hour', 3_600_000],
] as const;

/** Counts that bring out every plural form of the languages we know. */
const COUNTS = [1, 2, 3, 5, 7, 11, 21, 30];

const shapeOf = (text: string) => foldWord(text).replace(/[\s.\u200C\u200E\u200F’']/g, '');

/** "#hoursago" → milliseconds per count; "now" → 0. What could be two units, or lies ahead, is no key. */
const shapesOf = perLocale((locale) => {
  const shapes = new Map<string, number>();
  const ahead = new Set<string>();
  for (const style of ['long', 'short'] as const) {
    // The runtime knows more options than the types do.
    const options = { style, numberingSystem: 'latn' };
    const format = new Intl.RelativeTimeFormat(locale, { ...options, numeric: 'always' });
    for (const [unit, ms] of UNITS) {
      for (const count of COUNTS) {
        const key = (sign: number) => shapeOf(format.format(sign * count, unit)).replace(/\d+/, '#');
        ahead.add(key(1));
        shapes.set(key(-1), (shapes.get(key(-1)) ?? ms) === ms ? ms : Number.NaN);
      }
    }
    const named = new Intl.RelativeTimeFormat(locale, { ...options, numeric: 'auto' });
    shapes.set(shapeOf(named.format(0, 'second')), 0);
  }
  for (const key of ahead) shapes.delete(key);
  return shapes;
});

/**
 * The day of "2 hours ago", of "5 minutes ago" and of "now" in the page's language or English. A page rounds such times
 * either way and may have been drawn a while ago, so near midnight they are ambiguous. Null for any other text.
 */
export function readRecent(text: string, locale: string | null, at: Instant, timeZone: string): Parsed<Day> | null {
  const shape = shapeOf(text);
  const count = /^\D*(\d{1,3})\D*$/.exec(shape);
  const key = count ? shape.replace(/\d+/, '#') : shape;
  for (const name of locale ? [locale, 'en'] : ['en']) {
    const unit = shapesOf(name).get(key);
    if (unit === undefined || Number.isNaN(unit)) continue;
    const ago = unit * Number(count?.[1] ?? 0);
    const earliest = dayInZone(at - ago - Math.max(unit, UNITS[1][1]) - MOST_IDLE_MS, timeZone);
    const latest = dayInZone(Math.min(at, at - ago + unit), timeZone);
    return earliest === latest ? { ok: true, value: latest } : AMBIGUOUS;
  }
  return null;
}

/** Relative times are seldom drawn anew in a page that stands open. */
const MOST_IDLE_MS = 3_600_000;
