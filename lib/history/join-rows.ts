import type { FieldValue } from '../deal/fields.ts';
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
