import { readPage } from '../crm/read-page.ts';
import { textOf } from '../crm/read-text.ts';
import type { CrmReader, PageReading, ReadOptions } from '../crm/types.ts';
import type { CrmId, DealReading } from '../deal/reading.ts';
import { type Corrections, correctReader } from './correct-reader.ts';
import { deriveSources, type How } from './derive-sources.ts';
import { labelOf } from './labels.ts';
import { readerOf } from './reader-of.ts';
import { EDITORS, emptyMap, type TaughtField, type TaughtFields, type TaughtList } from './taught-map.ts';

/** How a field will be found again; a class or a place may break when the CRM changes its looks. */
export type Found = How | 'label';

export type Pointed = { field: TaughtField; how: Found };

const NAMED: readonly How[] = ['id', 'data', 'name'];

/** The field that stands where the user pointed; null where nothing tells this element from others. */
export function fieldAt(element: Element): Pointed | null {
  const derived = deriveSources(element);
  const label = labelOf(element) ?? undefined;
  const named = derived.filter(({ how }) => NAMED.includes(how));
  // A label names the field itself, and a class or a place another one as soon as a field is left out.
  const kept = named.length > 0 ? named : label ? [] : derived.slice(0, 1);
  const how = named[0]?.how ?? (label ? 'label' : derived[0]?.how);
  if (!how) return null;
  const field: TaughtField = {
    from: kept.map(({ source }) => source),
    ...(label && how !== 'class' && how !== 'place' ? { label } : {}),
    ...(element.matches(EDITORS) ? { input: true } : {}),
    ...(/^[^:：\d]{2,40}[:：]\s*\S/u.test(textOf(element).trim()) ? { afterColon: true } : {}),
  };
  return { field, how };
}

/** What the fields taught so far say of this page, whatever its address. */
export function tryRecord(
  fields: TaughtFields,
  document: Document,
  url: URL,
  options: ReadOptions,
): DealReading | null {
  const reader = readerOf({ ...emptyMap(url.origin), record: { address: '/{id}', fields } });
  const anywhere: CrmReader = {
    ...reader,
    match: () => ({ page: 'record', tenant: reader.name, recordId: '0' }),
    detect: (document, found, shows) => reader.detect(document, found, shows) ?? found,
  };
  return readPage([anywhere], document, url, options)?.deals[0] ?? null;
}

/** What the list taught so far says of this page, row by row. */
export function tryList(list: TaughtList, document: Document, url: URL, options: ReadOptions): DealReading[] {
  const reader = readerOf({ ...emptyMap(url.origin), list });
  const page = list.stages ? 'board' : 'list';
  const anywhere: CrmReader = { ...reader, match: () => ({ page, tenant: reader.name, recordId: null }) };
  return readPage([anywhere], document, url, options)?.deals ?? [];
}

/** What a known reader reads with these corrections; null where it reads nothing. */
export function tryCorrection(
  readers: readonly CrmReader[],
  crm: CrmId,
  corrections: Corrections,
  document: Document,
  url: URL,
  options: ReadOptions,
): PageReading | null {
  const corrected = readers.map((reader) => (reader.id === crm ? correctReader(reader, corrections) : reader));
  return readPage(corrected, document, url, options);
}
