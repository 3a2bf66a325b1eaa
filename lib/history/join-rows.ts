import { sameValue } from '../deal/same-value.ts';
import { nextConfirmation } from './derive-late-changes.ts';
import { foldRows, type Rows } from './fold.ts';
import type { Change } from './types.ts';

/**
 * Rows of change of one browser that another does not have: the same row is told by all that it says but its place. A
 * row that stands twice in one stands twice.
 */
export function missingChanges(known: readonly Change[], said: readonly Change[]): Change[] {
  const left = new Map<string, number>();
  for (const row of known) left.set(saidBy(row), (left.get(saidBy(row)) ?? 0) + 1);
  return said.filter((row) => {
    const count = left.get(saidBy(row)) ?? 0;
    left.set(saidBy(row), count - 1);
    return count <= 0;
  });
}

function saidBy({ field, from, to, after, seenAt, recordedAt, refines, exact, evidence }: Change): string {
  const { crm, page, rule, raw } = evidence;
  const was = from === undefined ? 'never' : [from];
  return JSON.stringify(
    [field, was, to, after, seenAt, recordedAt, refines === true, exact === true, crm, page, rule, raw],
    sorted,
  );
}

/** Two copies of one value may hold its parts in another order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What must be written besides when the rows of two browsers are joined: where one saw another value, and the other's
 * page said the old one still after that, without a row of its own. Joined, its sighting would confirm the wrong one.
 */
export function confirmationsBetween(ours: Rows, theirs: Rows): Change[] {
  const rows = [...ours.changes, ...theirs.changes];
  const taken = new Set(rows.map(placeOf));
  const added: Change[] = [];
  for (const [side, others] of [
    [ours, missingChanges(ours.changes, theirs.changes)],
    [theirs, missingChanges(theirs.changes, ours.changes)],
  ] as const) {
    for (const change of others) {
      const row = confirmation(side, change);
      if (!row || taken.has(placeOf(row))) continue;
      taken.add(placeOf(row));
      added.push(row);
    }
  }
  return added;
}

const placeOf = ({ field, seenAt, to }: Change) => JSON.stringify([field, seenAt, to], sorted);

function confirmation(side: Rows, change: Change): Change | null {
  const { field, seenAt } = change;
  const before = foldRows(side, { asOf: seenAt, knownAt: Number.POSITIVE_INFINITY }).fields[field];
  if (!before || sameValue(field, before.value, change.to)) return null;
  const again = nextConfirmation(side, field, seenAt);
  if (!again) return null;
  return {
    ...change,
    from: change.to,
    to: before.value,
    after: seenAt,
    seenAt: again.at,
    recordedAt: again.recordedAt,
    evidence: before.evidence,
    refines: undefined,
    exact: undefined,
  };
}
