import { afterEach, expect, test } from 'vitest';
import type { Reading } from '../../lib/deal/reading.ts';
import { DAY, dealReading, MONDAY, reading, usd } from '../deal/make-reading.ts';
import { contentOf, freshName, openTab, openTables } from './open-test-store.ts';

/** What a stopped worker, a full disk and a lost connection look like from inside: a write that throws. */
type Write = 'add' | 'put' | 'delete';
const WRITES: readonly Write[] = ['add', 'put', 'delete'];
const real = Object.fromEntries(WRITES.map((write) => [write, IDBObjectStore.prototype[write]]));

afterEach(() => Object.assign(IDBObjectStore.prototype, real));

/** Lets `after` writes through, then fails; `times` of them. Gives how many writes were tried. */
function failWrites(after: number, error: () => Error, times = Number.POSITIVE_INFINITY): { tried: number } {
  const count = { tried: 0 };
  for (const write of WRITES) {
    const honest = real[write] as (...args: unknown[]) => IDBRequest;
    Object.assign(IDBObjectStore.prototype, {
      [write](this: IDBObjectStore, ...args: unknown[]) {
        count.tried++;
        if (count.tried > after && count.tried <= after + times) throw error();
        return honest.apply(this, args);
      },
    });
  }
  return count;
}

const mend = () => Object.assign(IDBObjectStore.prototype, real);
const stopped = () => new DOMException('stopped', 'AbortError');

const readings: Reading[] = [
  reading({ said: { owner: 'Ana', amount: usd(310_000, 500) }, stages: [{ id: null, label: 'Discovery', order: 0 }] }),
  reading({ said: { owner: 'Ben', amount: usd(309_750) }, at: MONDAY + 4 * DAY }),
  reading({ said: { owner: 'Cem' }, at: MONDAY + 2 * DAY }),
  reading({
    page: 'list',
    at: MONDAY + 5 * DAY,
    deals: [dealReading({ owner: 'Ben' }, '7'), dealReading({ owner: 'Ana', name: 'Dunmore Foods' }, '8')],
    rows: { loaded: 2, total: 2 },
  }),
];

async function recordAll(name: string): Promise<void> {
  const store = openTab(name);
  for (const one of readings) await store.recordReading(one, MONDAY + 6 * DAY);
  store.close();
}

test('a recording stopped at any write leaves nothing of itself, and made again gives the same database', async () => {
  const clean = freshName();
  const all = failWrites(Number.POSITIVE_INFINITY, stopped);
  await recordAll(clean);
  mend();
  const whole = await contentOf(clean);
  expect(all.tried).toBeGreaterThan(20);

  for (let step = 0; step < all.tried; step++) {
    const name = freshName();
    const store = openTab(name);
    let left = step;
    for (const one of readings) {
      const before = await contentOf(name);
      const count = failWrites(left, stopped);
      const outcome = await store.recordReading(one, MONDAY + 6 * DAY).catch((error) => error.code);
      mend();
      if (outcome === 'failed') {
        expect(await contentOf(name)).toEqual(before);
        break;
      }
      left -= count.tried;
    }
    await recordAll(name);
    expect(await contentOf(name)).toEqual(whole);
  }
});

test('a disk that is full says so, and keeps what was there', async () => {
  const name = freshName();
  const store = openTab(name);
  const once = readings[0] as Reading;
  await store.recordReading(once, MONDAY);
  const before = await contentOf(name);
  failWrites(3, () => new DOMException('no room', 'QuotaExceededError'));
  await expect(store.recordReading(readings[1] as Reading, MONDAY + DAY)).rejects.toMatchObject({ code: 'disk-full' });
  mend();
  expect(await contentOf(name)).toEqual(before);
  expect((await store.recordReading(readings[1] as Reading, MONDAY + DAY)).changes).toBe(2);
});

test('an unknown error is a full disk where a probe cannot be written either', async () => {
  const store = openTab(freshName());
  failWrites(0, () => new DOMException('internal', 'UnknownError'));
  await expect(store.recordReading(reading(), MONDAY)).rejects.toMatchObject({ code: 'disk-full' });
});

test('an unknown error with room on the disk is tried once more', async () => {
  const store = openTab(freshName());
  failWrites(2, () => new DOMException('internal', 'UnknownError'), 1);
  expect((await store.recordReading(reading(), MONDAY)).changes).toBe(1);
  expect(await store.loadHistories()).toHaveLength(1);
});

test('a connection that the browser closed is opened again', async () => {
  const name = freshName();
  const store = openTab(name);
  await store.recordReading(reading(), MONDAY);
  const transaction = IDBDatabase.prototype.transaction;
  let lost = 1;
  IDBDatabase.prototype.transaction = function (...args) {
    if (lost-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
    return transaction.apply(this, args);
  };
  try {
    expect((await store.recordReading(reading({ at: MONDAY + DAY }), MONDAY + DAY)).duplicate).toBe(false);
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
  expect((await store.loadHistories())[0]?.sightings).toHaveLength(2);
});

test('a store that was closed opens again by itself', async () => {
  const store = openTab(freshName());
  await store.recordReading(reading(), MONDAY);
  store.close();
  expect(await store.loadHistories()).toHaveLength(1);
});

test('two tabs that see a new deal at the same moment give it one id', async () => {
  const name = freshName();
  const [left, right] = [openTab(name), openTab(name)];
  const both = await Promise.all([
    left.recordReading(reading({ said: { owner: 'Ana' } }), MONDAY),
    right.recordReading(reading({ said: { owner: 'Ana', name: 'Larkfield' } }), MONDAY),
  ]);
  expect(both[0]?.deals).toEqual(both[1]?.deals);
  expect(await left.loadHistories()).toHaveLength(1);
});

test('a message that reaches two workers at once is stored once', async () => {
  const name = freshName();
  const [left, right] = [openTab(name), openTab(name)];
  const once = reading({ said: { owner: 'Ana' } });
  const both = await Promise.all([left.recordReading(once, MONDAY), right.recordReading(once, MONDAY)]);
  expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
  expect((await left.loadHistories())[0]?.sightings).toHaveLength(1);
});

test('rows of tabs that record at once never share a place in the order', async () => {
  const name = freshName();
  const tabs = [openTab(name), openTab(name), openTab(name)];
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      tabs[at % 3]?.recordReading(
        reading({ at: MONDAY + at * DAY, deals: [dealReading({ owner: `Owner ${at}` }, String(at % 4))] }),
        MONDAY + 20 * DAY,
      ),
    ),
  );
  const db = openTables(name);
  const places = [...(await db.changes.toArray()), ...(await db.sightings.toArray())].map(({ seq }) => seq);
  expect(new Set(places).size).toBe(24);
  expect(Math.max(...places)).toBe(24);
});
