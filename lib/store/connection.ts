import { Dexie } from 'dexie';
import { diskHasRoom } from './disk-room.ts';
import { type Database, declareSchema, SCHEMA_STEPS, type SchemaStep } from './schema.ts';
import { type Fault, faultOf, formError, StoreError } from './store-error.ts';
import { tellWritten, type Written } from './written.ts';

/** One connection, opened by the first use, reopened when the browser closed it. */
export type Connection = {
  run<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** For what adds to the database: not even tried on a disk without room. `what` it is that the others are told. */
  write<T>(work: (db: Database) => Promise<T>, what?: Written): Promise<T>;
  close(): void;
};

/** Large enough that a disk without room for a list of deals has no room for it either. */
const PROBE_BYTES = 256 * 1024;

/** `steps`: every form of the database, oldest first; tests give others. */
export function connect(name: string, steps: readonly SchemaStep[] = SCHEMA_STEPS): Connection {
  let db = declared(name, steps);
  const latest = steps.at(-1)?.version ?? 0;

  /**
   * Opens the database, in the last form that it has where it cannot be brought into ours: what is on record can be read
   * and saved then, and nothing is written.
   */
  async function open(): Promise<void> {
    if (db.isOpen()) return;
    try {
      await db.open();
    } catch (error) {
      const version = await versionOf(name);
      if (version === 0 || version >= latest) throw error;
      db = readOnly(
        declared(
          name,
          steps.filter((step) => step.version <= version),
        ),
      );
      await db.open();
    }
  }

  async function reopen(): Promise<void> {
    db.close({ disableAutoOpen: false });
    await open();
  }

  /** The last write or opening failed as it does on a full disk: nothing is tried before there is room. */
  let suspect = false;

  /** A full disk may show as an unknown error or a lost connection: only a write tells. */
  async function hasRoom(): Promise<boolean> {
    suspect = true;
    if (!(await diskHasRoom())) return false;
    try {
      await reopen();
      await db.meta.put({ key: 'probe', value: 'x'.repeat(PROBE_BYTES) });
      await db.meta.delete('probe');
      suspect = false;
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

  async function run<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      if (suspect && !(await hasRoom())) throw full(null);
      await open();
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
  }

  return {
    run,
    async write(work, what) {
      if (!(await diskHasRoom())) throw full(null);
      const done = await run(work);
      tellWritten(what);
      return done;
    },
    close: () => db.close({ disableAutoOpen: false }),
  };
}

/** Dexie counts in whole versions, the browser in tenths of them. */
const DEXIE_FACTOR = 10;

/** 0 where there is no such database yet. */
async function versionOf(name: string): Promise<number> {
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  return (found?.version ?? 0) / DEXIE_FACTOR;
}

/** The database in the last of these forms, and in no other: by itself Dexie opens a newer one, and adds what it lacks. */
function declared(name: string, steps: readonly SchemaStep[]): Database {
  const own = (steps.at(-1)?.version ?? 0) * DEXIE_FACTOR;
  const open = (asked: string, version?: number) => {
    if (version === undefined) throw formError('newer');
    if (version > own) throw new StoreError('failed', 'The database is not in the form that it says.');
    return indexedDB.open(asked, version);
  };
  return declareSchema(new Dexie(name, { indexedDB: { open } }), steps);
}

function readOnly(db: Database): Database {
  const transaction = db.transaction.bind(db) as (mode: string, ...rest: unknown[]) => unknown;
  db.transaction = ((mode: string, ...rest: unknown[]) => {
    if (mode.startsWith('rw')) throw formError('not-upgraded');
    return transaction(mode, ...rest);
  }) as typeof db.transaction;
  // What is written without a transaction of ours gets one from Dexie.
  db.use({
    stack: 'dbcore',
    create: (core) => ({
      ...core,
      table: (name) => ({ ...core.table(name), mutate: () => Promise.reject(formError('not-upgraded')) }),
    }),
  });
  return db;
}
