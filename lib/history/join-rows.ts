import type { FieldValue } from '../deal/fields.ts';
import { sameValue } from '../deal/same-value.ts';
import { nextConfirmation } from './derive-late-changes.ts';
import { foldRows, type Rows } from './fold.ts';
import type { Change } from './types.ts';

/** Rows of change that only one of two browsers has. */
export type Apart = { ours: Change[]; theirs: Change[] };

/** The same row is told by all that it says but its place. A row that stands twice in one stands twice. */
export function changesApart(ours: readonly Change[], theirs: readonly Change[]): Apart {
  const [here, there] = [ours.map(saidBy), theirs.map(saidBy)];
  return { ours: missingIn(there, ours, here), theirs: missingIn(here, theirs, there) };
}

function missingIn(known: readonly string[], rows: readonly Change[], said: readonly string[]): Change[] {
  const left = new Map<string, number>();
  for (const key of known) left.set(key, (left.get(key) ?? 0) + 1);
  return rows.filter((_, at) => {
    const key = said[at] ?? '';
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function saidBy({ field, from, to, after, seenAt, recordedAt, refines, exact, evidence }: Change): string {
  const { crm, page, rule, raw } = evidence;
  const was = from === undefined ? 'never' : valueKey(from);
  const flags = `${refines === true} ${exact === true}`;
  return [field, was, valueKey(to), after, seenAt, recordedAt, flags, crm, page, rule, raw].join('\u0001');
}

/** Two copies of one value may hold its parts in another order. */
function valueKey(value: FieldValue | null): string {
  return JSON.stringify(value, typeof value === 'object' && value !== null ? Object.keys(value).sort() : undefined);
}

/**
 * What must be written besides when the rows of two browsers are joined: where one saw another value, and the other's
 * page said the old one still after that, without a row of its own. Joined, its sighting would confirm the wrong one.
 */
export function confirmationsBetween(ours: Rows, theirs: Rows, apart: Apart): Change[] {
  const rows = [...ours.changes, ...theirs.changes];
  const taken = new Set(rows.map(placeOf));
  const added: Change[] = [];
  for (const [side, others] of [
    [ours, apart.theirs],
    [theirs, apart.ours],
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

const placeOf = ({ field, seenAt, to }: Change) => `${field} ${seenAt} ${valueKey(to)}`;

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
