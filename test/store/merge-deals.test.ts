import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { mergeDeals, mergedDeals, suspectedTwins, unmergeDeal } from '../../lib/store/merge-deals.ts';
import { DAY, dealReading, MONDAY, reading, type Said } from '../deal/make-reading.ts';
import { EVER } from '../history/make-history.ts';
import { contentOf, freshName, openTab, openTables } from './open-test-store.ts';

const lark: Said = { name: 'Larkfield Press', account: 'Larkfield', owner: 'Ana' };

const look = (tenant: string, recordId: string, at: number, said: Said) =>
  reading({ tenant, url: `https://${tenant}.example.com/deal/${recordId}`, at, deals: [dealReading(said, recordId)] });

async function twoHosts() {
  const name = freshName();
  const store = openTab(name);
  const { deals: old } = await store.recordReading(look('larkfield', '7', MONDAY, lark), MONDAY);
  const { deals: now } = await store.recordReading(look('larkfield-eu', '7', MONDAY + DAY, lark), MONDAY + DAY);
  return { name, store, old: old[0] ?? '', now: now[0] ?? '' };
}

test('one deal under two hosts is shown as one, and found under both', async () => {
  const { name, store, old, now } = await twoHosts();
  const db = openTables(name);
  expect(await suspectedTwins(db)).toEqual([{ deal: old, into: now, name: 'Larkfield Press', why: 'same-record' }]);
  await mergeDeals(db, old, now, MONDAY + 2 * DAY);
  expect(await suspectedTwins(db)).toEqual([]);
  expect(await mergedDeals(db)).toEqual([{ deal: old, into: now, name: 'Larkfield Press', at: MONDAY + 2 * DAY }]);
  expect((await store.loadHistories()).map(({ deal }) => deal)).toMatchObject([{ id: now, firstSeenAt: MONDAY }]);
  for (const tenant of ['larkfield', 'larkfield-eu']) expect(await store.dealOf('pipedrive', tenant, '7')).toBe(now);
  const again = await store.recordReading(
    look('larkfield', '7', MONDAY + 3 * DAY, { ...lark, owner: 'Ben' }),
    MONDAY + 3 * DAY,
  );
  expect(again.deals).toEqual([now]);
  expect(await store.recentlyOpened('pipedrive', 'larkfield', 9)).toEqual([now]);
  const history = await store.loadHistory(old);
  expect(history && dealAsOf(history, EVER)?.fields.owner?.value).toBe('Ben');
});

test('two records of one site are two deals, and what agrees in its name alone is not suspected', async () => {
  const { name, store } = await twoHosts();
  const later = MONDAY + 2 * DAY;
  await store.recordReading(look('larkfield', '8', later, lark), later);
  await store.recordReading(look('dunmore', '9', later, { name: 'Larkfield Press' }), later);
  const twins = await suspectedTwins(openTables(name));
  expect(twins.map(({ why }) => why).sort()).toEqual(['same-name', 'same-record']);
});

test('merging and taking it back leaves every deal as if it had never been, whatever was seen meanwhile', async () => {
  const step = fc.record({
    host: fc.boolean(),
    owner: fc.constantFrom('Ana', 'Ben'),
    days: fc.integer({ min: 2, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
      const [merged, never] = [await twoHosts(), await twoHosts()];
      await mergeDeals(openTables(merged.name), merged.old, merged.now, MONDAY + DAY);
      for (const { store } of [merged, never]) {
        for (const [index, { host, owner, days }] of steps.entries()) {
          const at = MONDAY + days * DAY;
          const said = look(host ? 'larkfield' : 'larkfield-eu', '7', at, { ...lark, owner });
          await store.recordReading({ ...said, id: `step ${index}` }, MONDAY + 10 * DAY);
        }
      }
      await unmergeDeal(openTables(merged.name), merged.old);
      const plain = async ({ store }: typeof merged) =>
        (await store.loadHistories())
          .map((history) => [history.deal.tenant, dealAsOf(history, EVER)?.fields, history.sightings])
          .map(([tenant, fields, sightings]) => JSON.stringify([tenant, fields, sightings]))
          .sort();
      expect(await plain(merged)).toEqual(await plain(never));
      const tables = async (name: string) =>
        JSON.stringify({ ...(await contentOf(name)), meta: [] }).replace(/reading-\d+/g, '');
      expect((await tables(merged.name)).length).toBe((await tables(never.name)).length);
    }),
    { numRuns: 25 },
  );
});
