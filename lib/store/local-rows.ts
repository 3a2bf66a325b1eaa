/** Rows of this browser alone (when it was backed up last, the folder it copies to): no backup holds them, no restore touches them. */
export const LOCAL = 'local ';

/** Left behind by a write that asked whether the disk has room. */
const PROBE = 'probe';

export function isLocal(table: string, row: object): boolean {
  if (table !== 'meta' || !('key' in row)) return false;
  return typeof row.key === 'string' && (row.key.startsWith(LOCAL) || row.key === PROBE);
}
