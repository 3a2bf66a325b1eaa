import { changesApart } from '../history/join-rows.ts';
import { playTogether } from '../history/merge-histories.ts';
import type { Change, DealRecord } from '../history/types.ts';
import { loadRows } from './load-histories.ts';
import type { Merge } from './merge-rows.ts';
import { eachPage, fromAside } from './table-pages.ts';

/** As many as are looked up one by one, see `loadRows`. */
const DEALS_AT_ONCE = 20;

/** The changes that the backup knows more, and what its looks and ours say of each other's. Before the looks are joined. */
export async function mergeChanges(merge: Merge): Promise<void> {
  const { from, ours } = merge;
  await eachPage<DealRecord>(
    from.deals,
    async (page) => {
      for (let at = 0; at < page.length; at += DEALS_AT_ONCE) {
        const theirs = page.slice(at, at + DEALS_AT_ONCE).map(({ id }) => id);
        const said = await fromAside(() => loadRows(from, theirs));
        const known = await loadRows(merge.db, [...new Set(theirs.map((id) => ours.get(id) ?? id))]);
        for (const [id, rows] of said) await mergeDeal(merge, ours.get(id) ?? id, known, rows);
      }
    },
    fromAside,
  );
}

type Rows = Awaited<ReturnType<typeof loadRows>> extends Map<string, infer R> ? R : never;

async function mergeDeal(merge: Merge, deal: string, all: ReadonlyMap<string, Rows>, said: Rows): Promise<void> {
  const { db, shift } = merge;
  const known = all.get(deal);
  if (!known) return;
  const apart = changesApart(known.changes, said.changes);
  if (apart.ours.length + apart.theirs.length === 0) return;
  const news = apart.theirs.map((row): Change => ({ ...row, deal, seq: shift + row.seq }));
  // In the order in which they will stand here.
  const theirs = {
    changes: said.changes.map((row) => ({ ...row, seq: shift + row.seq })),
    sightings: said.sightings.map((look) => ({ ...look, seq: shift + look.seq })),
  };
  const { unsaid } = known.changes.length > 0 ? playTogether([known, theirs]) : { unsaid: [] };
  const rows = [...news, ...unsaid.map((row): Change => ({ ...row, deal, seq: merge.next++ }))];
  if (rows.length === 0) return;
  // Another deal of the backup may be the same one here.
  known.changes.push(...rows);
  merge.grown.add(deal);
  merge.isLonger = true;
  if (!merge.isDry) await db.changes.bulkAdd(rows);
}
