import { Dexie, type Table } from 'dexie';

/** Rows that are held at once, about: what a page of a table may weigh as text. */
const PAGE_LETTERS = 250_000;
const [FEWEST, FIRST, MOST] = [5, 100, 2_000];

type Row = Record<string, unknown>;

/** How a page is read: as it comes, or beside a transaction of another database that waits for it. */
export type Via = <T>(get: () => PromiseLike<T>) => PromiseLike<T>;

/**
 * For rows of another database, inside a transaction of this one: it is kept open until they are there, and stays one
 * step that happens whole or not at all.
 */
export const fromAside: Via = (get) => Dexie.waitFor(Dexie.ignoreTransaction(get));

/**
 * A table from its first key to its last, page by page, so that no more than a page of it is in memory. In a transaction
 * all pages are of one moment. `read` is awaited; it may say what the page weighed, for the size of the next.
 */
export async function eachPage<R extends object = Row>(
  table: Table<R, never> | Table,
  read: (rows: R[]) => unknown,
  via: Via = (get) => get(),
): Promise<void> {
  let size = FIRST;
  for (let after: unknown; ; ) {
    const rows = (await via(() => pageAfter(table as Table, after, size))) as R[];
    if (rows.length === 0) return;
    after = keyOf(table as Table, rows.at(-1) ?? {});
    const weight = await read(rows);
    if (rows.length < size) return;
    if (typeof weight !== 'number') continue;
    size = Math.min(MOST, Math.max(FEWEST, Math.round((PAGE_LETTERS * rows.length) / Math.max(1, weight))));
  }
}

function pageAfter(table: Table, after: unknown, size: number): PromiseLike<Row[]> {
  const from = after === undefined ? table.toCollection() : table.where(':id').above(after);
  return from.limit(size).toArray();
}

/** Every table of ours keeps its key in its rows. */
export function keyOf(table: Table, row: object): unknown {
  const path = table.schema.primKey.keyPath;
  if (Array.isArray(path)) return path.map((part) => Dexie.getByKeyPath(row, part));
  return Dexie.getByKeyPath(row, path ?? '');
}
