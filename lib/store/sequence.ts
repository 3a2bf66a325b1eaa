import type { Database } from './schema.ts';

export const SEQUENCE_KEY = 'seq';

/**
 * The next `count` places in the order of recording; gives the first. Called inside the transaction that writes the
 * rows, so that two tabs never get the same place and a row that is not kept takes none.
 */
export async function takeSequence(db: Database, count: number): Promise<number> {
  const last = (await db.meta.get(SEQUENCE_KEY))?.value;
  const first = (typeof last === 'number' ? last : 0) + 1;
  await db.meta.put({ key: SEQUENCE_KEY, value: first + count - 1 });
  return first;
}
