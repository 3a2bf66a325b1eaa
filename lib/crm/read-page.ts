import type { DealReading, FieldReadings, Reading } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import { settleDates } from './date-evidence.ts';
import { type Scope, scopeOf } from './deep-select.ts';
import { keepEvidence } from './evidence.ts';
import { type FoundReader, findReader } from './find-reader.ts';
import { findCells } from './read-cells.ts';
import { readDeal } from './read-deal.ts';
import type { FieldContext } from './read-field.ts';
import { idFrom } from './read-id.ts';
import { readRows } from './read-rows.ts';
import { takeFrom } from './read-source.ts';
import { readStages } from './read-stages.ts';
import { contextOf } from './read-values.ts';
import type { CrmReader, PageReading, ReadOptions } from './types.ts';

export type { PageReading, ReadOptions } from './types.ts';

type Part = Pick<Reading, 'page' | 'deals' | 'stages' | 'rows'> & { pageRecordId: string | null };

/** The first scope that a user can see; null where the page has none of them. */
function scopeFor({ whole, first, reader }: FoundReader, selectors: readonly string[] | undefined): Scope | null {
  if (!selectors) return whole;
  for (const selector of selectors) {
    const root = first(selector);
    if (root) return scopeOf(root, reader.shadowHosts);
  }
  return null;
}

function readRecord(found: FoundReader, address: string, context: FieldContext): Part | null {
  const { reader, match } = found;
  const map = reader.record;
  const scope = map && scopeFor(found, map.scope);
  if (!map || !scope) return null;
  if (map.editing && takeFrom(scope, map.editing)) context.editing = true;
  const stages = readStages(scope, map.stages, context.evidence);
  const cells = findCells(scope, map.cells, map.fields, reader);
  const fields = readDeal(map.fields, scope, cells, stages, map.stages?.item ?? '', context);
  const deal: DealReading = { recordId: match.recordId, url: address, fields };
  return {
    page: 'record',
    deals: [deal],
    stages: stages.all,
    rows: null,
    pageRecordId: idFrom(scope, map.recordId, reader),
  };
}

function readDeals(at: FoundReader, page: 'list' | 'board', url: URL, context: FieldContext): Part | null {
  for (const map of context.reader[page] ?? []) {
    const scope = scopeFor(at, map.scope);
    const found = scope && readRows(scope, map, url, context);
    if (found) return { page, ...found, pageRecordId: null };
  }
  return null;
}

function fingerprintOf(part: Part): string {
  const said = (fields: FieldReadings): unknown[] =>
    Object.entries(fields).map(([name, field]) => [name, field.ok ? field.value : field.reason]);
  return JSON.stringify([
    part.page,
    part.pageRecordId,
    part.rows,
    part.deals.map((deal) => [deal.recordId, said(deal.fields)]),
  ]);
}

function localeOf(document: Document, reader: CrmReader): string | null {
  for (const tag of [reader.locale?.(document), document.documentElement?.lang]) {
    try {
      const [locale = ''] = tag ? Intl.getCanonicalLocales(tag.replace(/_/g, '-')) : [];
      if (locale) return locale.length <= LIMITS.id ? locale : null;
    } catch {
      // Not a language tag: as good as none.
    }
  }
  return null;
}

/** What the page says of its deal or deals; null where it shows none. */
export function readPage(
  readers: readonly CrmReader[],
  document: Document,
  url: URL,
  options: ReadOptions,
): PageReading | null {
  try {
    const found = findReader(readers, url, document);
    if (!found) return null;
    const { reader, match } = found;
    // Cut short, two installations or two deals would become one.
    if ((match.recordId?.length ?? 0) > LIMITS.id || match.tenant.length > LIMITS.name) return null;
    const locale = localeOf(document, reader);
    const context: FieldContext = {
      reader,
      values: contextOf(options, locale, reader),
      editing: false,
      evidence: [],
      rows: [],
      trace: options.trace,
    };
    const address = (match.address ?? url.origin + url.pathname).slice(0, LIMITS.url);
    const part =
      match.page === 'record' ? readRecord(found, address, context) : readDeals(found, match.page, url, context);
    if (!part) return null;
    settleDates(part.deals, context.values);
    const reading: PageReading = {
      crm: reader.id,
      tenant: match.tenant,
      url: address,
      at: options.at,
      timeZone: options.timeZone,
      locale,
      ...part,
      editing: context.editing,
      fingerprint: fingerprintOf(part),
    };
    const { evidence, rows } = context;
    const unsaved = reader.record?.unsaved;
    keepEvidence(reading, part.page === 'record' ? { elements: evidence, unsaved } : { elements: [], rows });
    return reading;
  } catch {
    // Pages can replace what we call by naming an element after it (a form with an input "querySelectorAll").
    return null;
  }
}
