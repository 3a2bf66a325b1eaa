import { expect, test } from 'vitest';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { unpackDeals } from '../../lib/history/packed.ts';
import { dealsAsOf } from '../../lib/store/deals-as-of.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import type { Database } from '../../lib/store/schema.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, MONDAY, reading, type Said, usd } from '../deal/make-reading.ts';
import { EVER } from '../history/make-history.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const said: Said = { name: 'Larkfield Press', owner: 'Ana', amount: usd(48_500) };

async function twoDeals(): Promise<{ store: Store; db: Database; damaged: string; other: string }> {
  const name = freshName();
  const store = openTab(name);
  const ids: string[] = [];
  for (const recordId of ['7', '8']) {
    const { deals } = await store.recordReading(reading({ deals: [dealReading(said, recordId)] }), MONDAY);
    await store.recordReading(
      reading({ at: MONDAY + DAY, deals: [dealReading({ ...said, owner: 'Ben' }, recordId)] }),
      MONDAY + DAY,
    );
    ids.push(deals[0] ?? '');
  }
  return { store, db: openTables(name), damaged: ids[0] ?? '', other: ids[1] ?? '' };
}

const DAMAGES: [string, Record<string, unknown>][] = [
  ['no evidence', { evidence: null }],
  ['a field that is none', { field: 'phase' }],
  ['an amount without a figure', { field: 'amount', to: { currency: 'USD' } }],
  ['text for a stage', { field: 'stage', to: 'Proposal' }],
  ['no moment', { seenAt: 'yesterday' }],
];

test.each(DAMAGES)('a row with %s is left out, and the rest of the deal stands', async (_, part) => {
  const { store, db, damaged, other } = await twoDeals();
  const [row] = await db.changes
    .where('deal')
    .equals(damaged)
    .and(({ to }) => to === 'Ben')
    .toArray();
  await db.changes.put({ ...row, ...part } as never);
  const [one, two] = [await store.loadHistory(damaged), await store.loadHistory(other)];
  expect([one?.damaged, two?.damaged]).toEqual([1, undefined]);
  expect(one && dealAsOf(one, EVER)?.fields.owner?.value).toBe('Ana');
  expect(two && dealAsOf(two, EVER)?.fields.owner?.value).toBe('Ben');
  expect(await store.loadHistories()).toHaveLength(2);
  await store.recordReading(
    reading({ at: MONDAY + 2 * DAY, deals: [dealReading({ ...said, owner: 'Cem' }, '7')] }),
    MONDAY + 2 * DAY,
  );
  const after = await store.loadHistory(damaged);
  expect(after && dealAsOf(after, EVER)?.fields.owner?.value).toBe('Cem');
});

test('a damaged checkpoint is worked out anew from the rows', async () => {
  const { store, db, damaged } = await twoDeals();
  for (const [index, broken] of [
    { fields: null },
    { fields: { owner: { value: 3 } } },
    { lastSeenAt: null },
  ].entries()) {
    const state = await db.states.get(damaged);
    await db.states.put({ ...state, ...broken } as never);
    const at = MONDAY + (3 + index) * DAY;
    await store.recordReading(reading({ at, deals: [dealReading(said, '7')] }), at);
    expect((await db.states.get(damaged))?.fields.owner?.value).toBe('Ana');
  }
});

test('a damaged pack is read past, and made anew', async () => {
  const name = freshName();
  const store = openTab(name);
  const list = (day: number) =>
    reading({
      page: 'list',
      at: MONDAY + day * DAY,
      deals: Array.from({ length: 150 }, (_, row) =>
        dealReading({ name: `Deal ${row}`, owner: `Owner ${day}`, amount: usd(row + day) }, `r${row}`),
      ),
    });
  for (const day of [0, 1]) await store.recordReading(list(day), MONDAY + day * DAY);
  const db = openTables(name);
  await refreshPacks(db);
  const whole = await store.loadHistories();
  const [pack] = await db.packs.toArray();
  await db.packs.put({ ...pack, values: '[[["' } as never);
  const owners = (histories: typeof whole) => histories.map((history) => dealAsOf(history, EVER)?.fields.owner?.value);
  expect(owners(await store.loadHistories())).toEqual(owners(whole));
  expect(await dealsAsOf(db, EVER)).toHaveLength(150);
  for (const day of [2, 3]) await store.recordReading(list(day), MONDAY + day * DAY);
  await refreshPacks(db);
  expect((await db.packs.toArray()).flatMap((one) => unpackDeals(one))).toHaveLength(150);
  expect(new Set(owners(await store.loadHistories()))).toEqual(new Set(['Owner 3']));
});
