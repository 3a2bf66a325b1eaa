/** A pipeline as of a day, quick at any size. For our own pages. */
import { dealAsOf } from '../history/deal-as-of.ts';
import type { PackedDeal } from '../history/packed.ts';
import { pipelineAsOf, type SharedLooks } from '../history/pipeline-as-of.ts';
import type { Deal, Moment } from '../history/types.ts';
import { HISTORY_TABLES, loadHistories, readLooks } from './load-histories.ts';
import { packState, readPacked } from './packs.ts';
import { dealsIn, lateOf } from './refresh-packs.ts';
import type { Database } from './schema.ts';

/**
 * Every deal as it was at `asOf`, as far as it was known at `knownAt`; without the evidence of each field, which is the
 * deal's own history's to tell.
 */
export function dealsAsOf(db: Database, moment: Moment): Promise<Deal[]> {
  return db.transaction('r', [...HISTORY_TABLES], async () => {
    const state = await packState(db);
    const [packed, { sets, sightings }, merges] = await Promise.all([
      readPacked(db, { evidence: false }),
      readLooks(db, null),
      db.merges.toArray(),
    ]);
    const tail = sightings.filter(({ seq }) => seq > state.upTo);
    const slow = await dealsIn(db, lateOf(tail, state.lookedAt));
    for (const { deal, into } of merges) slow.add(deal).add(into);
    const knewLess = moment.knownAt < state.lookedAt;
    for (const deal of packed)
      if (isOutOfOrder(deal, state.upTo) || (deal.played && knewLess)) slow.add(deal.record.id);
    const looksOf = Map.groupBy(sightings, ({ rowSet }) => rowSet);
    const shared = sets.map(({ id, deals, masks }): SharedLooks => ({ deals, masks, looks: looksOf.get(id) ?? [] }));
    const quick = packed.filter(({ record }) => !slow.has(record.id));
    const others = slow.size > 0 ? await loadHistories(db, [...slow]) : [];
    return [...pipelineAsOf(quick, shared, moment), ...others.flatMap((history) => dealAsOf(history, moment) ?? [])];
  });
}

/** Rows that came since the packs were made, and tell of an earlier moment than a row before them. */
function isOutOfOrder({ changes }: PackedDeal, upTo: number): boolean {
  return changes.some(({ seq, seenAt, exact }, at) => seq > upTo && (exact || seenAt < (changes[at - 1]?.seenAt ?? 0)));
}
