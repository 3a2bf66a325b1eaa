import type { Change, DealHistory, DealPast, DealRecord, DealSighting, PastLook, PastRow } from '../history/types.ts';
import { joinMembers, rootsOf, withMembers } from './merges.ts';
import type { Database, RowSet, SightingRow, StateRow } from './schema.ts';
import { stagesFor } from './stage-sets.ts';

const TABLES = [
  'deals',
  'merges',
  'changes',
  'sightings',
  'rowSets',
  'states',
  'stageSets',
  'promises',
  'waits',
  'prompts',
  'past',
  'pastLooks',
] as const;

/** Beyond this many deals one pass over a table is faster than looking each of them up. */
const MOST_LOOKUPS = 20;

/**
 * Whole histories: of the deals named, or of all. Ids that are not known are left out; deals that are one are one, under
 * the id that it is shown as.
 */
export function loadHistories(db: Database, ids?: readonly string[]): Promise<DealHistory[]> {
  return db.transaction('r', [...TABLES], async () => {
    if (!ids) return joinMembers(await loadOwn(db), await rootsOf(db));
    const { roots, members } = await withMembers(db, ids);
    return joinMembers(await loadOwn(db, members), roots);
  });
}

/** Each table read once, deal by deal as the rows are kept. */
async function loadOwn(db: Database, ids?: readonly string[]): Promise<DealHistory[]> {
  const deals = ids
    ? (await db.deals.bulkGet([...ids])).filter((deal) => deal !== undefined)
    : await db.deals.toArray();
  if (deals.length === 0) return [];
  const of = ids && ids.length <= MOST_LOOKUPS ? [...ids] : null;
  const [changes, looks, promises, waits, prompts, past, pastLooks, states, stageSets] = await Promise.all([
    of ? db.changes.where('deal').anyOf(of).toArray() : db.changes.toArray(),
    readLooks(db, of),
    of ? db.promises.where('deal').anyOf(of).toArray() : db.promises.toArray(),
    of ? db.waits.where('deal').anyOf(of).toArray() : db.waits.toArray(),
    of ? db.prompts.where('deal').anyOf(of).toArray() : db.prompts.toArray(),
    of ? db.past.where('deal').anyOf(of).toArray() : db.past.toArray(),
    of ? db.pastLooks.where('deal').anyOf(of).toArray() : db.pastLooks.toArray(),
    of ? db.states.bulkGet(of) : db.states.toArray(),
    db.stageSets.toArray(),
  ]);
  const histories = new Map(deals.map((deal) => [deal.id, emptyHistory(deal)]));
  for (const row of changes) histories.get(row.deal)?.changes.push(row);
  addSightings(histories, looks);
  for (const row of promises) histories.get(row.deal)?.promises.push(row);
  for (const row of waits) histories.get(row.deal)?.waits.push(row);
  for (const row of prompts) histories.get(row.deal)?.prompts.push(row);
  addPast(histories, past, pastLooks);
  const stateOf = new Map(states.flatMap((state) => (state ? [[state.deal, state] as [string, StateRow]] : [])));
  for (const history of histories.values()) {
    putInOrder(history);
    const { crm, tenant } = history.deal;
    const sets = stageSets.filter((set) => set.crm === crm && set.tenant === tenant);
    history.stages = stagesFor(stateOf.get(history.deal.id)?.fields ?? {}, sets);
  }
  return [...histories.values()];
}

/** The rows of some deals that a late reading is compared with. */
export async function loadRows(db: Database, ids: readonly string[]) {
  const rows = new Map(ids.map((id) => [id, { changes: [] as Change[], sightings: [] as DealSighting[] }]));
  if (ids.length === 0) return rows;
  const of = ids.length <= MOST_LOOKUPS ? [...ids] : null;
  const changes = of ? await db.changes.where('deal').anyOf(of).toArray() : await db.changes.toArray();
  for (const row of changes) rows.get(row.deal)?.changes.push(row);
  addSightings(rows, await readLooks(db, of));
  return rows;
}

type Looks = { sets: RowSet[]; sightings: SightingRow[] };

/** Every look at the deals named, or at any. */
async function readLooks(db: Database, of: readonly string[] | null): Promise<Looks> {
  if (!of) return { sets: await db.rowSets.toArray(), sightings: await db.sightings.toArray() };
  const sets = await db.rowSets
    .where('deals')
    .anyOf([...of])
    .distinct()
    .toArray();
  const sightings = await db.sightings
    .where('rowSet')
    .anyOf(sets.map((set) => set.id))
    .toArray();
  return { sets, sightings };
}

function addSightings(into: ReadonlyMap<string, { sightings: DealSighting[] }>, { sets, sightings }: Looks): void {
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
}
