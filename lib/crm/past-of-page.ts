import { findReader } from './find-reader.ts';
import { aboutOf, type PastReading, readPast } from './read-past.ts';
import { contextOf } from './read-values.ts';
import type { CrmReader, PageReading, ReadOptions } from './types.ts';

export type { PastReading } from './read-past.ts';

/** Whether any place of a past is shown at all: asked first, since most pages show none and the rest costs a reading. */
export function showsPast(readers: readonly CrmReader[], document: Document, url: URL): boolean {
  try {
    const found = findReader(readers, url, document);
    const past = found?.match.page === 'record' ? found.reader.past : undefined;
    if (!found || !past) return false;
    const { feed = [], stages = [], planned = [], contacts = [], modified } = past;
    const places = [...feed, ...stages, ...planned, ...contacts, ...(modified ? [modified] : [])];
    return places.some(({ holder }) => found.first(holder) !== null);
  } catch {
    // As for readings: a page may have replaced what we call.
    return false;
  }
}

/**
 * The past that stands in the page of the record that `reading` was made of. Null where this CRM's map knows of none, or
 * another record stands there by now.
 */
export function pastOfPage(
  readers: readonly CrmReader[],
  document: Document,
  url: URL,
  options: ReadOptions,
  reading: PageReading,
): (PastReading & { holders: Element[] }) | null {
  try {
    const found = findReader(readers, url, document);
    const { past, hidden } = found?.reader ?? {};
    const deal = reading.deals[0];
    if (!found || !past || reading.page !== 'record' || found.match.page !== 'record') return null;
    if (!deal || deal.recordId !== found.match.recordId) return null;
    if (reading.pageRecordId !== null && reading.pageRecordId !== deal.recordId) return null;
    const values = contextOf(options, reading.locale, found.reader);
    return readPast(past, found.whole, hidden, values, options, aboutOf(reading));
  } catch {
    // As for readings: a page may have replaced what we call.
    return null;
  }
}
