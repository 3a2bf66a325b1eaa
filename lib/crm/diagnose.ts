import { type Attempt, type Diagnosis, plainly } from '../deal/diagnosis.ts';
import { FIELD_NAMES } from '../deal/fields.ts';
import { readPage } from './read-page.ts';
import type { CrmReader, FieldRule, ReadOptions } from './types.ts';

/** A hostile page could offer thousands; more alternatives than this no map has. */
const MOST_TRIED = 40;

/** Reads the page once more and keeps what was looked at on the way. `clock` gives milliseconds. */
export function diagnosePage(
  readers: readonly CrmReader[],
  document: Document,
  url: URL,
  options: ReadOptions,
  clock: () => number,
): Diagnosis {
  const tried = new Map<FieldRule, Attempt[]>();
  let first: FieldRule | null = null;
  let last: FieldRule | null = null;
  let isFirstRow = true;
  // Not counted: the first reading after this script came in finds nothing prepared.
  readPage(readers, document, url, options);
  const began = clock();
  const page = readPage(readers, document, url, options);
  const took = clock() - began;
  readPage(readers, document, url, {
    ...options,
    trace(rule, attempt) {
      // Rows have one map: its first field again is the next row.
      first ??= rule;
      if (rule === first && last !== null && last !== rule) isFirstRow = false;
      last = rule;
      const known = tried.get(rule) ?? [];
      if (!isFirstRow || known.length >= MOST_TRIED) return;
      known.push(attempt);
      tried.set(rule, known);
    },
  });
  const diagnosis = { readers: readers.map(({ id }) => id), page: null, took, path: url.pathname + url.hash };
  if (!page) return diagnosis;
  const reader = readers.find(({ id }) => id === page.crm);
  const maps = page.page === 'record' ? [reader?.record] : (reader?.[page.page] ?? []);
  const said = page.deals[0]?.fields ?? {};
  const fields = FIELD_NAMES.flatMap((field) => {
    const rules = maps.flatMap((map) => map?.fields[field] ?? []);
    const reading = said[field];
    if (rules.length === 0 && !reading) return [];
    return {
      field,
      value: reading?.ok ? plainly(reading.value) : null,
      reason: reading?.ok ? null : (reading?.reason ?? ('not-on-page' as const)),
      tried: rules.flatMap((rule) => tried.get(rule) ?? []),
    };
  });
  const { crm, page: kind, locale, rows, editing } = page;
  return { ...diagnosis, page: { crm, kind, locale, rows, editing, fields } };
}
