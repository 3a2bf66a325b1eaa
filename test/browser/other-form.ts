/** The extension's database in a form that today's build did not make, put there before that build ever opened it. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Dexie } from 'dexie';
import type { DealHistory } from '../../lib/history/types.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { declareSchema, stepsUpTo } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';
import type { Rows } from './seed.ts';

type Index = { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean };
type StoreForm = { name: string; keyPath: string | string[]; autoIncrement: boolean; indexes: Index[] };

/** `version`: as the browser counts it. */
export type Form = { version: number; stores: StoreForm[]; rows: Rows };

/** Dexie counts in whole versions, the browser in tenths of them. */
const FACTOR = 10;

/** The form that a version of the extension gave its database, with the example rows of that version. */
export function formOf(version: number): Form {
  const db = declareSchema(new Dexie('form'), stepsUpTo(version));
  const stores = db.tables.map(({ name, schema: { primKey, indexes } }) => ({
    name,
    keyPath: primKey.keyPath as string | string[],
    autoIncrement: primKey.auto === true,
    indexes: indexes.map(({ name: index, keyPath, unique, multi }) => ({
      name: index,
      keyPath: keyPath as string | string[],
      unique: unique === true,
      multiEntry: multi === true,
    })),
  }));
  const file = new URL(`../store/upgrades/v${version}.json`, import.meta.url);
  return { version: version * FACTOR, stores, rows: JSON.parse(readFileSync(file, 'utf8')) as Rows };
}

/** The same with one store changed, `null` for one that is not there. */
export const withStore = (form: Form, name: string, change: Partial<StoreForm> | null): Form => ({
  ...form,
  stores: form.stores.flatMap((store) => (store.name !== name ? [store] : change ? [{ ...store, ...change }] : [])),
});

/** Puts a database of this form in the place of the one there is; `page` is of the extension's origin and runs no script. */
export async function putForm(page: Page, form: Form): Promise<void> {
  await page.evaluate(async ({ version, stores, rows }) => {
    const settled = <T>(request: IDBOpenDBRequest | IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(request.error);
        if ('onblocked' in request) request.onblocked = () => reject(new Error('Something holds the database open.'));
      });
    await settled(indexedDB.deleteDatabase('sideline'));
    const opening = indexedDB.open('sideline', version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
          store.createIndex(index, path, { unique, multiEntry });
        for (const row of rows[name] ?? []) store.put(row);
      }
    };
    (await settled<IDBDatabase>(opening)).close();
  }, form);
}

/** How the database is made, as the browser says it: its version, and each store with its indexes. */
export function formIn(page: Page): Promise<{ version: number; stores: string[] }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('sideline');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const stores = names.map((name) => `${name}: ${[...transaction.objectStore(name).indexNames].join(', ')}`);
    const { version } = database;
    database.close();
    return { version, stores };
  });
}

/** What a backup says, put in the place of all in an empty database where every step works. */
export async function restoredFrom(file: string): Promise<DealHistory[]> {
  const name = `restored from ${file}`;
  const keeping = openKeeping(name);
  const checked = await keeping.check(new Blob([readFileSync(file)]), null);
  await checked.replace();
  await checked.drop();
  keeping.close();
  const store = openStore(name);
  const histories = await store.loadHistories();
  store.close();
  return histories;
}
