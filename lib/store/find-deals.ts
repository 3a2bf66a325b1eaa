import type { DealKey } from '../deal/imported.ts';
import { sameValue } from '../deal/same-value.ts';
import { nameKeyOf } from './match-rows.ts';
import type { AliasRow, Database, StateRow } from './schema.ts';
import { NO_CRM, NO_TENANT } from './unplaced.ts';

export type FoundDeal = { deal: string } | 'none' | 'several';

/**
 * Which deals on record the rows of a file speak of. By record id within the file's installation, or in any of its CRM
 * while that is not known; a row without one by its name, with the account and then the owner where several share it.
 */
export async function findDeals(
  db: Database,
  { crm, tenant }: { crm: string; tenant: string },
  keys: readonly DealKey[],
): Promise<FoundDeal[]> {
  const ids = [...new Set(keys.flatMap(({ recordId }) => (recordId === null ? [] : [recordId])))];
  const aliases = await aliasesOf(db, crm, tenant, ids);
  const names = [...new Set(keys.map(({ name }) => nameKeyOf(name)).filter((key) => key !== ''))];
  const places = await placesOf(db, crm, tenant);
  const keyed = places.flatMap((place) => names.map((name) => [...place, name]));
  const states = (
    await Promise.all(keyed.map((key) => db.states.where('[crm+tenant+nameKey]').equals(key).toArray()))
  ).flat();
  const records = await Promise.all(states.map(({ deal }) => db.aliases.where('deal').equals(deal).count()));
  const held = new Set(states.flatMap(({ deal }, at) => ((records[at] ?? 0) > 0 ? [deal] : [])));
  return keys.map((key) => {
    const byId = key.recordId === null ? [] : aliases.filter(({ recordId }) => recordId === key.recordId);
    if (byId.length > 0) return onlyOne(byId.map(({ deal }) => deal));
    // A row with a record id of its own is not another record's deal, whatever its name.
    const alike = states.filter(
      (state) => state.nameKey === nameKeyOf(key.name) && (key.recordId === null || !held.has(state.deal)),
    );
    const possible = alike.filter((state) => !says(state, 'account', key.account, false));
    return onlyOne(best(best(possible, 'account', key.account), 'owner', key.owner).map(({ deal }) => deal));
  });
}

/** Of the file's own installation or of none; while that is not known, of any of the CRM. */
async function aliasesOf(db: Database, crm: string, tenant: string, ids: readonly string[]): Promise<AliasRow[]> {
  if (tenant === NO_TENANT) {
    const found = await Promise.all(ids.map((id) => db.aliases.where('[crm+recordId]').equals([crm, id]).toArray()));
    return found.flat();
  }
  const keys = [tenant, NO_TENANT].flatMap((place) =>
    ids.map((id) => [crm, place, 'deal', id] as [string, string, string, string]),
  );
  return (await db.aliases.bulkGet(keys)).filter((alias) => alias !== undefined);
}

/** The file's own installation, and where other files' deals wait; all of the CRM while it is not known which. */
async function placesOf(db: Database, crm: string, tenant: string): Promise<[string, string][]> {
  const all = (await db.deals.orderBy('[crm+tenant]').uniqueKeys()) as unknown as [string, string][];
  return all.filter(
    ([c, t]) =>
      (c === crm || c === NO_CRM || crm === NO_CRM) && (tenant === NO_TENANT || t === tenant || t === NO_TENANT),
  );
}

/** Whether a deal's field and the file's row, where both say something, say the same (or not the same). */
function says(state: StateRow, field: 'account' | 'owner', said: string | null, same: boolean): boolean {
  const known = state.fields[field]?.value;
  return said !== null && known != null && sameValue(field, known, said) === same;
}

/** Of several, those that say the same, if any does. */
function best(states: readonly StateRow[], field: 'account' | 'owner', said: string | null): readonly StateRow[] {
  const same = states.length > 1 ? states.filter((state) => says(state, field, said, true)) : [];
  return same.length > 0 ? same : states;
}

function onlyOne(deals: readonly string[]): FoundDeal {
  const [deal, ...others] = new Set(deals);
  return deal === undefined ? 'none' : others.length > 0 ? 'several' : { deal };
}
