/** A pipeline as of a day, quick at any size. For our own pages. */
import { dealAsOf } from '../history/deal-as-of.ts';
import { NONE, type PackedDeal, packDeals, packedPlaces } from '../history/packed.ts';
import { pipelineAsOf, type SharedLooks } from '../history/pipeline-as-of.ts';
import type { Deal, Moment } from '../history/types.ts';
import { HISTORY_TABLES, loadHistories, readLooks } from './load-histories.ts';
import { type PackRow, packState, readPacks } from './packs.ts';
import { dealsIn, lateOf } from './refresh-packs.ts';
import type { Database } from './schema.ts';

/**
 * Every deal as it was at `asOf`, as far as it was known at `knownAt`; without the evidence of each field, which is the
 * deal's own history's to tell.
 */
export function dealsAsOf(db: Database, moment: Moment): Promise<Deal[]> {
  return db.transaction('r', [...HISTORY_TABLES], async () => {
    const state = await packState(db);
    const [read, { sets, sightings }, merges] = await Promise.all([
      readPacks(db),
      readLooks(db, null),
      db.merges.toArray(),
    ]);
    const tail = sightings.filter(({ seq }) => seq > state.upTo);
    const slow = await dealsIn(db, lateOf(tail, state.lookedAt));
    for (const { deal, into } of merges) slow.add(deal).add(into);
    const looksOf = Map.groupBy(sightings, ({ rowSet }) => rowSet);
    const shared = sets.map(({ id, deals, masks }): SharedLooks => ({ deals, masks, looks: looksOf.get(id) ?? [] }));
    const quick = read && quickly(read, { slow, shared, moment, state });
    const others = !quick || slow.size > 0 ? await loadHistories(db, quick ? [...slow] : undefined) : [];
    return [...(quick ?? []), ...others.flatMap((history) => dealAsOf(history, moment) ?? [])];
  });
}

type Reading = {
  /** Deals whose histories must tell; those that turn out so are added. */
  slow: Set<string>;
  shared: readonly SharedLooks[];
  moment: Moment;
  state: { upTo: number; lookedAt: number };
};

/** Null where a pack is damaged. */
function quickly(
  { packs, since }: { packs: readonly PackRow[]; since: ReadonlyMap<string, PackedDeal> },
  { slow, shared, moment, state }: Reading,
): Deal[] | null {
  try {
    const knewLess = moment.knownAt < state.lookedAt;
    if (knewLess) for (const { head } of packs.flatMap(packedPlaces)) if (head[6] !== NONE) slow.add(head[0]);
    for (const deal of since.values())
      if (isOutOfOrder(deal, state.upTo) || (deal.played && knewLess)) slow.add(deal.record.id);
    const fresh = [...since.values()].filter(({ record }) => !slow.has(record.id));
    return [
      ...pipelineAsOf(packs, shared, moment, slow.union(new Set(since.keys()))),
      ...pipelineAsOf([packDeals(fresh)], shared, moment),
    ];
  } catch {
    return null;
  }
}

/** Rows that came since the packs were made, and tell of an earlier moment than a row before them. */
function isOutOfOrder({ changes }: PackedDeal, upTo: number): boolean {
  return changes.some(({ seq, seenAt, exact }, at) => seq > upTo && (exact || seenAt < (changes[at - 1]?.seenAt ?? 0)));
}
