import { perLocale } from './context.ts';

/**
 * Words that mean the same power of ten wherever a page uses them, whatever its language. `0`: cannot be known without
 * the language ("B" is a thousand in Turkish, 10^12 in Spanish; "mil" a thousand or a million).
 */
const EVERYWHERE = new Map(
  Object.entries({
    ...{ k: 3, m: 6, mn: 6, mio: 6, mln: 6, mrd: 9, mld: 9, b: 0, bn: 0, mil: 0, lakh: 5, crore: 7 },
    ...{ 千: 3, 천: 3, 万: 4, 萬: 4, 만: 4, 億: 8, 亿: 8, 억: 8 },
  }),
);

/** What an English program prints for any reader; a locale's own word that looks the same leaves the amount open. */
const ENGLISH = new Map(Object.entries({ k: 3, m: 6, b: 9, bn: 9 }));

/** The words that the runtime prints for powers of ten in a locale, short and long, in all their plural forms. */
const wordsOf = perLocale((locale) => {
  const words = new Map<string, number>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, numberingSystem: 'latn' });
    for (let power = 3; power < 15; power++) {
      for (const lead of [1, 2, 5]) {
        const parts = format.formatToParts(lead * 10 ** power);
        const word = parts.find(({ type }) => type === 'compact')?.value;
        const figure = parts.map(({ type, value }) => (type === 'integer' ? value : '')).join('');
        if (!word || !figure) continue;
        const key = keyOf(word);
        const exponent = power - figure.length + 1;
        const lower = key.toLowerCase();
        const clash = words.has(key) ? words.get(key) !== exponent : (ENGLISH.get(lower) ?? exponent) !== exponent;
        words.set(key, clash ? 0 : exponent);
        if (key.length > 2) words.set(lower, words.get(key) ?? 0);
      }
    }
  }
  return words;
});

function keyOf(word: string): string {
  return word.replace(/[.॰]$/, '').replace(/[\u00A0\u202F]/g, ' ');
}

/** The power of ten that a word stands for; `'ambiguous'` where that hangs on a language; null where it is no such word. */
export function readAbbreviation(
  text: string,
  locale: string | null,
  currency: string | null,
): number | 'ambiguous' | null {
  const key = keyOf(text);
  const lower = key.toLowerCase();
  let exponent: number | undefined;
  const locales = locale ? [locale, locale.replace(/-.*/, '')] : [];
  // Lakhs and crores go with the rupee, also on an English page that does not say which English.
  if (currency === 'INR') locales.push('en-IN');
  for (const name of locales) {
    const words = wordsOf(name);
    exponent ??= words.get(key) ?? (key.length > 2 ? words.get(lower) : undefined);
  }
  exponent ??= EVERYWHERE.get(lower);
  // "M" is a milliard in Indonesian; K is the sign of the kyat, the kwacha and the kina.
  if (lower === 'm' && currency === 'IDR' && locale === null) exponent = 0;
  if (lower === 'k' && /^(MMK|ZMW|PGK)$/.test(currency ?? '')) exponent = 0;
  return exponent === 0 ? 'ambiguous' : (exponent ?? null);
}
