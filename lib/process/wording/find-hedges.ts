import { DUTCH } from './dutch.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { HEDGE_KINDS, type HedgeKind, type HedgeList } from './hedge-list.ts';
import { ITALIAN } from './italian.ts';
import { PORTUGUESE } from './portuguese.ts';
import { toldByBuyer } from './quotes.ts';
import { SPANISH } from './spanish.ts';

/** Where it stands in the text, `to` not counted. */
export type Span = { from: number; to: number; text: string };
export type Hedge = Span & { kind: HedgeKind };

const LISTS: Readonly<Record<string, HedgeList>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  nl: DUTCH,
  pt: PORTUGUESE,
};

type Ready = { hedges: (readonly [HedgeKind, RegExp])[]; plain: RegExp; common: ReadonlySet<string> };
const ready = new Map<string, Ready>();

const wholeWords = (phrases: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...phrases]
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`,
    'giu',
  );

function listOf(language: string): Ready | null {
  const list = LISTS[language];
  if (!list) return null;
  let made = ready.get(language);
  if (!made) {
    made = {
      hedges: HEDGE_KINDS.map((kind) => [kind, wholeWords(list.hedges[kind])] as const),
      plain: wholeWords(list.plain),
      common: new Set(list.common.split(' ')),
    };
    ready.set(language, made);
  }
  return made;
}

const matches = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));

/** The language that most of a text's frequent words and hedges are of; English where none is. */
export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { language: 'en', found: 0 };
  for (const language of Object.keys(LISTS)) {
    const list = listOf(language);
    if (!list) continue;
    const hedges = list.hedges.reduce((sum, [, pattern]) => sum + matches(pattern, text).length, 0);
    // Of two that know as many words, the one that knows the hedges.
    const found = hedges * 1.1 + words.filter((word) => list.common.has(word)).length;
    if (found > best.found) best = { language, found };
  }
  return best.language;
}

/**
 * Words that say less than they seem to, each with what it is a sign of, in the order of the text. A requirement is no
 * hedge, nor is what the buyer is quoted with by name and day.
 */
export function findHedges(text: string, locale?: string): Hedge[] {
  const named = (locale ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const list = listOf(named) ?? listOf(languageOf(text));
  if (!list) return [];
  const silent = [...matches(list.plain, text), ...toldByBuyer(text)];
  const found = list.hedges
    .flatMap(([kind, pattern]) => matches(pattern, text).map((span): Hedge => ({ ...span, kind })))
    .filter((hedge) => !silent.some(({ from, to }) => hedge.from >= from && hedge.to <= to))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  // Of two that overlap the one that begins first, and of those the longer.
  let end = 0;
  return found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}
