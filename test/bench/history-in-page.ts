import { Dexie } from 'dexie';
import { addDays, type Instant } from '../../lib/deal/day.ts';
import { FIELD_NAMES, maskOf } from '../../lib/deal/fields.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import type { Change, DealRecord } from '../../lib/history/types.ts';
import { dealsAsOf } from '../../lib/store/deals-as-of.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import { declareSchema, type RowSet, type SightingRow } from '../../lib/store/schema.ts';
import { openStore } from '../../lib/store/store.ts';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 4, 4, 9);
const WEEKS = 26;

const open = (name: string) => declareSchema(new Dexie(name));

/** What was written in one reading: table, row and how. */
type Write = { table: string; op: 'put' | 'add' | 'delete'; value: unknown };

/** Notes every row that is written while it is on. */
function watchWrites(): { writes: () => Write[]; end(): void } {
  let writes: Write[] = [];
  const proto = IDBObjectStore.prototype;
  const honest = { put: proto.put, add: proto.add, delete: proto.delete };
  for (const op of ['put', 'add', 'delete'] as const) {
    proto[op] = function (this: IDBObjectStore, value: unknown, ...rest: unknown[]) {
      // The database library keeps a list of databases in one of its own.
      if (this.transaction.db.name !== '__dbnames') writes.push({ table: this.name, op, value });
      return (honest[op] as (...all: unknown[]) => never).call(this, value, ...rest);
    } as never;
  }
  return {
    writes: () => {
      const all = writes;
      writes = [];
      return all;
    },
    end: () => Object.assign(proto, honest),
  };
}

export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function putRaw(database: IDBDatabase, writes: readonly Write[]): Promise<void> {
  const transaction = database.transaction([...new Set(writes.map(({ table }) => table))], 'readwrite');
  for (const { table, op, value } of writes) {
    if (op === 'delete') transaction.objectStore(table).delete(value as IDBValidKey);
    else transaction.objectStore(table).put(value);
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Writes the same rows, reading by reading, with nothing in between. */
async function writeRaw(name: string, readings: readonly Write[][]): Promise<number> {
  await open(name).open();
  const database = await openRaw(name);
  const began = performance.now();
  for (const writes of readings) {
    if (writes.length > 0) await putRaw(database, writes);
  }
  const took = performance.now() - began;
  database.close();
  return took;
}

/** Milliseconds for recording all, and for writing the same rows raw, in ms; and how many rows that were. */
export async function recordStream(run: number, readings: Reading[]) {
  const watch = watchWrites();
  const store = openStore(`recorded ${run}`);
  await store.lastLists();
  const rows: Write[][] = [];
  let recorded = 0;
  for (const reading of readings) {
    const began = performance.now();
    await store.recordReading(reading, reading.at);
    recorded += performance.now() - began;
    rows.push(watch.writes());
  }
  watch.end();
  store.close();
  const raw = await writeRaw(`raw ${run}`, rows);
  for (const name of [`recorded ${run}`, `raw ${run}`]) await Dexie.delete(name);
  return { recorded, raw, rows: rows.flat().length };
}

const FIELDS = ['stage', 'closeDate', 'amount', 'nextStep'] as const;

function shownValue(field: (typeof FIELDS)[number], deal: number, step: number): Change['to'] {
  if (field === 'stage') return { id: `stage-${step % 6}`, label: `Stage ${step % 6}`, order: step % 6 };
  if (field === 'closeDate') return addDays('2026-11-02', (deal + step * 9) % 200);
  if (field === 'amount') return { minor: 100_000 * ((deal % 90) + step + 1), currency: 'USD', halfStep: 0 };
  return `Send draft ${step} of the order form to the buyer of deal ${deal}`;
}

const lookOf = (week: number): Instant => MONDAY + week * 7 * DAY + 3_600_000;

/** The weekly look before a moment: where a change was recorded, the field had been seen until then. */
function lastLookBefore(at: Instant): Instant {
  const week = Math.floor((at - lookOf(0)) / (7 * DAY));
  return week < 0 ? 0 : lookOf(at === lookOf(week) ? week - 1 : week);
}

/** `deals` open deals with so many changes each over half a year, seen weekly in lists of 200; packed afterwards. */
export async function fill(name: string, deals: number, changesEach: number): Promise<{ packing: number }> {
  const db = open(name);
  await db.open();
  const database = await openRaw(name);
  const ids = Array.from({ length: deals }, (_, deal) => `00000000-0000-4000-8000-${String(deal).padStart(12, '0')}`);
  let seq = 0;
  const momentOf = (deal: number, step: number): Instant =>
    MONDAY + Math.floor((step * WEEKS * 7 * DAY) / changesEach) + (deal % 1_000) * 1_000;
  for (let from = 0; from < deals; from += 200) {
    const part = ids.slice(from, from + 200);
    const changes: Change[] = [];
    for (let step = 0; step < changesEach; step++) {
      for (const [row, deal] of part.entries()) {
        const field = FIELDS[step % FIELDS.length] ?? 'stage';
        const at = momentOf(from + row, step);
        const isFirst = step < FIELDS.length;
        const before = isFirst ? undefined : shownValue(field, from + row, step - FIELDS.length);
        const after = isFirst ? null : Math.max(lastLookBefore(at), momentOf(from + row, step - FIELDS.length));
        changes.push({
          ...{ seq: ++seq, deal, field, from: before, to: shownValue(field, from + row, step) },
          ...{ after, seenAt: at, recordedAt: at },
          evidence: { crm: 'salesforce', page: 'record', rule: `records-highlights ${field}`, raw: `as shown ${step}` },
        });
      }
    }
    const set: Omit<RowSet, 'id'> = { hash: from, deals: part, masks: part.map(() => maskOf(FIELD_NAMES)) };
    const rowSet = await db.rowSets.add(set as RowSet);
    const looks = Array.from({ length: WEEKS }, (_, week): SightingRow => {
      const at = lookOf(week);
      const look = { reading: `${from} ${week}`, crm: 'salesforce', tenant: 'acme', page: 'list' as const };
      return { seq: ++seq, ...look, at, recordedAt: at, rowSet, rows: { loaded: 200, total: 200 } };
    });
    const url = 'https://acme.lightning.force.com/lightning/r/Opportunity/x/view';
    const records = part.map((id): DealRecord => ({ id, crm: 'salesforce', tenant: 'acme', url, firstSeenAt: MONDAY }));
    const put = (table: string) => (value: unknown) => ({ table, op: 'put' as const, value });
    const meta = { key: 'seq', value: seq };
    await putRaw(database, [
      ...[...changes.map(put('changes')), ...looks.map(put('sightings')), ...records.map(put('deals'))],
      put('meta')(meta),
    ]);
  }
  database.close();
  const began = performance.now();
  await refreshPacks(db);
  const packing = performance.now() - began;
  db.close();
  return { packing };
}

/** Opens deals all over the database; ms each. */
export async function openDeals(name: string, deals: number, runs: number): Promise<number[]> {
  const store = openStore(name);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const deal = Math.floor((run * deals) / runs);
    const began = performance.now();
    const history = await store.loadHistory(`00000000-0000-4000-8000-${String(deal).padStart(12, '0')}`);
    const now = MONDAY + WEEKS * 7 * DAY;
    if (!history || !dealAsOf(history, { asOf: now, knownAt: now, timeZone: 'UTC' })) throw new Error('no such deal');
    times.push(performance.now() - began);
  }
  store.close();
  return times;
}

/** The whole pipeline as of days of the past, as known then and as known now; ms each. */
export async function asOfDays(name: string, deals: number, runs: number): Promise<number[]> {
  const db = open(name);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const asOf = MONDAY + (20 + run * 11) * DAY;
    const knownAt = run % 2 === 0 ? asOf : MONDAY + WEEKS * 7 * DAY;
    const began = performance.now();
    const told = await dealsAsOf(db, { asOf, knownAt, timeZone: 'UTC' });
    times.push(performance.now() - began);
    if (told.length !== deals) throw new Error(`${told.length} deals of ${deals}`);
  }
  db.close();
  return times;
}

/** Every history; ms. */
export async function loadAll(name: string): Promise<number> {
  const store = openStore(name);
  const began = performance.now();
  await store.loadHistories();
  const took = performance.now() - began;
  store.close();
  return took;
}

/** The same rows with nothing but the browser's own reading; ms. */
export async function readRaw(name: string, table: string): Promise<number> {
  const db = open(name);
  await db.open();
  const began = performance.now();
  await db.table(table).toArray();
  const took = performance.now() - began;
  db.close();
  return took;
}

export const bytesUsed = async () => (await navigator.storage.estimate()).usage ?? 0;

export const drop = (name: string) => Dexie.delete(name);
