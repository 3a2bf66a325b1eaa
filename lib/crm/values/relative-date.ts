import { addDays, type Day, isDay } from '../../deal/day.ts';
import { AMBIGUOUS, type Parsed, perLocale, UNREADABLE } from './context.ts';
import { foldWord } from './date-words.ts';

type RelativeWords = {
  /** "tomorrow" → 1; NaN where one word is two days (Hindi has one for tomorrow and yesterday). */
  days: Map<string, number>;
  /** What stands around the number of days ("in #days") → 1 for days to come, -1 for days gone. */
  around: Map<string, number>;
};

/** Counts that bring out every plural form of the languages we know. */
const COUNTS = [1, 2, 3, 5, 7, 11, 21, 100];

const relativeWordsOf = perLocale((locale): RelativeWords => {
  const words: RelativeWords = { days: new Map(), around: new Map() };
  for (const style of ['long', 'short'] as const) {
    const options = { style, numberingSystem: 'latn' };
    const named = new Intl.RelativeTimeFormat(locale, { ...options, numeric: 'auto' });
    const counted = new Intl.RelativeTimeFormat(locale, { ...options, numeric: 'always' });
    for (const days of [-2, -1, 0, 1, 2]) learn(words, named.format(days, 'day'), days);
    for (const days of COUNTS) {
      learn(words, counted.format(days, 'day'), days);
      learn(words, counted.format(-days, 'day'), -days);
    }
  }
  return words;
});

function learn(words: RelativeWords, text: string, days: number): void {
  const key = keyOf(text);
  const counted = /\d/.test(key);
  const [map, value] = counted ? [words.around, Math.sign(days)] : [words.days, days];
  const shape = key.replace(/\d+/, '#');
  map.set(shape, (map.get(shape) ?? value) === value ? value : Number.NaN);
}

/** Spaces do not count: "i dag" is also written "idag". */
function keyOf(text: string): string {
  return foldWord(text).replace(/[\s.\u200C\u200E\u200F’']/g, '');
}

/** "tomorrow", "in 7 days", "3 days ago" in the page's language or English; null for any other text. */
export function readRelative(text: string, locale: string | null, today: Day): Parsed<Day> | null {
  const key = keyOf(text);
  const count = /^\D*(\d{1,4})\D*$/.exec(key);
  const shape = count ? key.replace(/\d+/, '#') : key;
  for (const name of locale ? [locale, 'en'] : ['en']) {
    const words = relativeWordsOf(name);
    const days = count ? (words.around.get(shape) ?? 0) * Number(count[1]) : words.days.get(shape);
    if (days === undefined || (count && days === 0 && !words.around.has(shape))) continue;
    if (Number.isNaN(days)) return AMBIGUOUS;
    const day = addDays(today, days);
    return isDay(day) ? { ok: true, value: day } : UNREADABLE;
  }
  return null;
}
