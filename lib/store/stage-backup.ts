import { Dexie } from 'dexie';
import { BackupError } from '../backup/backup-error.ts';
import type { BackupHeader } from '../backup/header.ts';
import { openBackup } from '../backup/read-file.ts';
import { rowOf } from '../backup/row-text.ts';
import { isLeftOut } from './local-rows.ts';
import { tableInDisorder } from './row-checks.ts';
import { type Database, declareSchema, SCHEMA_STEPS, stepsUpTo } from './schema.ts';
import { faultOf, StoreError } from './store-error.ts';

/** The database beside the real one where a backup is put together and looked through. */
export const asideOf = (name: string) => `${name}-restore`;

/** Rows written at once, by their weight as text. */
const BATCH_LETTERS = 250_000;

export type Staged = { header: BackupHeader; db: Database };

/** Newest form of the rows that is understood here. */
export const schemaVersion = (): number => SCHEMA_STEPS.at(-1)?.version ?? 0;

/**
 * Reads a whole backup into a database beside the real one: each byte is checked as it comes, the rows stand as they were
 * in the version that they were backed up from, the real steps bring them up to today's, and each row is looked at. The
 * real database is not touched. Throws a `BackupError`, or a `StoreError` where there is no room for it.
 */
export async function stageBackup(
  name: string,
  file: Blob,
  passphrase: string | null,
  told?: (share: number) => void,
): Promise<Staged> {
  const reader = await openBackup(file, schemaVersion());
  const { header } = reader;
  const aside = asideOf(name);
  await Dexie.delete(aside);
  const old = declareSchema(new Dexie(aside), stepsUpTo(header.schema));
  try {
    const lines = reader.lines(passphrase, (bytes) => told?.(bytes / file.size));
    await putLines(old, header, lines);
    old.close();
    return { header, db: await upgraded(aside) };
  } catch (error) {
    old.close();
    await Dexie.delete(aside).catch(() => {});
    if (error instanceof BackupError || error instanceof StoreError) throw error;
    if (faultOf(error) === 'quota') {
      throw new StoreError('disk-full', 'There is no room on the disk to look into this backup.', error);
    }
    throw new BackupError('unreadable', error);
  }
}

async function putLines(db: Database, header: BackupHeader, lines: AsyncGenerator<string, void>): Promise<void> {
  const counted: Record<string, number> = {};
  let table = '';
  let batch: object[] = [];
  let weight = 0;
  const flush = async () => {
    // Added, not put: two rows under one key are no backup of ours.
    if (batch.length > 0) await db.table(table).bulkAdd(batch);
    batch = [];
    weight = 0;
  };
  for await (const line of lines) {
    if (line.startsWith('"')) {
      await flush();
      table = JSON.parse(line) as string;
      if (table in counted || !db.tables.some(({ name }) => name === table)) throw new BackupError('unreadable');
      counted[table] = 0;
      continue;
    }
    const row = rowOf(line);
    if (!(table in counted) || isLeftOut(table, row)) throw new BackupError('unreadable');
    counted[table] = (counted[table] ?? 0) + 1;
    batch.push(row);
    weight += line.length;
    if (weight > BATCH_LETTERS) await flush();
  }
  await flush();
  const named = Object.keys(header.rows);
  const isWhole =
    named.length === Object.keys(counted).length && named.every((one) => header.rows[one] === counted[one]);
  if (!isWhole) throw new BackupError('unreadable');
}

/** By the same steps that a database takes when the extension is updated. */
async function upgraded(aside: string): Promise<Database> {
  const db = declareSchema(new Dexie(aside));
  try {
    await db.open();
    const wrong = await tableInDisorder(db);
    if (wrong !== null) throw new BackupError('unreadable', new Error(wrong));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
