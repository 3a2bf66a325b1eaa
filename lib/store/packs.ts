/** The changes of all deals in a form that is quick to read. A copy: thrown away and made anew from the rows at any time. */
import type { Instant } from '../deal/day.ts';
import { type PackedDeal, unpackDeals } from '../history/packed.ts';
import type { Change } from '../history/types.ts';
import type { Database } from './schema.ts';

export type PackRow = { block: number; rows: string; evidence: string };

/**
 * Rows up to the place `upTo` are packed; the last look among them was at `lookedAt`. `stale`: deals whose record, its
 * link or its site, was written anew since.
 */
export type PackState = { upTo: number; lookedAt: Instant; stale: string[] };

const KEY = 'packs';

export async function packState(db: Database): Promise<PackState> {
  const known = (await db.meta.get(KEY))?.value as PackState | undefined;
  return known ?? { upTo: 0, lookedAt: 0, stale: [] };
}

export async function putPackState(db: Database, state: PackState): Promise<void> {
  await db.meta.put({ key: KEY, value: state });
}

/** Inside the transaction that wrote these records anew. */
export async function markStale(db: Database, deals: readonly string[]): Promise<void> {
  const state = deals.length > 0 ? await packState(db) : null;
  if (state && state.upTo > 0) await putPackState(db, { ...state, stale: [...new Set([...state.stale, ...deals])] });
}

/** After rows were taken away or written anew: inside the transaction that did it. */
export async function dropPacks(db: Database): Promise<void> {
  await db.packs.clear();
  await db.meta.delete(KEY);
}

/** Every deal with its changes: as packed, and with what was recorded since. Without `evidence` it is left out. */
export async function readPacked(db: Database, { evidence }: { evidence: boolean }): Promise<PackedDeal[]> {
  const state = await packState(db);
  const [packs, tail] = await Promise.all([db.packs.toArray(), db.changes.where('seq').above(state.upTo).toArray()]);
  const deals = new Map(
    packs
      .flatMap((pack) => unpackDeals(pack.rows, evidence ? pack.evidence : undefined))
      .map((deal) => [deal.record.id, deal]),
  );
  const fresh = new Map<string, Change[]>();
  for (const row of tail) {
    const rows = fresh.get(row.deal);
    if (rows) rows.push(row);
    else fresh.set(row.deal, [row]);
  }
  const unknown = [...new Set([...fresh.keys(), ...state.stale])].filter(
    (id) => !deals.has(id) || state.stale.includes(id),
  );
  for (const record of await db.deals.bulkGet(unknown)) {
    if (!record) continue;
    const known = deals.get(record.id);
    deals.set(record.id, { changes: [], played: null, ...known, record });
  }
  for (const [id, rows] of fresh) {
    const deal = deals.get(id);
    const played = deal?.played ? [...deal.played, ...rows] : null;
    if (deal) deals.set(id, { ...deal, changes: [...deal.changes, ...rows], played });
  }
  return [...deals.values()];
}
