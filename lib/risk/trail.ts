import type { Instant } from '../deal/day.ts';
import type { FieldValue, FieldValues } from '../deal/fields.ts';
import { sameValue } from '../deal/same-value.ts';
import type { Change } from '../history/types.ts';
import type { DayClock } from './day-clock.ts';

/** A value that a field held: it came in the interval after `after` and by `seenAt`. */
export type Stay<V> = {
  value: V | null;
  after: Instant | null;
  seenAt: Instant;
  /** It came by an edit of so many deals at once. */
  together?: number | undefined;
};

/** The fields whose course tells something. */
export type TrailField = 'stage' | 'closeDate' | 'amount';

/** A change undone within this many working days (a board drag, a typing error) was no event of the deal. */
export const UNDONE_WITHIN = 2;

/**
 * The values that a field held, oldest first, without detours that were undone: A, B, A within two working days is one
 * stay in A. `changes` are those of a deal as of a moment, oldest first.
 */
export function trailOf<F extends TrailField>(
  changes: readonly Change[],
  field: F,
  clock: DayClock,
): Stay<FieldValues[F]>[] {
  const trail: Stay<FieldValues[F]>[] = [];
  for (const change of changes) {
    if (change.field !== field) continue;
    // The row's field names the type of its value.
    const value = change.to as FieldValues[F] | null;
    const back = trail.findLastIndex((stay) => isSame(field, stay.value, value));
    const left = back < 0 ? undefined : trail[back + 1];
    if (left && clock.workingDays(clock.dayOf(left.seenAt), clock.dayOf(change.seenAt)) <= UNDONE_WITHIN) {
      trail.length = back + 1;
    } else {
      const { after, seenAt, together } = change;
      trail.push({ value, after, seenAt, ...(together ? { together } : {}) });
    }
  }
  return trail;
}

/** Days are the same only if they are equal; stages and amounts may be written in several ways. */
function isSame(field: TrailField, a: FieldValue | null, b: FieldValue | null): boolean {
  return a === b || (field !== 'closeDate' && sameValue(field, a, b));
}
