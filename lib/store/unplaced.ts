/** Deals that files told of, before a page showed where they stand. */
import type { DealReading, Reading } from '../deal/reading.ts';
import { sameValue } from '../deal/same-value.ts';
import { nameKeyOf } from './match-rows.ts';
import { markStale } from './packs.ts';
import type { Database, StateRow } from './schema.ts';

/** The installation of a file's deals while it is not known. */
export const NO_TENANT = '';
/** The CRM of a file that could not be told. */
export const NO_CRM = 'other';

/** Both may say it, and then they say the same: `account` and `owner` tell deals of one name apart. */
export function agreesWith(row: DealReading, state: StateRow, ...fields: ('name' | 'account' | 'owner')[]): boolean {
  return fields.every((field) => {
    const said = row.fields[field];
    const known = state.fields[field]?.value;
    return !said?.ok || known == null || sameValue(field, known, said.value);
  });
}

/**
 * For rows of a page whose records are new here: the deal that a file told of before, where it can be just one. By record
 * id where the file had it, else by name, account and owner; from now on it is that page's deal.
 */
export async function adoptUnplaced(db: Database, reading: Reading, found: (string | null)[]): Promise<void> {
  const { crm, tenant } = reading;
  const rows = reading.deals.flatMap((row, at) =>
    found[at] == null && row.recordId !== null ? [{ row, at, recordId: row.recordId }] : [],
  );
  if (rows.length === 0) return;
  const byId = await db.aliases.bulkGet(
    rows.map(({ recordId }) => [crm, NO_TENANT, 'deal', recordId] as [string, string, string, string]),
  );
  const keys = [...new Set(rows.map(({ row }) => keyOf(row)).filter((key) => key !== ''))];
  const places = [...new Set([tenant, NO_TENANT])].map((place) => [crm, place]).concat([[NO_CRM, NO_TENANT]]);
  const byName = await db.states
    .where('[crm+tenant+nameKey]')
    .anyOf(places.flatMap((place) => keys.map((key) => [...place, key])))
    .toArray();
  const taken = new Set<string>();
  for (const [index, { row, at, recordId }] of rows.entries()) {
    const alias = byId[index];
    const states = alias ? [await db.states.get(alias.deal)] : byName.filter(({ nameKey }) => nameKey === keyOf(row));
    const alike = states.flatMap((state) =>
      state && agreesWith(row, state, 'name', 'account', 'owner') ? [state] : [],
    );
    const free = [];
    // One that has a record already is that record's.
    for (const state of alike)
      if (alias || (await db.aliases.where('deal').equals(state.deal).count()) === 0) free.push(state);
    const [state] = free;
    if (!state || free.length > 1 || taken.has(state.deal)) continue;
    taken.add(state.deal);
    found[at] = state.deal;
    if (alias) await db.aliases.delete([crm, NO_TENANT, 'deal', recordId]);
    await db.aliases.add({ crm, tenant, kind: 'deal', recordId, deal: state.deal });
    await db.states.put({ ...state, crm, tenant });
    await db.deals.update(state.deal, { crm, tenant });
    await markStale(db, [state.deal]);
  }
}

const keyOf = ({ fields }: DealReading) => (fields.name?.ok ? nameKeyOf(fields.name.value) : '');
