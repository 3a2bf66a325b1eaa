import { foldRows } from '../history/fold.ts';
import { loadRows } from './load-histories.ts';
import { stateOf } from './record-look.ts';
import type { Database, StateRow } from './schema.ts';

/** As many as are looked up one by one, see `loadRows`. */
const DEALS_AT_ONCE = 20;

/** The checkpoints of these deals from their rows alone. One whose rows say nothing has none. */
export async function rebuildStates(db: Database, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += DEALS_AT_ONCE) {
    const some = ids.slice(at, at + DEALS_AT_ONCE);
    const [rows, deals] = [await loadRows(db, some), await db.deals.bulkGet(some)];
    const states = deals.flatMap((deal): StateRow[] => {
      const own = deal && rows.get(deal.id);
      if (!deal || !own || own.changes.length + own.sightings.length === 0) return [];
      return [stateOf(deal, foldRows(own))];
    });
    await db.states.bulkPut(states);
  }
}
