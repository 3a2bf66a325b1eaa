import type { BackupKey } from '../backup/lock.ts';
import { rowText } from '../backup/row-text.ts';
import { backupFile } from '../backup/write-file.ts';
import type { Instant } from '../deal/day.ts';
import { isLeftOut } from './local-rows.ts';
import type { Database } from './schema.ts';
import { eachPage } from './table-pages.ts';

export type BackupAbout = { at: Instant; madeBy: string; key: BackupKey | null };

/**
 * Everything on record as one file, whatever its tables are. All rows are of one moment: one transaction reads them page
 * by page into a blob, which the browser keeps on its disk where it grows; what takes its time (packing, locking) is done
 * from that copy, after the transaction. A recording that comes meanwhile waits for the reading alone.
 */
export async function backUp(db: Database, { at, madeBy, key }: BackupAbout): Promise<ReadableStream<Uint8Array>> {
  const rows: Record<string, number> = {};
  const parts: Blob[] = [];
  await db.transaction('r', db.tables, async () => {
    for (const table of db.tables) {
      parts.push(new Blob([`${JSON.stringify(table.name)}\n`]));
      rows[table.name] = 0;
      await eachPage(table, (page) => {
        const kept = page.filter((row) => !isLeftOut(table.name, row));
        const text = kept.map((row) => `${rowText(row)}\n`).join('');
        parts.push(new Blob([text]));
        rows[table.name] = (rows[table.name] ?? 0) + kept.length;
        return text.length;
      });
    }
  });
  return backupFile({ schema: db.verno, madeAt: at, madeBy, rows }, new Blob(parts).stream(), key);
}
