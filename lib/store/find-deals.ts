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
  const byRecord = Map.groupBy(await aliasesOf(db, crm, tenant, ids), ({ recordId }) => recordId);
  const known = (key: DealKey) => (key.recordId === null ? undefined : byRecord.get(key.recordId));
  // Names are asked for where no record id answers, and records of a deal where a row has another: often for no row.
  const { states, held } = await statesNamed(
    db,
    await placesOf(db, crm, tenant),
    keys.filter((key) => !known(key)),
  );
  return keys.map((key) => {
    const aliases = known(key);
    if (aliases) return onlyOne(aliases.map(({ deal }) => deal));
    // A row with a record id of its own is not another record's deal, whatever its name.
    const alike = (states.get(nameKeyOf(key.name)) ?? []).filter(
      ({ deal }) => key.recordId === null || !held.has(deal),
    );
    const possible = alike.filter((state) => !says(state, 'account', key.account, false));
    return onlyOne(best(best(possible, 'account', key.account), 'owner', key.owner).map(({ deal }) => deal));
  });
}

type Named = {
  states: ReadonlyMap<string, StateRow[]>;
  /** Deals that a record is known of, among those of the rows with record ids. */
  held: ReadonlySet<string>;
};

/** The deals under the names of these rows. */
async function statesNamed(
  db: Database,
  places: readonly [string, string][],
  keys: readonly DealKey[],
): Promise<Named> {
  const names = [...new Set(keys.map(({ name }) => nameKeyOf(name)).filter((name) => name !== ''))];
  const asked = places.flatMap((place) => names.map((name) => [...place, name]));
  const found = await Promise.all(asked.map((key) => db.states.where('[crm+tenant+nameKey]').equals(key).toArray()));
  const states = Map.groupBy(found.flat(), ({ nameKey }) => nameKey);
  const withRecord = keys.filter(({ recordId }) => recordId !== null).map(({ name }) => nameKeyOf(name));
  const deals = [...new Set(withRecord)].flatMap((name) => (states.get(name) ?? []).map(({ deal }) => deal));
  const records = await Promise.all(deals.map((deal) => db.aliases.where('deal').equals(deal).count()));
  return { states, held: new Set(deals.filter((_, at) => (records[at] ?? 0) > 0)) };
}

/** Of the file's own installation or of none; while that is not known, of any of the CRM. */
async function aliasesOf(db: Database, crm: string, tenant: string, ids: readonly string[]): Promise<AliasRow[]> {
  if (tenant === NO_TENANT) {
    const found = await Promise.all(ids.map((id) => db.aliases.where('[crm+recordId]').equals([crm, id]).toArray()));
    return found.flat();
  }
  const waiting = await db.aliases
    .where('[crm+tenant+kind+recordId]')
    .between([crm, NO_TENANT], [crm, NO_TENANT, []])
    .first();
  const keys = (waiting ? [tenant, NO_TENANT] : [tenant]).flatMap((place) =>
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
