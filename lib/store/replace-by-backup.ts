import { isLeftOut, LOCAL } from './local-rows.ts';
import type { Database } from './schema.ts';
import { eachPage, fromAside } from './table-pages.ts';

/** This database becomes the backup's, but for the rows of this browser alone. One transaction: all of it or nothing. */
export function replaceByBackup(db: Database, from: Database): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    const own = await db.meta.where('key').startsWith(LOCAL).toArray();
    for (const table of db.tables) {
      await table.clear();
      const copy = (rows: object[]) => table.bulkAdd(rows.filter((row) => !isLeftOut(table.name, row)));
      await eachPage<object>(from.table(table.name), async (rows) => void (await copy(rows)), fromAside);
    }
    await db.meta.bulkPut(own);
  });
}
