import type { Database } from './schema.ts';

const KEY = 'seq';

/**
 * The last place taken in the order of recording. Read and written inside the transaction that writes the rows, so that
 * two tabs never get the same place and a row that is not kept takes none.
 */
export async function lastSequence(db: Database): Promise<number> {
  const last = (await db.meta.get(KEY))?.value;
  return typeof last === 'number' ? last : 0;
}

export async function putSequence(db: Database, last: number): Promise<void> {
  await db.meta.put({ key: KEY, value: last });
}
