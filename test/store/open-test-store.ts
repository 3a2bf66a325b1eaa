import { Dexie } from 'dexie';
import { afterEach } from 'vitest';
import { type Database, declareSchema } from '../../lib/store/schema.ts';
import { openStore, type Store } from '../../lib/store/store.ts';

const open: { close(): void }[] = [];
let made = 0;

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A name that no other test has used: the databases of a test file live side by side. */
export const freshName = () => `test-${++made}`;

/** Two calls with one name are two tabs: each has its own connection. */
export function openTab(name: string): Store {
  const store = openStore(name);
  open.push(store);
  return store;
}

/** The tables themselves, for looking behind the store's back. */
export function openTables(name: string): Database {
  const db = declareSchema(new Dexie(name));
  open.push(db);
  return db;
}

/** Everything in the database but the random ids, so that two can be compared. */
export async function contentOf(name: string): Promise<Record<string, unknown[]>> {
  const db = openTables(name);
  const deals = await db.deals.orderBy('id').toArray();
  const alias = new Map((await db.aliases.toArray()).map((row) => [row.deal, `deal of ${row.recordId}`]));
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  db.close();
  const named = JSON.stringify(Object.fromEntries(tables), (_, value) =>
    value === undefined ? '(never seen)' : value,
  ).replace(/[0-9a-f-]{36}/g, (id) => alias.get(id) ?? id);
  const content = JSON.parse(named) as Record<string, unknown[]>;
  // Rows of a look stand in the order of ids, which are random.
  for (const set of (content.rowSets ?? []) as { deals: string[]; masks: number[] }[]) {
    const rows = set.deals.map((deal, at) => [deal, set.masks[at]] as const).sort();
    Object.assign(set, { deals: rows.map(([deal]) => deal), masks: rows.map(([, mask]) => mask), hash: 0 });
  }
  content.deals?.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  content.states?.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return { ...content, count: [deals.length] };
}
