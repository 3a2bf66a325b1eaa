import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldMask, type FieldName, type FieldValue, maskOf } from '../deal/fields.ts';
import type { CrmId, DealReading, FieldReading, SourceKind } from '../deal/reading.ts';
import { mergeValue, sameValue } from '../deal/same-value.ts';
import { asDealFields, type FoldedFields } from './fold.ts';
import { isReread } from './reread.ts';
import type { Change, Deal, Evidence } from './types.ts';

/** What the rows of a deal add up to: the fold of all of them, kept so that a reading need not replay them. */
export type DealState = { deal: string; fields: Deal['fields']; lastSeenAt: Instant };

/** `at` is the moment that counts for the reading, see `readingMoment`. */
export type ReadingMeta = { deal: string; crm: CrmId; page: SourceKind; at: Instant; recordedAt: Instant };

/** A change before the database gave it its place. */
export type NewChange = Omit<Change, 'seq'>;

export type Derived = {
  changes: NewChange[];
  /** The fields that the page said something of, valued or empty. */
  mask: FieldMask;
  state: DealState;
};

export type SeenField = { field: FieldName; value: FieldValue | null; evidence: Evidence };

/** A page's clock may run ahead of ours by this much: both are this computer's, some work lies between. */
export const AHEAD_MS = 5 * 60_000;

/** When a reading counts as said: as the page dated it, but never in our future. */
export function readingMoment(at: Instant, recordedAt: Instant): Instant {
  return at > recordedAt + AHEAD_MS ? recordedAt : at;
}

/** What a page said of a deal. Fields not on the page, unreadable or ambiguous say nothing, and stop no clock. */
export function seenFields(reading: DealReading, meta: Pick<ReadingMeta, 'crm' | 'page'>): SeenField[] {
  const seen: SeenField[] = [];
  for (const field of FIELD_NAMES) {
    const said: FieldReading<FieldValue> | undefined = reading.fields[field];
    if (!said || (!said.ok && said.reason !== 'empty')) continue;
    const evidence = { crm: meta.crm, page: meta.page, rule: said.rule ?? '', raw: said.raw ?? '' };
    seen.push({ field, value: said.ok ? said.value : null, evidence });
  }
  return seen;
}

/**
 * Records a reading onto what is known of a deal. For readings later than the deal's last sighting; any other
 * goes through `deriveLateChanges`, which looks at the whole history.
 */
export function deriveChanges(known: DealState | null, reading: DealReading, meta: ReadingMeta): Derived {
  const seen = seenFields(reading, meta);
  const fields: FoldedFields = { ...known?.fields };
  const changes: NewChange[] = [];
  for (const { field, value, evidence } of seen) {
    const before = fields[field];
    const row = { deal: meta.deal, field, seenAt: meta.at, recordedAt: meta.recordedAt, evidence };
    if (before && isReread(before, value, evidence)) {
      changes.push({ ...row, from: before.value, to: value, after: before.lastSeenAt, refines: true });
      fields[field] = { ...before, value, evidence, lastSeenAt: meta.at };
    } else if (before && sameValue(field, before.value, value)) {
      const merged = mergeValue(field, before.value, value);
      const refines = merged !== before.value;
      if (refines) changes.push({ ...row, from: before.value, to: merged, after: before.lastSeenAt, refines });
      fields[field] = { ...before, value: merged, evidence: refines ? evidence : before.evidence, lastSeenAt: meta.at };
    } else {
      const after = before ? before.lastSeenAt : null;
      changes.push({ ...row, from: before?.value, to: value, after });
      fields[field] = { value, after, seenAt: meta.at, lastSeenAt: meta.at, evidence };
    }
  }
  const state = { deal: meta.deal, fields: asDealFields(fields), lastSeenAt: meta.at };
  return { changes, mask: maskOf(seen.map((one) => one.field)), state };
}
