import { Dexie } from 'dexie';
import type { CrmId } from '../deal/reading.ts';
import { rootsOf } from './merges.ts';
import { type Database, tablesIn } from './schema.ts';

/** Looks that are gone through for them: some deals are looked at many times a day. */
const MOST_LOOKS = 200;

/** The deals whose own pages were opened last in one installation, the latest first. */
export function recentlyOpened(db: Database, crm: CrmId, tenant: string, most: number): Promise<string[]> {
  return db.transaction('r', tablesIn(db, ['merges', 'sightings', 'rowSets']), async () => {
    const range = [crm, tenant, 'record'];
    const looks = await db.sightings
      .where('[crm+tenant+page+at]')
      .between([...range, Dexie.minKey], [...range, Dexie.maxKey])
      .reverse()
      .limit(MOST_LOOKS)
      .toArray();
    const sets = await db.rowSets.bulkGet([...new Set(looks.map(({ rowSet }) => rowSet))]);
    const dealsOf = new Map(sets.flatMap((set) => (set ? [[set.id, set.deals] as const] : [])));
    const roots = await rootsOf(db);
    return [...new Set(looks.flatMap(({ rowSet }) => dealsOf.get(rowSet) ?? []).map(roots))].slice(0, most);
  });
}
