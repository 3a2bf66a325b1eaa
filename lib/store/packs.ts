/** The changes of all deals in a form that is quick to read. A copy: thrown away and made anew from the rows at any time. */
import type { Instant } from '../deal/day.ts';
import { type Packed, type PackedDeal, unpackDeals } from '../history/packed.ts';
import { isSoundChange } from '../history/sound.ts';
import type { Change } from '../history/types.ts';
import type { Database } from './schema.ts';

export type PackRow = Packed & { block: number };

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

/** Null where a pack is damaged: then the rows tell, as they do without packs. */
export function unpackSound(packs: readonly PackRow[]): PackedDeal[] | null {
  try {
    return packs.flatMap((pack) => unpackDeals(pack));
  } catch {
    return null;
  }
}

async function readRowByRow(db: Database): Promise<PackedDeal[]> {
  const [records, rows] = await Promise.all([db.deals.toArray(), db.changes.toArray()]);
  const changes = Map.groupBy(rows, ({ deal }) => deal);
  return records.map((record) => ({ record, changes: changes.get(record.id) ?? [], played: null }));
}

/**
 * The packs, and the deals of which more was recorded since: whole, as they stand now, and to be left out of the packs.
 * Null where a pack is damaged.
 */
export async function readPacks(db: Database): Promise<{ packs: PackRow[]; since: Map<string, PackedDeal> } | null> {
  const state = await packState(db);
  const [packs, tail] = await Promise.all([
    db.packs?.toArray() ?? [],
    db.changes.where('seq').above(state.upTo).toArray(),
  ]);
  const fresh = Map.groupBy(tail, ({ deal }) => deal);
  const ids = [...new Set([...fresh.keys(), ...state.stale])];
  try {
    const touched = new Set(ids);
    const known = new Map(packs.flatMap((pack) => unpackDeals(pack, touched)).map((deal) => [deal.record.id, deal]));
    const unknown = ids.filter((id) => !known.has(id) || state.stale.includes(id));
    for (const record of await db.deals.bulkGet(unknown)) {
      if (record) known.set(record.id, { changes: [], played: null, ...known.get(record.id), record });
    }
    const since = [...known].map(([id, deal]) => [id, extended(deal, fresh.get(id) ?? [])] as const);
    return { packs, since: new Map(since) };
  } catch {
    return null;
  }
}

function extended({ record, changes, played }: PackedDeal, rows: readonly Change[]): PackedDeal {
  const sound = rows.filter(isSoundChange);
  const isSame = !played && sound.length === rows.length;
  return { record, changes: [...changes, ...rows], played: isSame ? null : [...(played ?? changes), ...sound] };
}

/** Every deal with its changes: as packed, and with what was recorded since. */
export async function readPacked(db: Database): Promise<PackedDeal[]> {
  const read = await readPacks(db);
  const packed = read && unpackSound(read.packs);
  if (!packed) return readRowByRow(db);
  return [...packed.filter(({ record }) => !read.since.has(record.id)), ...read.since.values()];
}
