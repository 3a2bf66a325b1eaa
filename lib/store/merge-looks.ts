import type { Merge } from './merge-rows.ts';
import { addRowSet, findRowSet, rowsOf } from './row-sets.ts';
import type { RowSet, SightingRow } from './schema.ts';
import { eachPage, fromAside } from './table-pages.ts';

/** The looks that only the backup has: each reading has an id of its own, whichever browser made it. */
export async function mergeLooks(merge: Merge): Promise<void> {
  const { db, from } = merge;
  await eachPage<SightingRow>(
    from.sightings,
    async (page) => {
      const readings = page.map(({ reading }) => reading);
      const known = new Set(
        (await db.sightings.where('reading').anyOf(readings).toArray()).map(({ reading }) => reading),
      );
      const missing = page.filter(({ reading }) => !known.has(reading));
      if (missing.length === 0) return;
      merge.isLonger = true;
      const ids = [...new Set(missing.map(({ rowSet }) => rowSet))];
      const sets = (await fromAside(() => from.rowSets.bulkGet(ids))).filter((set) => set !== undefined);
      const rowSets = new Map<number, number>();
      for (const set of sets) rowSets.set(set.id, await keepSet(merge, set));
      if (merge.isDry) return;
      await db.sightings.bulkAdd(
        missing.map((row) => ({ ...row, seq: merge.shift + row.seq, rowSet: rowSets.get(row.rowSet) ?? 0 })),
      );
    },
    fromAside,
  );
}

/** The same rows by our ids. Two deals of the backup may be one here. */
async function keepSet({ db, ours, grown, isDry }: Merge, { deals, masks }: RowSet): Promise<number> {
  const mask = new Map<string, number>();
  deals.forEach((deal, at) => {
    const id = ours.get(deal) ?? deal;
    mask.set(id, (mask.get(id) ?? 0) | (masks[at] ?? 0));
    grown.add(id);
  });
  if (isDry) return 0;
  const rows = rowsOf([...mask.keys()], [...mask.values()]);
  return (await findRowSet(db, rows)) ?? addRowSet(db, rows);
}
