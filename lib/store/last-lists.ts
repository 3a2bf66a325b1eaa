import { Dexie } from 'dexie';
import type { Sighting } from '../history/types.ts';
import { type Roots, rootsOf } from './merges.ts';
import { type Database, tablesIn } from './schema.ts';

/** The latest list or board of one CRM installation, and which deals were on it. */
export type LastList = Pick<Sighting, 'crm' | 'tenant' | 'at' | 'deals' | 'rows'> & { page: 'list' | 'board' };

/** One per installation, the latest first. */
export async function lastLists(db: Database): Promise<LastList[]> {
  return db.transaction('r', tablesIn(db, ['deals', 'merges', 'sightings', 'rowSets']), async () => {
    const tenants = (await db.deals.orderBy('[crm+tenant]').uniqueKeys()) as unknown as [string, string][];
    const roots = await rootsOf(db);
    const latest = await Promise.all(tenants.map(([crm, tenant]) => lastListOf(db, crm, tenant, roots)));
    return latest.filter((list) => list !== null).sort((a, b) => b.at - a.at);
  });
}

async function lastListOf(db: Database, crm: string, tenant: string, roots: Roots): Promise<LastList | null> {
  let latest: LastList | null = null;
  for (const page of ['list', 'board'] as const) {
    const range = [crm, tenant, page];
    const seen = await db.sightings
      .where('[crm+tenant+page+at]')
      .between([...range, Dexie.minKey], [...range, Dexie.maxKey])
      .last();
    if (seen && (!latest || seen.at > latest.at)) {
      const deals = [...new Set((await db.rowSets.get(seen.rowSet))?.deals.map(roots))];
      latest = { crm, tenant, page, at: seen.at, deals, rows: seen.rows };
    }
  }
  return latest;
}
