import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/deal/day.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { dealsAsOf } from '../../lib/store/deals-as-of.ts';
import { importPortion } from '../../lib/store/import-portion.ts';
import { mergeDeals } from '../../lib/store/merge-deals.ts';
import { dropPacks } from '../../lib/store/packs.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import type { Database } from '../../lib/store/schema.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, HOUR, MONDAY, reading, usd } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const DEALS = 120;

/** A list of the whole pipeline on a day; a third of the deals moved since the last one. */
const listOn = (day: number) =>
  reading({
    page: 'list',
    at: MONDAY + day * DAY,
    deals: Array.from({ length: DEALS }, (_, row) =>
      dealReading(
        {
          name: `Deal ${row}`,
          owner: `Owner ${(row + day * (row % 3 === 0 ? 1 : 0)) % 4}`,
          amount: usd(1_000 * (row + 1 + (row % 5 === 0 ? day : 0))),
          closeDate: addDays('2026-11-20', row % 3 === 0 ? day : 0),
        },
        `rec-${row}`,
      ),
    ),
    rows: { loaded: DEALS, total: DEALS },
  });

async function pipeline(): Promise<{ store: Store; db: Database }> {
  const name = freshName();
  const store = openTab(name);
  for (const day of [0, 3, 7, 8]) await store.recordReading(listOn(day), MONDAY + day * DAY);
  return { store, db: openTables(name) };
}

const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'evidence' ? undefined : one))) as unknown;

const byId = <T>(all: readonly T[], id: (one: T) => string) => [...all].sort((a, b) => (id(a) < id(b) ? -1 : 1));

/** Whatever was packed, histories and pipelines say what the rows say. */
async function expectSame({ store, db }: { store: Store; db: Database }, days: readonly number[]): Promise<void> {
  const packed = byId(await store.loadHistories(), ({ deal }) => deal.id);
  const when = days.flatMap((day) =>
    days.map((known) => ({ asOf: MONDAY + day * DAY + HOUR, knownAt: MONDAY + known * DAY + HOUR, timeZone: 'UTC' })),
  );
  for (const moment of when) {
    const expected = packed.flatMap((history) => dealAsOf(history, moment) ?? []);
    const told = await dealsAsOf(db, moment);
    expect(plain(byId(told, ({ record }) => record.id))).toEqual(plain(byId(expected, ({ record }) => record.id)));
  }
  await db.transaction('rw', ['packs', 'meta'], () => dropPacks(db));
  const rows = byId(await store.loadHistories(), ({ deal }) => deal.id);
  expect(JSON.parse(JSON.stringify(packed))).toEqual(JSON.parse(JSON.stringify(rows)));
}

test('packed histories are the rows, and so is what was recorded since', async () => {
  const one = await pipeline();
  await refreshPacks(one.db);
  expect(await one.db.packs.count()).toBe(3);
  await one.store.recordReading(listOn(9), MONDAY + 9 * DAY);
  const newcomer = reading({ at: MONDAY + 9 * DAY, deals: [dealReading({ name: 'Late comer' }, 'new')] });
  await one.store.recordReading(newcomer, MONDAY + 9 * DAY);
  await expectSame(one, [-1, 0, 4, 8, 9]);
});

test('packing goes on where it stopped, and does nothing where little is new', async () => {
  const one = await pipeline();
  await refreshPacks(one.db);
  const before = await one.db.packs.toArray();
  await one.store.recordReading(
    reading({ at: MONDAY + 9 * DAY, deals: [dealReading({ owner: 'Zoe' }, 'rec-3')] }),
    MONDAY + 9 * DAY,
  );
  await refreshPacks(one.db);
  expect(await one.db.packs.toArray()).toEqual(before);
  for (const day of [10, 11, 12, 13, 14, 15, 16]) await one.store.recordReading(listOn(day), MONDAY + day * DAY);
  await refreshPacks(one.db);
  expect(await one.db.packs.toArray()).not.toEqual(before);
  await expectSame(one, [0, 8, 12, 16]);
});

test('late readings, imports, a new link and merged deals are told from packs as from rows', async () => {
  const step = fc.record({
    kind: fc.constantFrom('late', 'import', 'link', 'merge', 'list', 'pack'),
    row: fc.nat(DEALS - 1),
    day: fc.integer({ min: 0, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const one = await pipeline();
      let now = MONDAY + 12 * DAY;
      for (const { kind, row, day } of steps) {
        now += HOUR;
        const at = MONDAY + day * DAY + 1;
        const said = { owner: `Late ${day}`, amount: usd(1_000 + day) };
        if (kind === 'late')
          await one.store.recordReading(reading({ at, deals: [dealReading(said, `rec-${row}`)] }), now);
        if (kind === 'list') await one.store.recordReading({ ...listOn(13), id: `list ${now}`, at: now }, now);
        if (kind === 'link') {
          const linked = { ...dealReading({}, `rec-${row}`), url: `https://larkfield.example.com/deal/${row}/${day}` };
          await one.store.recordReading(reading({ page: 'list', at: now, deals: [linked] }), now);
        }
        if (kind === 'import') {
          const key = { recordId: `rec-${row}`, name: null, account: null, owner: null };
          const to = { ok: true as const, value: '2026-12-24', raw: '24.12.2026', rule: 'New' };
          const change = { row: 2, key, field: 'closeDate' as const, from: null, to, at };
          const portion = { id: `p ${now}`, crm: 'pipedrive', tenant: 'larkfield', file: 'h.csv', at, timeZone: 'UTC' };
          await importPortion(one.db, { ...portion, deals: [], changes: [change], past: [] }, now, { dry: false });
        }
        if (kind === 'merge') {
          const [a, b] = await Promise.all(
            [row, (row + day + 1) % DEALS].map((id) => one.store.dealOf('pipedrive', 'larkfield', `rec-${id}`)),
          );
          if (a && b) await mergeDeals(one.db, a, b, now);
        }
        if (kind === 'pack') await refreshPacks(one.db);
      }
      await expectSame(one, [2, 7, 13]);
    }),
    { numRuns: 12 },
  );
});
