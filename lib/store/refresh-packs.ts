/** Making the packs: for our own pages and the quiet moments of the background. */
import type { Instant } from '../deal/day.ts';
import { type PackedDeal, packDeals, unpackDeals } from '../history/packed.ts';
import { isPlayed, playedChanges } from '../history/played.ts';
import { isSoundChange } from '../history/sound.ts';
import type { Change, DealSighting } from '../history/types.ts';
import { addSightings, readLooks } from './load-histories.ts';
import { dropPacks, type PackRow, packState, putPackState, unpackSound } from './packs.ts';
import type { Database, SightingRow } from './schema.ts';

/** One of 50 is rewritten in a few ms, and 10,000 deals are 200 rows. */
const DEALS_IN_BLOCK = 50;
/** Rows that are read beside the packs at most, before it is worth packing them. */
const LONGEST_TAIL = 400;
/** Packed in one transaction: recording waits for it. */
const MOST_AT_ONCE = 10_000;

/** Looks that were recorded after later ones. */
export function lateOf(looks: readonly SightingRow[], lookedAt: Instant): SightingRow[] {
  let last = lookedAt;
  return looks.filter(({ at }) => {
    const isLate = at < last;
    last = Math.max(last, at);
    return isLate;
  });
}

export async function dealsIn(db: Database, looks: readonly SightingRow[]): Promise<Set<string>> {
  const sets = await db.rowSets.bulkGet([...new Set(looks.map(({ rowSet }) => rowSet))]);
  return new Set(sets.flatMap((set) => set?.deals ?? []));
}

/** Brings the packs up to date where enough was recorded since. Step by step: a page that records waits for one at most. */
export async function refreshPacks(db: Database): Promise<void> {
  while (await packSome(db)) await new Promise((resolve) => setTimeout(resolve));
}

/** Whether more is left to do. */
function packSome(db: Database): Promise<boolean> {
  return db.transaction('rw', ['deals', 'changes', 'sightings', 'rowSets', 'packs', 'meta'], async () => {
    const state = await packState(db);
    const [all, last] = await Promise.all([
      db.changes.where('seq').above(state.upTo).limit(MOST_AT_ONCE).toArray(),
      db.changes.orderBy('seq').last(),
    ]);
    if (all.length < LONGEST_TAIL) return false;
    const upTo = all.at(-1)?.seq ?? state.upTo;
    const looks = await db.sightings.where('seq').between(state.upTo, upTo, false, true).toArray();
    const late = await dealsIn(db, lateOf(looks, state.lookedAt));
    const fresh = Map.groupBy(all, ({ deal }) => deal);
    for (const deal of [...late, ...state.stale]) if (!fresh.has(deal)) fresh.set(deal, []);
    const packs = await db.packs.toArray();
    if (!unpackSound(packs)) {
      await dropPacks(db);
      return true;
    }
    await repack(db, packs, fresh, upTo);
    const lookedAt = looks.reduce((latest, { at }) => Math.max(latest, at), state.lookedAt);
    await putPackState(db, { upTo, lookedAt, stale: [] });
    return upTo < (last?.seq ?? 0);
  });
}

async function repack(
  db: Database,
  packs: readonly PackRow[],
  fresh: Map<string, Change[]>,
  upTo: number,
): Promise<void> {
  const blocks = packs.map((pack) => ({ block: pack.block, deals: unpackDeals(pack) }));
  const sightings = new Map([...fresh.keys()].map((deal) => [deal, { sightings: [] as DealSighting[] }]));
  addSightings(sightings, await readLooks(db, [...fresh.keys()]));
  const records = new Map(
    (await db.deals.bulkGet([...fresh.keys()])).flatMap((one) => (one ? [[one.id, one] as const] : [])),
  );
  const packed = new Set<string>();
  const extend = (deal: PackedDeal): PackedDeal => {
    const added = fresh.get(deal.record.id);
    if (!added) return deal;
    const changes = [...deal.changes, ...added];
    const looks = (sightings.get(deal.record.id)?.sightings ?? []).filter(({ seq }) => seq <= upTo);
    const played = playedChanges({ changes: changes.filter(isSoundChange), sightings: looks });
    return {
      record: records.get(deal.record.id) ?? deal.record,
      changes,
      played: isPlayed(changes, played) ? null : played,
    };
  };
  const changed = blocks.filter(({ deals }) => {
    for (const { record } of deals) packed.add(record.id);
    return deals.some(({ record }) => fresh.has(record.id));
  });
  for (const block of changed) block.deals = block.deals.map(extend);
  const newcomers = [...fresh.keys()].flatMap((id) => {
    const record = packed.has(id) ? undefined : records.get(id);
    return record ? [extend({ record, changes: [], played: null })] : [];
  });
  let last = blocks.at(-1);
  for (const deal of newcomers) {
    if (!last || last.deals.length >= DEALS_IN_BLOCK) last = { block: (blocks.at(-1)?.block ?? 0) + 1, deals: [] };
    if (!blocks.includes(last)) blocks.push(last);
    if (!changed.includes(last)) changed.push(last);
    last.deals.push(deal);
  }
  await db.packs.bulkPut(changed.map(({ block, deals }): PackRow => ({ block, ...packDeals(deals) })));
}
