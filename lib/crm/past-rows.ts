import { PAST_LIMITS, type PastEvidence } from '../deal/past.ts';
import { LIMITS } from '../deal/reading.ts';
import { firstShown, isShown, partOf, type Scope, selectAll } from './deep-select.ts';
import { textFrom } from './read-source.ts';
import type { ReadOptions, Take } from './types.ts';
import { cleanText, type ValueContext } from './values/index.ts';

/** What the record says of itself, which tells who is who. */
export type PastAbout = { owner: string | null; account: string | null; stage: string | null; stages: string[] };

/** At a blank, so that no word is cut; nothing is added to what stands on the page. */
export function cut(text: string, longest: number): string {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim();
  if (clean.length <= longest) return clean;
  const blank = clean.lastIndexOf(' ', longest);
  return clean.slice(0, blank > longest / 2 ? blank : longest);
}

export type Look = {
  page: Scope;
  hidden: string | undefined;
  values: ValueContext;
  options: ReadOptions;
  about: PastAbout;
};

/** The rows of the first place that is shown. Null where none is: then nothing is said of the part. */
export function rowsOf<M extends { holder: string; row: string }>(
  maps: readonly M[] | undefined,
  { page, hidden }: Look,
  holders: Element[],
): { map: M; rows: Scope[] } | null {
  for (const map of maps ?? []) {
    const element = firstShown(page, map.holder, hidden);
    if (!element) continue;
    holders.push(element);
    const rows = selectAll(partOf(page, element), map.row).filter((row) => isShown(row, hidden));
    return { map, rows: rows.slice(0, PAST_LIMITS.entries).map((row) => partOf(page, row)) };
  }
  return null;
}

export const named = (scope: Scope, takes: readonly Take[] | undefined): string | null => {
  const text = textFrom(scope, takes);
  return text === null ? null : cut(text, PAST_LIMITS.name) || null;
};

/** The rule is the row's and what was read inside of it. */
export const evidenceOf = (row: string, rule: string, raw: string): PastEvidence => ({
  rule: `${row} ${rule}`.trim().slice(0, LIMITS.name),
  raw: raw.slice(0, PAST_LIMITS.raw),
});
