import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { PastEntry, PastPart } from '../../lib/deal/past.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, HOUR, MINUTE, MONDAY, reading } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const evidence = { rule: '.message', raw: '30 Oct' };
const mail = (text: string): PastEntry => ({
  ...{ kind: 'event', day: '2026-10-30', what: 'email', side: 'buyer', who: 'Ana', text },
  evidence,
});
const call: PastEntry = { kind: 'planned', what: 'Call Ana', due: '2026-11-06', owner: null, evidence };

function seen(at: number, entries: PastEntry[], parts: PastPart[] = ['feed', 'planned']) {
  return { crm: 'pipedrive', tenant: 'larkfield', recordId: '7', at, entries, parts };
}

async function opened(): Promise<{ store: Store; deal: string; name: string }> {
  const name = freshName();
  const store = openTab(name);
  const { deals } = await store.recordReading(reading({ said: { name: 'Larkfield Press' } }), MONDAY);
  return { store, deal: deals[0] ?? '', name };
}

test('what a page showed is found again with the history of its deal', async () => {
  const { store, deal } = await opened();
  expect(await store.recordPast(seen(MONDAY, [mail('a'), call]), MONDAY)).toEqual({ deal, isNews: true });
  const past = (await store.loadHistory(deal))?.past;
  expect(past?.rows.map(({ entry }) => entry.kind).sort()).toEqual(['event', 'planned']);
  expect(past?.looks).toEqual([expect.objectContaining({ at: MONDAY, parts: ['feed', 'planned'] })]);
});

test('the same thing seen twice is one row, first and last seen', async () => {
  const { store, deal } = await opened();
  await store.recordPast(seen(MONDAY, [mail('a')]), MONDAY);
  expect((await store.recordPast(seen(MONDAY + MINUTE, [mail('a')]), MONDAY + MINUTE)).isNews).toBe(false);
  await store.recordPast(seen(MONDAY + DAY, [mail('a'), mail('b')]), MONDAY + DAY);
  const rows = (await store.loadHistory(deal))?.past?.rows ?? [];
  expect(rows).toHaveLength(2);
  expect(rows.find(({ key }) => key.endsWith('|a'))).toMatchObject({ seenAt: MONDAY, lastSeenAt: MONDAY + DAY });
});

test('two of a kind that a page shows at once are two', async () => {
  const { store, deal } = await opened();
  await store.recordPast(seen(MONDAY, [mail('a'), mail('a')]), MONDAY);
  await store.recordPast(seen(MONDAY + DAY, [mail('a'), mail('a')]), MONDAY + DAY);
  expect((await store.loadHistory(deal))?.past?.rows).toHaveLength(2);
});

test('what is planned and gone is known as gone, and a look that says nothing new is kept once an hour', async () => {
  const { store, deal } = await opened();
  await store.recordPast(seen(MONDAY, [call]), MONDAY);
  await store.recordPast(seen(MONDAY + MINUTE, [call]), MONDAY + MINUTE);
  await store.recordPast(seen(MONDAY + 2 * HOUR, [call]), MONDAY + 2 * HOUR);
  expect((await store.recordPast(seen(MONDAY + 3 * HOUR, []), MONDAY + 3 * HOUR)).isNews).toBe(true);
  const looks = (await store.loadHistory(deal))?.past?.looks ?? [];
  expect(looks.map(({ standing }) => standing.length)).toEqual([1, 1, 0]);
});

test('of a deal that is not on record nothing is kept', async () => {
  const { store, name } = await opened();
  expect(await store.recordPast({ ...seen(MONDAY, [mail('a')]), recordId: '8' }, MONDAY)).toEqual({
    deal: null,
    isNews: false,
  });
  expect(await openTables(name).past.count()).toBe(0);
});

test('a deal keeps so many things and no more; what it has goes on being seen', async () => {
  const { store, deal, name } = await opened();
  for (let time = 0; time < 11; time++) {
    const entries = Array.from({ length: 100 }, (_, at) => mail(`${time} ${at}`));
    await store.recordPast(seen(MONDAY + time * DAY, entries), MONDAY + time * DAY);
  }
  expect(await openTables(name).past.where('deal').equals(deal).count()).toBe(1_000);
});

test('a database of the form before opens with all that it held', async () => {
  const name = freshName();
  const old = new Dexie(name);
  old.version(1).stores({
    ...{ deals: 'id', aliases: '[crm+tenant+kind+recordId], deal', changes: 'seq, deal' },
    ...{ sightings: 'seq, &reading, rowSet, [crm+tenant+page+at]', rowSets: '++id, hash, *deals' },
    ...{ states: 'deal, [crm+tenant+nameKey]', stageSets: '[crm+tenant+key], [crm+tenant]' },
    ...{ promises: 'id, deal', waits: 'id, deal', prompts: 'id, deal', settings: 'key', meta: 'key' },
  });
  await old.table('deals').put({ id: 'd', crm: 'pipedrive', tenant: 'larkfield', url: '', firstSeenAt: MONDAY });
  await old.table('aliases').put({ crm: 'pipedrive', tenant: 'larkfield', kind: 'deal', recordId: '7', deal: 'd' });
  old.close();
  const store = openTab(name);
  const history = await store.loadHistory('d');
  expect([history?.deal.id, history?.past]).toEqual(['d', undefined]);
  expect(await store.recordPast(seen(MONDAY, [mail('a')]), MONDAY)).toEqual({ deal: 'd', isNews: true });
});
