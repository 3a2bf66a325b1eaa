import { firstShown, type Scope, scopeOf } from './deep-select.ts';
import { type FoundReader, findReader } from './find-reader.ts';
import type { PastMap } from './past-map.ts';
import { aboutOf, type PastReading, readPast } from './read-past.ts';
import { contextOf } from './read-values.ts';
import type { CrmReader, PageReading, ReadOptions } from './types.ts';

export type { PastReading } from './read-past.ts';

/** A record's page that shows a place of its past: kept for one look, since finding it walks the page. */
type FoundPast = Pick<FoundReader, 'reader' | 'match'> & { whole: Scope; past: PastMap };

/** Null where no place of a past is shown: asked first, since most pages show none and the rest costs a reading. */
export function findPast(readers: readonly CrmReader[], document: Document, url: URL): FoundPast | null {
  try {
    const found = findReader(readers, url, document);
    const past = found?.match.page === 'record' ? found.reader.past : undefined;
    if (!found || !past) return null;
    const { reader, match } = found;
    const { feed = [], stages = [], log = [], planned = [], contacts = [], modified } = past;
    const places = [...feed, ...stages, ...log, ...planned, ...contacts, ...(modified ? [modified] : [])];
    const whole = past.shadowHosts === undefined ? found.whole : scopeOf(document, past.shadowHosts);
    const isShown = places.some(({ holder }) => firstShown(whole, holder, reader.hidden) !== null);
    return isShown ? { reader, match, whole, past } : null;
  } catch {
    // As for readings: a page may have replaced what we call.
    return null;
  }
}

/**
 * The past that stands in the page of the record that `reading` was made of. Null where this CRM's map knows of none, or
 * another record stands there by now.
 */
export function pastOfFound(
  { reader, match, whole, past }: FoundPast,
  options: ReadOptions,
  reading: PageReading,
): (PastReading & { holders: Element[] }) | null {
  try {
    const [deal] = reading.deals;
    if (reading.page !== 'record' || !deal || deal.recordId !== match.recordId) return null;
    if (reading.pageRecordId !== null && reading.pageRecordId !== deal.recordId) return null;
    const values = contextOf(options, reading.locale, reader);
    return readPast(past, whole, reader.hidden, values, options, aboutOf(reading));
  } catch {
    // As for readings: a page may have replaced what we call.
    return null;
  }
}

/** Both in one. */
export function pastOfPage(
  readers: readonly CrmReader[],
  document: Document,
  url: URL,
  options: ReadOptions,
  reading: PageReading,
): (PastReading & { holders: Element[] }) | null {
  const found = findPast(readers, document, url);
  return found && pastOfFound(found, options, reading);
}
