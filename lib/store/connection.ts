import { Dexie } from 'dexie';
import { type Database, declareSchema } from './schema.ts';
import { type Fault, faultOf, StoreError } from './store-error.ts';

/** One connection, opened by the first use, reopened when the browser closed it. */
export type Connection = {
  run<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): void;
};

/** Large enough that a disk without room for a list of deals has no room for it either. */
const PROBE_BYTES = 256 * 1024;

export function connect(name: string): Connection {
  const db = declareSchema(new Dexie(name));

  async function reopen(): Promise<void> {
    db.close({ disableAutoOpen: false });
    await db.open();
  }

  /** A full disk may show as an unknown error or a lost connection: only a write tells. */
  async function hasRoom(): Promise<boolean> {
    try {
      await reopen();
      await db.meta.put({ key: 'probe', value: 'x'.repeat(PROBE_BYTES) });
      await db.meta.delete('probe');
      return true;
    } catch (error) {
      if (faultOf(error) === 'closed') throw new StoreError('closed', 'The database does not open.', error);
      return false;
    }
  }

  const full = (error: unknown) => new StoreError('disk-full', 'There is no room left on the disk.', error);

  function asStoreError(error: unknown, fault: Fault): StoreError {
    if (fault === 'quota') return full(error);
    if (fault === 'closed') return new StoreError('closed', 'The database was closed.', error);
    return new StoreError('failed', error instanceof Error ? error.message : 'The database failed.', error);
  }

  return {
    async run(work) {
      try {
        return await work(db);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        const fault = faultOf(error);
        if (fault === 'quota' || fault === 'other') throw asStoreError(error, fault);
        if (!(await hasRoom())) throw full(error);
      }
      try {
        return await work(db);
      } catch (error) {
        throw error instanceof StoreError ? error : asStoreError(error, faultOf(error));
      }
    },
    close: () => db.close({ disableAutoOpen: false }),
  };
}
