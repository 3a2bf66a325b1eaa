import type { Instant } from '../deal/day.ts';
import { type FieldName, maskHas, maskOf } from '../deal/fields.ts';
import type { DealReading } from '../deal/reading.ts';
import { mergeValue, sameValue } from '../deal/same-value.ts';
import { type NewChange, type ReadingMeta, type SeenField, seenFields } from './derive-changes.ts';
import { type FoldedFields, foldRows, type Rows } from './fold.ts';
import { isReread } from './reread.ts';
import type { DealSighting } from './types.ts';

/**
 * Records a reading that is not later than what is already known: it is compared with what was known as of its own
 * moment, and never overwrites what a later page said.
 *
 * Order of recording does not matter for values that were said exactly, at different moments. A rounded value that
 * added nothing when it came leaves no row, so a late exact one may be judged against a neighbour instead.
 */
export function deriveLateChanges(rows: Rows, reading: DealReading, meta: ReadingMeta) {
  const before = foldRows(rows, { asOf: meta.at, knownAt: Number.POSITIVE_INFINITY }).fields;
  const seen = seenFields(reading, meta);
  const changes = seen.flatMap((one) => deriveLate(rows, before, one, meta));
  return { changes, mask: maskOf(seen.map((one) => one.field)) };
}

function deriveLate(rows: Rows, known: FoldedFields, seen: SeenField, meta: ReadingMeta): NewChange[] {
  const { field, value, evidence } = seen;
  const before = known[field];
  const row = { deal: meta.deal, field, seenAt: meta.at, recordedAt: meta.recordedAt, evidence };
  if (!before) return [{ ...row, from: undefined, to: value, after: null }];
  if (isReread(before, value, evidence)) {
    return [{ ...row, from: before.value, to: value, after: before.lastSeenAt, refines: true }];
  }
  if (sameValue(field, before.value, value)) {
    const merged = mergeValue(field, before.value, value);
    if (merged === before.value) return [];
    return [{ ...row, from: before.value, to: merged, after: before.lastSeenAt, refines: true }];
  }
  const change: NewChange = { ...row, from: before.value, to: value, after: before.lastSeenAt };
  const again = nextConfirmation(rows, field, meta.at);
  if (again === null) return [change];
  // The page seen next said the old value still, without a row of its own: now it needs one.
  const back = { ...row, seenAt: again.at, from: value, to: before.value, after: meta.at, evidence: before.evidence };
  return [change, back];
}

/** The first later sighting of the field, unless a row says what it showed. */
function nextConfirmation(rows: Rows, field: FieldName, at: Instant): DealSighting | null {
  let next: DealSighting | null = null;
  for (const sighting of rows.sightings) {
    if (sighting.at > at && sighting.at < (next?.at ?? Infinity) && maskHas(sighting.mask, field)) next = sighting;
  }
  const until = next?.at ?? Infinity;
  const isSaid = rows.changes.some((row) => row.field === field && row.seenAt > at && row.seenAt <= until);
  return isSaid ? null : next;
}
