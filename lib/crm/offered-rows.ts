import type { RowEvidence } from './evidence.ts';

/** As for readers: shared by the scripts of one page, the one that reads it and the one that marks its rows. */
const ROWS = Symbol.for('sideline.rows');
const world = globalThis as { [ROWS]?: readonly RowEvidence[] };

/** Where the deals of a list stand in the page, as last read. */
export function offerRows(rows: readonly RowEvidence[] | undefined): void {
  world[ROWS] = rows ?? [];
}

export function offeredRows(): readonly RowEvidence[] {
  return world[ROWS] ?? [];
}
