import { MONTH_WORDS } from '../courier-words.ts';
import type { Span } from './find-hedges.ts';

const QUOTED = /["“„«»][^"“”„«»]{3,400}["”“»«]/gu;
const MONTHS = [...MONTH_WORDS.keys()].sort((a, b) => b.length - a.length).join('|');
/** A day as people write it: 12 Nov, Nov 12, 12.11., 12/11/2026, 2026-11-12, 12. November. */
const DAY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]?(?:\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:${MONTHS})\\p{L}*|(?:${MONTHS})\\p{L}* \\d{1,2})(?![\\p{L}\\p{N}])`,
  'iu',
);
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]+/gu;
const MONTH_NAME = new RegExp(`^(?:${MONTHS})\\p{L}*$`, 'iu');
/** How far from a quote its name and its day may stand. */
const NEAR = 60;

/** Quotes with a name and a day beside them: somebody's own words, not the writer's. */
export function toldByBuyer(text: string): Span[] {
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const beside = `${text.slice(Math.max(0, from - NEAR), from)} ${text.slice(to, to + NEAR)}`;
    const named = (beside.match(NAME) ?? []).some((word) => !MONTH_NAME.test(word));
    return named && DAY.test(beside) ? [{ from, to, text: match[0] }] : [];
  });
}
