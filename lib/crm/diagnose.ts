import { type Attempt, type Diagnosis, plainly } from '../deal/diagnosis.ts';
import { FIELD_NAMES } from '../deal/fields.ts';
import { readPage } from './read-page.ts';
import type { CrmReader, FieldRule, PageReading, ReadOptions, RecordMap, RowMap } from './types.ts';

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
  let last = -1;
  let isFirstRow = true;
  // Not counted: the first reading after this script came in finds nothing prepared.
  readPage(readers, document, url, options);
  const began = clock();
  const page = readPage(readers, document, url, options);
  const took = clock() - began;
  // Some readers make their maps anew for each reading: asked for once this one has begun.
  let order: readonly FieldRule[] | null = null;
  readPage(readers, document, url, {
    ...options,
    trace(rule, attempt) {
      order ??= mapsOf(readers, page).flatMap((map) => Object.values(map.fields));
      const at = order.indexOf(rule);
      const known = tried.get(rule) ?? [];
      // A sum over a column or beneath a list is no field of a row.
      if (at < 0) return;
      // Rows are read in the order of their map, whichever of its fields they have.
      if (at < last || (at === last && known.some((one) => one.rule === attempt.rule))) isFirstRow = false;
      last = at;
      if (!isFirstRow || known.length >= MOST_TRIED) return;
      known.push(attempt);
      tried.set(rule, known);
    },
  });
  const diagnosis = { readers: readers.map(({ id }) => id), page: null, took, path: url.pathname + url.hash };
  if (!page) return diagnosis;
  const maps = mapsOf(readers, page);
  const said = page.deals[0]?.fields ?? {};
  const fields = FIELD_NAMES.flatMap((field) => {
    const rules = [...new Set(maps.flatMap((map) => map.fields[field] ?? []))];
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

function mapsOf(readers: readonly CrmReader[], page: PageReading | null): readonly (RecordMap | RowMap)[] {
  const reader = readers.find(({ id }) => id === page?.crm);
  if (!reader || !page) return [];
  return page.page === 'record' ? [reader.record ?? []].flat() : (reader[page.page] ?? []);
}
