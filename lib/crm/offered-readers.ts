import type { CrmReader } from './types.ts';

/**
 * The scripts of one page share a global of their own that the page cannot see, under a key that no element can be named
 * by. Each CRM's reader comes as a script by itself, and only where that CRM may stand, so that no page carries the maps
 * of all the others.
 */
const READERS = Symbol.for('sideline.readers');
const world = globalThis as { [READERS]?: CrmReader[] };

/** Called by the script of one CRM; again after an update of the extension, in place of the reader before. */
export function offerReader(reader: CrmReader): void {
  world[READERS] = [...offeredReaders().filter(({ id }) => id !== reader.id), reader];
}

/** These, in this order, in place of all that were offered before. */
export function offerOnly(readers: readonly CrmReader[]): void {
  world[READERS] = [...readers];
}

export function offeredReaders(): readonly CrmReader[] {
  return world[READERS] ?? [];
}
