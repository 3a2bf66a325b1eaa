import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { connect } from '../../lib/store/connection.ts';
import { openImportStore } from '../../lib/store/import-store.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { loadHistories } from '../../lib/store/load-histories.ts';
import { recordReading } from '../../lib/store/record-reading.ts';
import { declareSchema, SCHEMA_STEPS, type SchemaStep, stepsUpTo } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';
import { DAY, MONDAY, reading } from '../deal/make-reading.ts';
import { EVER } from '../history/make-history.ts';
import { freshName } from './open-test-store.ts';

type Rows = Record<string, Record<string, unknown>[]>;

/** The rows of one small database as each version kept them, in `upgrades/v<n>.json`. */
const rowsAt = (version: number): Rows =>
  JSON.parse(readFileSync(new URL(`./upgrades/v${version}.json`, import.meta.url), 'utf8')) as Rows;

/** A database as that version made it: its own steps, opened for real. */
async function makeAt(name: string, version: number): Promise<void> {
  const old = declareSchema(new Dexie(name), stepsUpTo(version));
  await old.open();
  for (const [table, rows] of Object.entries(rowsAt(version))) await old.table(table).bulkPut(rows);
  old.close();
}

async function rowsOf(db: Dexie): Promise<Rows> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, (await table.toArray()) as Rows[string]] as const),
  );
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
}

const LATEST = SCHEMA_STEPS.at(-1)?.version ?? 0;

describe.each(SCHEMA_STEPS.map(({ version }) => version))('a database of version %i', (version) => {
  it('becomes what the next version is written down to be', async () => {
    const next = Math.min(version + 1, LATEST);
    const name = freshName();
    await makeAt(name, version);
    const db = declareSchema(new Dexie(name), stepsUpTo(next));
    await db.open();
    // What only the next version can know is in its example alone.
    const known = Object.keys(rowsAt(version));
    const after = Object.entries(rowsAt(next)).filter(([table]) => known.includes(table));
    expect(await rowsOf(db)).toEqual(Object.fromEntries(after));
    db.close();
  });

  it('is read and written on by this version', async () => {
    const name = freshName();
    await makeAt(name, version);
    const store = openStore(name);
    const [history] = await store.loadHistories();
    expect(history && dealAsOf(history, EVER)?.fields.owner?.value).toBe('Ben');
    const at = MONDAY + 9 * DAY;
    await store.recordReading(reading({ at, said: { owner: 'Cem' } }), at);
    const [later] = await store.loadHistories();
    expect(later?.deal.id).toBe(history?.deal.id);
    expect(later && dealAsOf(later, EVER)?.fields.owner?.value).toBe('Cem');
    store.close();
  });

  const failing: SchemaStep = {
    version: LATEST + 1,
    tables: { later: 'id' },
    upgrade: async (transaction) => {
      await transaction.table('deals').clear();
      throw new Error('the step fails half-way');
    },
  };

  it('stays whole and readable where a step to the next form fails, and is not written to', async () => {
    const name = freshName();
    await makeAt(name, version);
    const { run, close } = connect(name, [...SCHEMA_STEPS, failing]);
    const [history] = await run((db) => loadHistories(db));
    expect(history && dealAsOf(history, EVER)?.fields.owner?.value).toBe('Ben');
    const at = MONDAY + 9 * DAY;
    await expect(run((db) => recordReading(db, reading({ at, said: { owner: 'Cem' } }), at))).rejects.toMatchObject({
      code: 'not-upgraded',
    });
    // All of it, for a backup.
    expect(await run((db) => rowsOf(db))).toEqual(rowsAt(version));
    close();
    // A later version whose step works takes it from there.
    const mended = connect(name, [...SCHEMA_STEPS, { ...failing, upgrade: async () => {} }]);
    expect(await mended.run((db) => loadHistories(db))).toHaveLength(1);
    mended.close();
  });
});

it.each([1, 2])(
  'a database that stays in version %i is read by every page, and no page writes to it',
  async (version) => {
    const name = freshName();
    // No step can change how a store makes its keys: the one that is asked to fails.
    const [first, ...later] = stepsUpTo(version);
    const steps = [{ version: 1, tables: { ...first?.tables, prompts: '++id, deal' } }, ...later];
    const old = declareSchema(new Dexie(name), steps);
    await old.open();
    for (const [table, rows] of Object.entries(rowsAt(version))) await old.table(table).bulkPut(rows);
    old.close();
    const [store, keeping, imports] = [openStore(name), openKeeping(name), openImportStore(name)];
    expect(await store.dealOf('pipedrive', 'larkfield', '7')).toBe(rowsAt(version).deals?.[0]?.id);
    expect(await store.loadHistories()).toHaveLength(1);
    const view = { crm: 'pipedrive', tenant: 'larkfield', page: 'list', url: 'https://larkfield.example.com' } as const;
    expect(await Promise.all([store.goneFrom(view), store.taughtMaps()])).toEqual([null, []]);
    expect(await store.recentlyOpened('pipedrive', 'larkfield', 5)).toHaveLength(1);
    expect((await keeping.spaceUsed()).find(({ kind }) => kind === 'deals')?.rows).toBeGreaterThan(0);
    expect(await Promise.all([keeping.twins(), keeping.merged()])).toEqual([[], []]);
    expect(await Promise.all([keeping.deals(), keeping.sites()])).toMatchObject([
      [{ name: 'Larkfield Press' }],
      [{ crm: 'pipedrive', tenant: 'larkfield', deals: 1 }],
    ]);
    const refused = { code: 'not-upgraded' };
    await expect(imports.ready()).rejects.toMatchObject(refused);
    await expect(keeping.pack()).rejects.toMatchObject(refused);
    await expect(keeping.setLocal('backed-up-at', 1)).rejects.toMatchObject(refused);
    await expect(keeping.erase({ what: 'everything', keepSettings: false })).rejects.toMatchObject(refused);
    await expect(store.writeSettings({ hidden: true })).rejects.toMatchObject(refused);
    await expect(store.recordReading(reading(), MONDAY)).rejects.toMatchObject(refused);
    store.close();
    keeping.close();
    imports.close();
    const after = await new Dexie(name).open();
    expect([after.verno, await rowsOf(after)]).toEqual([version, rowsAt(version)]);
    after.close();
  },
);

it('a database of a newer version is left alone, what it lacks too, with words of its own', async () => {
  const name = freshName();
  const step = { version: LATEST + 1, tables: { later: 'id', packs: null, aliases: '[crm+tenant+kind+recordId]' } };
  const newer = declareSchema(new Dexie(name), [...SCHEMA_STEPS, step]);
  await newer.open();
  newer.close();
  const store = openStore(name);
  await expect(store.loadHistories()).rejects.toMatchObject({ code: 'newer' });
  await expect(store.recordReading(reading(), MONDAY)).rejects.toMatchObject({ code: 'newer' });
  store.close();
  const after = await new Dexie(name).open();
  expect([after.verno, after.tables.some((table) => table.name === 'packs')]).toEqual([LATEST + 1, false]);
  after.close();
});
