import { applyChange, applySighting, inOrder, type Rows, startFold } from './fold.ts';
import type { Change } from './types.ts';

/**
 * The rows of a deal as the fold understands them: `after` as it is known now, without those that say nothing. Read from
 * the first to the last, each simply holds from its moment on.
 */
export function playedChanges(rows: Rows): Change[] {
  const folded = startFold();
  const played: Change[] = [];
  for (const row of inOrder(rows)) {
    if (!('field' in row)) {
      applySighting(folded, row);
      continue;
    }
    const before = folded.fields[row.field];
    const changes = folded.changes.length;
    applyChange(folded, row);
    const known = folded.fields[row.field];
    if (!known || known === before) continue;
    const { value: to, after, evidence } = known;
    if (!before || folded.changes.length > changes)
      played.push({ ...row, from: before?.value, to, after, evidence, refines: undefined });
    else if (known.value !== before.value)
      played.push({ ...row, from: before.value, to, after: before.lastSeenAt, evidence, refines: true });
  }
  return played;
}

/** True where each row is what it was when it was written: nothing that was recorded later came before it. */
export function isPlayed(changes: readonly Change[], played: readonly Change[]): boolean {
  return (
    changes.length === played.length &&
    changes.every((row, at) => {
      const other = played[at];
      return (
        other?.seq === row.seq && other.to === row.to && other.after === row.after && other.refines === row.refines
      );
    })
  );
}
