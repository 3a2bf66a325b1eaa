import { asDealFields, foldAsOf } from './fold.ts';
import type { Change, Deal, DealHistory, Moment } from './types.ts';

/**
 * The deal as it was at `asOf`, as far as it was known at `knownAt`; null where it had not been seen by then. Nothing
 * later than either moment is looked at. Histories are values: change a copy, never the one that was passed in.
 */
export function dealAsOf(history: DealHistory, moment: Moment): Deal | null {
  const folded = foldAsOf(history, moment);
  if (folded.lastSeenAt === null || folded.firstSeenAt === null) return null;
  return {
    record: { ...history.deal, firstSeenAt: folded.firstSeenAt },
    fields: asDealFields(folded.fields),
    lastSeenAt: folded.lastSeenAt,
  };
}

/**
 * The changes as of a moment, oldest first, with `from` and `after` as then known. The first sighting of a field is
 * among them (`from` undefined); refinements are not. Use this rather than the rows in `history.changes`.
 */
export function changesAsOf(history: DealHistory, moment: Moment): Change[] {
  return foldAsOf(history, moment).changes;
}

/** Whom the owner fields name at a moment, once per deal that has one. */
export function ownersIn(histories: readonly DealHistory[], moment: Moment): string[] {
  return histories.flatMap((history) => dealAsOf(history, moment)?.fields.owner?.value ?? []);
}
