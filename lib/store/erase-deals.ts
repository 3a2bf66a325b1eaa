import { hashOfRows } from './row-sets.ts';
import type { Database } from './schema.ts';

type TableOfDeals = 'aliases' | 'changes' | 'promises' | 'waits' | 'prompts' | 'answers' | 'past' | 'pastLooks';

/** For a table each of whose rows belongs to one deal. */
export const dropOfDeals = (name: TableOfDeals) => (db: Database, deals: readonly string[]) =>
  db.table(name).where('deal').anyOf(deals).delete();

/** A look at a list stays for the other deals on it; one that showed these alone goes with them. */
export async function dropInLooks(db: Database, deals: readonly string[]): Promise<void> {
  const gone = new Set(deals);
  const sets = await db.rowSets.where('deals').anyOf(deals).distinct().toArray();
  const left = sets.map(({ id, deals: all, masks }) => {
    const kept = all.flatMap((deal, at) => (gone.has(deal) ? [] : [at]));
    const rows = { deals: kept.map((at) => all[at] ?? ''), masks: kept.map((at) => masks[at] ?? 0) };
    return { id, hash: hashOfRows(rows), ...rows };
  });
  const empty = left.filter((set) => set.deals.length === 0).map(({ id }) => id);
  await db.rowSets.bulkPut(left.filter((set) => set.deals.length > 0));
  await db.rowSets.bulkDelete(empty);
  await db.sightings.where('rowSet').anyOf(empty).delete();
}

/** Sets that no look refers to any more. */
export async function dropUnusedSets(db: Database): Promise<void> {
  const used = new Set(await db.sightings.orderBy('rowSet').uniqueKeys());
  const ids = await db.rowSets.toCollection().primaryKeys();
  await db.rowSets.bulkDelete(ids.filter((id) => !used.has(id)));
}
