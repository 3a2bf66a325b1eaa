import { Dexie } from 'dexie';
import { type Vanished, vanishedFrom } from '../history/vanished.ts';
import { rootsOf } from './merges.ts';
import { type Database, tablesIn } from './schema.ts';

/** Looks at all views of one kind that are gone through for one of them: some weeks of daily work. */
const MOST_LOOKS = 500;

/** What is gone from a view since it was last seen whole; see `vanishedFrom`. */
export function goneFrom(
  db: Database,
  view: { crm: string; tenant: string; page: 'list' | 'board'; url: string },
): Promise<Vanished | null> {
  return db.transaction('r', tablesIn(db, ['merges', 'sightings', 'rowSets']), async () => {
    const range = [view.crm, view.tenant, view.page];
    const all = await db.sightings
      .where('[crm+tenant+page+at]')
      .between([...range, Dexie.minKey], [...range, Dexie.maxKey])
      .reverse()
      .limit(MOST_LOOKS)
      .toArray();
    const looks = all.filter((look) => look.view === view.url).reverse();
    const sets = await db.rowSets.bulkGet([...new Set(looks.map(({ rowSet }) => rowSet))]);
    const dealsOf = new Map(sets.flatMap((set) => (set ? [[set.id, set.deals] as const] : [])));
    const roots = await rootsOf(db);
    return vanishedFrom(
      looks.map(({ at, rows, rowSet }) => ({ at, rows, deals: dealsOf.get(rowSet)?.map(roots) ?? [] })),
    );
  });
}
