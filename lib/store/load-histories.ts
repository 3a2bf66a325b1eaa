import type { Table } from 'dexie';
import type { DealAnswer } from '../deal/answer.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import { isSoundChange } from '../history/sound.ts';
import type { Change, DealHistory, DealPast, DealRecord, DealSighting, PastLook, PastRow } from '../history/types.ts';
import { withCarriedPromises } from '../process/courier-promises.ts';
import { joinMembers, rootsOf, withMembers } from './merges.ts';
import { readPacked } from './packs.ts';
import { type Database, type RowSet, type SightingRow, tablesIn } from './schema.ts';
import { stagesFor } from './stage-sets.ts';

export const HISTORY_TABLES = [
  'deals',
  'merges',
  'changes',
  'packs',
  'sightings',
  'rowSets',
  'stageSets',
  'promises',
  'waits',
  'prompts',
  'answers',
  'past',
  'pastLooks',
  'meta',
] as const;

/** Up to this many deals, or up to a tenth of all, are looked up one by one; beyond that all are read together. */
const MOST_LOOKUPS = 20;
const SHARE_OF_LOOKUPS = 10;

/**
 * Whole histories: of the deals named, or of all. Ids that are not known are left out; deals that are one are one, under
 * the id that it is shown as.
 */
export function loadHistories(db: Database, ids?: readonly string[]): Promise<DealHistory[]> {
  return db.transaction('r', tablesIn(db, HISTORY_TABLES), async () => {
    if (!ids) return joinMembers(await loadOwn(db, null), await rootsOf(db)).map(withCarriedPromises);
    const { roots, members } = await withMembers(db, ids);
    const areFew = members.length <= MOST_LOOKUPS || members.length * SHARE_OF_LOOKUPS <= (await db.deals.count());
    const histories = await loadOwn(db, areFew ? members : null);
    const wanted = new Set(members);
    const own = areFew ? histories : histories.filter(({ deal }) => wanted.has(deal.id));
    return joinMembers(own, roots).map(withCarriedPromises);
  });
}

/** `of`: null for all. */
async function loadOwn(db: Database, of: readonly string[] | null): Promise<DealHistory[]> {
  const rowsOf = <Row extends { deal: string }>(table: Table<Row>) => readRows(table, of);
  const [deals, looks, promises, waits, prompts, answers, past, pastLooks, stageSets] = await Promise.all([
    of ? readDeals(db, of) : readPacked(db),
    readLooks(db, of),
    rowsOf<DealPromise>(db.promises),
    rowsOf<AgreedWait>(db.waits),
    rowsOf<PromptEvent>(db.prompts),
    db.answers ? rowsOf<DealAnswer>(db.answers) : [],
    db.past ? rowsOf<PastRow>(db.past) : [],
    db.past ? rowsOf<PastLook>(db.pastLooks) : [],
    db.stageSets.toArray(),
  ]);
  const histories = new Map(deals.map(({ record, changes }) => [record.id, historyWith(record, changes)]));
  addSightings(histories, looks);
  for (const row of promises) histories.get(row.deal)?.promises.push(row);
  for (const row of waits) histories.get(row.deal)?.waits.push(row);
  for (const row of prompts) histories.get(row.deal)?.prompts.push(row);
  addAnswers(histories, answers);
  addPast(histories, past, pastLooks);
  const setsOf = Map.groupBy(stageSets, ({ crm, tenant }) => JSON.stringify([crm, tenant]));
  for (const history of histories.values()) {
    putInOrder(history);
    const { crm, tenant } = history.deal;
    history.stages = stagesFor(history.changes, setsOf.get(JSON.stringify([crm, tenant])) ?? []);
  }
  return [...histories.values()];
}

function historyWith(record: DealRecord, all: Change[]): DealHistory {
  const changes = all.every(isSoundChange) ? all : all.filter(isSoundChange);
  const damaged = all.length - changes.length;
  return { ...emptyHistory(record), changes, ...(damaged > 0 ? { damaged } : {}) };
}

/** A request for each deal: they run side by side, where a cursor over their keys would go row by row. */
async function readRows<Row extends { deal: string }>(table: Table<Row>, of: readonly string[] | null): Promise<Row[]> {
  // Promises and prompts are few: all of them may be fewer than the requests.
  if (!of || (of.length > MOST_LOOKUPS && (await table.count()) <= of.length)) return table.toArray();
  return (await Promise.all(of.map((deal) => table.where('deal').equals(deal).toArray()))).flat();
}

async function readDeals(db: Database, of: readonly string[]): Promise<{ record: DealRecord; changes: Change[] }[]> {
  const [records, changes] = await Promise.all([
    db.deals.bulkGet([...of]),
    Promise.all(of.map((deal) => db.changes.where('deal').equals(deal).toArray())),
  ]);
  return records.flatMap((record, at) => (record ? [{ record, changes: changes[at] ?? [] }] : []));
}

/** The rows of some deals that a late reading is compared with. */
export async function loadRows(db: Database, ids: readonly string[]) {
  const rows = new Map(ids.map((id) => [id, { changes: [] as Change[], sightings: [] as DealSighting[] }]));
  if (ids.length === 0) return rows;
  for (const row of await readRows<Change>(db.changes, ids))
    if (isSoundChange(row)) rows.get(row.deal)?.changes.push(row);
  addSightings(rows, await readLooks(db, ids));
  return rows;
}

type Looks = { sets: RowSet[]; sightings: SightingRow[] };

/** Every look at the deals named, or at any. */
export async function readLooks(db: Database, of: readonly string[] | null): Promise<Looks> {
  if (!of) return { sets: await db.rowSets.toArray(), sightings: await db.sightings.toArray() };
  // Keys first: a set of hundreds of rows holds many of the deals, and is read once.
  const keys = await Promise.all(of.map((deal) => db.rowSets.where('deals').equals(deal).primaryKeys()));
  const ids = [...new Set(keys.flat())];
  const [sets, sightings] = await Promise.all([
    db.rowSets.bulkGet(ids),
    Promise.all(ids.map((id) => db.sightings.where('rowSet').equals(id).toArray())),
  ]);
  return { sets: sets.filter((set) => set !== undefined), sightings: sightings.flat() };
}

export function addSightings(
  into: ReadonlyMap<string, { sightings: DealSighting[] }>,
  { sets, sightings }: Looks,
): void {
  const wanted = new Map(
    sets.map(({ id, deals, masks }) => [
      id,
      deals.flatMap((deal, at) => {
        const rows = into.get(deal)?.sightings;
        return rows ? [{ rows, mask: masks[at] ?? 0 }] : [];
      }),
    ]),
  );
  for (const { seq, at, recordedAt, page, rowSet } of sightings) {
    for (const { rows, mask } of wanted.get(rowSet) ?? []) rows.push({ seq, at, recordedAt, page, mask });
  }
}

function addAnswers(into: ReadonlyMap<string, DealHistory>, rows: readonly DealAnswer[]): void {
  for (const row of rows) {
    const history = into.get(row.deal);
    if (history) history.answers = [...(history.answers ?? []), row];
  }
}

function addPast(into: ReadonlyMap<string, DealHistory>, rows: readonly PastRow[], looks: readonly PastLook[]): void {
  const pastOf = (deal: string): DealPast | undefined => {
    const history = into.get(deal);
    if (history) history.past ??= { rows: [], looks: [] };
    return history?.past;
  };
  for (const row of rows) pastOf(row.deal)?.rows.push(row);
  for (const look of looks) pastOf(look.deal)?.looks.push(look);
}

function emptyHistory(deal: DealRecord): DealHistory {
  return { deal, changes: [], sightings: [], promises: [], waits: [], prompts: [], stages: [] };
}

/** Oldest first; an index over several deals gives rows deal by deal, and ids say nothing of time. */
function putInOrder(history: DealHistory): void {
  history.changes.sort((a, b) => a.seq - b.seq);
  history.sightings.sort((a, b) => a.seq - b.seq);
  history.promises.sort((a, b) => a.madeAt - b.madeAt);
  history.waits.sort((a, b) => a.madeAt - b.madeAt);
  history.prompts.sort((a, b) => a.at - b.at);
  history.answers?.sort((a, b) => a.at - b.at);
}
