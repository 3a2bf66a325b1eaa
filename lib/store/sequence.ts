import type { Instant } from '../deal/day.ts';
import type { Database } from './schema.ts';

const KEY = 'seq';

/** A place in the order of recording, and when it was taken by this computer's clock. */
export type Place = { seq: number; at: Instant };

/**
 * The last place taken in the order of recording. Read and written inside the transaction that writes the rows, so that
 * two tabs never get the same place and a row that is not kept takes none.
 */
export async function lastPlace(db: Database): Promise<Place> {
  const last = await db.meta.get(KEY);
  return { seq: typeof last?.value === 'number' ? last.value : 0, at: last?.at ?? 0 };
}

export async function putPlace(db: Database, { seq, at }: Place): Promise<void> {
  await db.meta.put({ key: KEY, value: seq, at });
}
