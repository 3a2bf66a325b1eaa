import { perLocale } from './context.ts';
import { dateHabitsOf } from './date-habits.ts';

/** The words around and in a locale's dates, learned from what the runtime prints in it. */
export type DateWords = {
  /** 1 to 12; 0 where a short form could be two months. */
  months: ReadonlyMap<string, number>;
  /** ISO weekdays, 1 Monday to 7 Sunday; 0 where a short form could be two. */
  weekdays: ReadonlyMap<string, number>;
  /** Words that say nothing of the day: "de", "at", "г.", "a. m.". */
  fillers: ReadonlySet<string>;
  /** Stands before the number of a month ("tháng 9"). */
  monthMarks: ReadonlySet<string>;
};

/** Lower case, no accents, so that "AOÛT" and "août" are one word; British runtimes shorten September to four letters. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replaceAll('ı', 'i')
    .replace(/^sept(?=\.?$)/, 'sep')
    .normalize('NFC');
}

/** Runs of letters; dots and marks inside of a word belong to it ("a.m", "d'octubre", "ก.ย", "सित॰"). */
export const WORD = /\p{L}[\p{L}\p{M}'’׳״॰]*(?:\.\p{L}[\p{L}\p{M}'’]*)*/gu;

const FORMATS: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { month: 'long' },
  { month: 'short' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
];

export const dateWordsOf = perLocale((locale): DateWords => {
  const { calendar } = dateHabitsOf(locale);
  // Only the Buddhist calendar shares its months with ours; any other locale is asked for its Gregorian words.
  const options = {
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: calendar === 'buddhist' ? calendar : 'gregory',
  };
  const words = {
    months: new Map<string, number>(),
    weekdays: new Map<string, number>(),
    fillers: new Set<string>(),
    monthMarks: new Set<string>(),
  };
  for (const shape of FORMATS) {
    const format = new Intl.DateTimeFormat(locale, { ...shape, ...options });
    for (let month = 1; month <= 12; month++) {
      // Twelve days that fall on all weekdays, at hours of all parts of the day.
      const at = Date.UTC(2026, month - 1, 16, month === 7 ? 12 : month * 2 - 1);
      const parts = format.formatToParts(at);
      learnWords(words, parts, month, new Date(at).getUTCDay() || 7);
    }
  }
  // "14 h" is a time, whatever stands around it.
  words.fillers.delete('h');
  return words;
});

type Learned = {
  months: Map<string, number>;
  weekdays: Map<string, number>;
  fillers: Set<string>;
  monthMarks: Set<string>;
};

function learnWords(words: Learned, parts: Intl.DateTimeFormatPart[], month: number, weekday: number): void {
  const named = { month: '', weekday: '' };
  let text = '';
  for (const { type, value } of parts) {
    // Catalan has "de gener" for the month; the last word is the name.
    if (type === 'month' || type === 'weekday')
      named[type] = foldWord(value)
        .replace(/\.$/, '')
        .replace(/^.* (?=\D)/, '');
    text += /^\d+$/.test(value) ? ' ' : type === 'literal' ? value.replace(/^[年月日년월일]/, '') : value;
  }
  for (const word of text.match(WORD) ?? []) {
    const key = foldWord(word);
    if (/^\D+\d+$/.test(named.month) && named.month.startsWith(key)) words.monthMarks.add(key);
    else if (/^\D+$/.test(named.month) && key.includes(named.month)) learn(words.months, key, month);
    else if (named.weekday && key.includes(named.weekday)) learn(words.weekdays, key, weekday);
    else words.fillers.add(key);
  }
}

function learn(words: Map<string, number>, word: string, value: number): void {
  words.set(word, (words.get(word) ?? value) === value ? value : 0);
}

export function withoutFillers(text: string, words: DateWords): string {
  return (text.match(WORD) ?? []).filter((word) => !words.fillers.has(foldWord(word))).join(' ');
}
