/**
 * Half a year of history in the extension's own database: the looks of a simulated manager go through the real
 * recording in Node, and the rows that come out are put into the browser's database, with no hook in the extension.
 */
import 'fake-indexeddb/auto';
import type { Page } from '@playwright/test';
import { Dexie } from 'dexie';
import type { Reading } from '../../lib/deal/reading.ts';
import { openStore } from '../../lib/store/store.ts';

export type Rows = Record<string, unknown[]>;

const NAME = 'sideline';

const NUMBERS = { Int32Array, Float64Array, Uint32Array };

/** The rows that recording these readings leaves behind, table by table. */
export async function rowsOf(readings: readonly Reading[]): Promise<Rows> {
  const name = `${NAME}-seed`;
  await Dexie.delete(name);
  const store = openStore(name);
  for (const reading of readings) await store.recordReading(reading, reading.at);
  store.close();
  const rows = await readRows(name);
  await Dexie.delete(name);
  return rows;
}

async function readRows(name: string): Promise<Rows> {
  const db = await new Dexie(name).open();
  const rows: Rows = {};
  for (const table of db.tables) rows[table.name] = await table.toArray();
  db.close();
  return rows;
}

/**
 * Puts rows into the database of the extension, in place of all that their tables hold where `isInstead`; `page` is one of
 * its own pages. As text in both directions: Playwright
 * takes objects apart one by one, which is seconds for a team's half year.
 */
export async function putRows(page: Page, rows: Rows, isInstead = false): Promise<void> {
  await page.evaluate(
    async ([name, text, isInstead]) => {
      const tables = JSON.parse(text) as Rows;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const names = Object.keys(tables).filter((table) => database.objectStoreNames.contains(table));
      const transaction = database.transaction(names, 'readwrite');
      for (const table of names) {
        const store = transaction.objectStore(table);
        if (isInstead) store.clear();
        for (const row of tables[table] ?? []) store.put(row);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    [NAME, JSON.stringify(rows), isInstead] as const,
  );
}

/** Whether the extension has made its database yet. */
export function hasRows(page: Page): Promise<boolean> {
  return page.evaluate(async (name) => (await indexedDB.databases()).some((one) => one.name === name), NAME);
}

/** Every row of the extension's database, as it is stored. */
export async function getRows(page: Page): Promise<Rows> {
  const text = await page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // One transaction: a recording in between would leave tables that do not belong together.
    const tables = [...database.objectStoreNames];
    const transaction = database.transaction(tables);
    const read = (table: string) =>
      new Promise<[string, unknown[]]>((resolve, reject) => {
        const request = transaction.objectStore(table).getAll();
        request.onsuccess = () => resolve([table, request.result]);
        request.onerror = () => reject(request.error);
      });
    const rows = Object.fromEntries(await Promise.all(tables.map(read)));
    database.close();
    // Lists of numbers are written as such, with their kind; as JSON has them they would be objects.
    return JSON.stringify(rows, (_, value) =>
      ArrayBuffer.isView(value) ? { numbers: value.constructor.name, of: [...(value as Int32Array)] } : value,
    );
  }, NAME);
  return JSON.parse(text, (_, value) => {
    const kind = NUMBERS[value?.numbers as keyof typeof NUMBERS];
    return kind ? kind.from(value.of) : value;
  }) as Rows;
}
