import type { Change, DealHistory, DealRecord, DealSighting, Sighting } from '../history/types.ts';
import type { Database, StateRow } from './schema.ts';
import { stagesFor } from './stage-sets.ts';

const TABLES = ['deals', 'changes', 'sightings', 'states', 'stageSets', 'promises', 'waits', 'prompts'] as const;

/** Whole histories, each table read once: of the deals named, or of all. Ids that are not known are left out. */
export function loadHistories(db: Database, ids?: readonly string[]): Promise<DealHistory[]> {
  return db.transaction('r', [...TABLES], async () => {
    const deals = ids
      ? (await db.deals.bulkGet([...ids])).filter((deal) => deal !== undefined)
      : await db.deals.toArray();
    if (deals.length === 0) return [];
    const of = ids ? [...ids] : null;
    const [changes, sightings, promises, waits, prompts, states, stageSets] = await Promise.all([
      of ? db.changes.where('deal').anyOf(of).toArray() : db.changes.toArray(),
      of ? db.sightings.where('deals').anyOf(of).distinct().toArray() : db.sightings.toArray(),
      of ? db.promises.where('deal').anyOf(of).toArray() : db.promises.toArray(),
      of ? db.waits.where('deal').anyOf(of).toArray() : db.waits.toArray(),
      of ? db.prompts.where('deal').anyOf(of).toArray() : db.prompts.toArray(),
      of ? db.states.bulkGet(of) : db.states.toArray(),
      db.stageSets.toArray(),
    ]);
    const histories = new Map(deals.map((deal) => [deal.id, emptyHistory(deal)]));
    for (const row of changes) histories.get(row.deal)?.changes.push(row);
    for (const row of sightings) addSighting(histories, row);
    for (const row of promises) histories.get(row.deal)?.promises.push(row);
    for (const row of waits) histories.get(row.deal)?.waits.push(row);
    for (const row of prompts) histories.get(row.deal)?.prompts.push(row);
    const stateOf = new Map(states.flatMap((state) => (state ? [[state.deal, state] as [string, StateRow]] : [])));
    for (const history of histories.values()) {
      putInOrder(history);
      const { crm, tenant } = history.deal;
      const sets = stageSets.filter((set) => set.crm === crm && set.tenant === tenant);
      history.stages = stagesFor(stateOf.get(history.deal.id)?.fields ?? {}, sets);
    }
    return [...histories.values()];
  });
}

/** The rows of some deals that a late reading is compared with. */
export async function loadRows(db: Database, ids: readonly string[]) {
  const rows = new Map(ids.map((id) => [id, { changes: [] as Change[], sightings: [] as DealSighting[] }]));
  if (ids.length === 0) return rows;
  const changes = await db.changes
    .where('deal')
    .anyOf([...ids])
    .toArray();
  const sightings = await db.sightings
    .where('deals')
    .anyOf([...ids])
    .distinct()
    .toArray();
  for (const row of changes) rows.get(row.deal)?.changes.push(row);
  for (const row of sightings) addSighting(rows, row);
  return rows;
}

function addSighting(into: ReadonlyMap<string, { sightings: DealSighting[] }>, row: Sighting): void {
  const { seq, at, recordedAt, page } = row;
  row.deals.forEach((deal, index) => {
    into.get(deal)?.sightings.push({ seq, at, recordedAt, page, mask: row.masks[index] ?? 0 });
  });
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
