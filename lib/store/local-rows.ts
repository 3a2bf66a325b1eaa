/** Keys of this browser alone: when it was backed up last, the folder that it copies to. No restore touches them. */
export const LOCAL = 'local ';

/** In `meta`: left behind by a write that asked whether the disk has room, and how far the packs go. */
const PASSING = ['probe', 'packs'];

/** Rows that no backup holds: of this browser alone, or made anew from the others at any time. */
export function isLeftOut(table: string, row: object): boolean {
  if (table === 'packs') return true;
  if (table !== 'meta' || !('key' in row)) return false;
  return typeof row.key === 'string' && (row.key.startsWith(LOCAL) || PASSING.includes(row.key));
}
