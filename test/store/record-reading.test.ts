import { expect, test } from 'vitest';
import type { Reading } from '../../lib/deal/reading.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { foldRows } from '../../lib/history/fold.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, HOUR, MINUTE, MONDAY, reading, type Said, usd } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const NOW = MONDAY + 1000;
const EVER = { asOf: Number.MAX_SAFE_INTEGER, knownAt: Number.MAX_SAFE_INTEGER, timeZone: 'Europe/Berlin' };

async function historyOf(store: Store, recordId = '7'): Promise<DealHistory> {
  const deal = await store.dealOf('pipedrive', 'larkfield', recordId);
  const history = deal === null ? null : await store.loadHistory(deal);
  if (!history) throw new Error(`record ${recordId} is not on record`);
  return history;
}

const list = (rows: [string | null, Said][], part: Partial<Reading> = {}) =>
  reading({
    page: 'list',
    url: 'https://larkfield.example.com/deals',
    deals: rows.map(([recordId, said]) => dealReading(said, recordId)),
    rows: { loaded: rows.length, total: rows.length },
    ...part,
  });

test('a reading is found again as the history of its deal', async () => {
  const store = openTab(freshName());
  const said = { name: 'Larkfield Press', amount: usd(48_500), nextStep: { missing: 'empty' } } as const;
  const { duplicate, deals, changes } = await store.recordReading(reading({ said }), NOW);
  expect({ duplicate, count: deals.length, changes }).toEqual({ duplicate: false, count: 1, changes: 3 });
  const history = await historyOf(store);
  expect(history.deal).toMatchObject({ id: deals[0], crm: 'pipedrive', tenant: 'larkfield', firstSeenAt: MONDAY });
  expect(history.sightings).toEqual([expect.objectContaining({ at: MONDAY, recordedAt: NOW, page: 'record' })]);
  const fields = dealAsOf(history, EVER)?.fields;
  expect(fields?.amount).toMatchObject({ value: usd(48_500), evidence: { rule: 'css amount', page: 'record' } });
  expect(fields?.nextStep?.value).toBeNull();
});

test('a message that is sent again is stored once', async () => {
  const store = openTab(freshName());
  const once = reading({ said: { owner: 'Ana' } });
  const first = await store.recordReading(once, NOW);
  expect(await store.recordReading(once, NOW + DAY)).toEqual({ duplicate: true, deals: first.deals, changes: 0 });
  expect((await historyOf(store)).sightings).toHaveLength(1);
});

test('a page that is read every second adds one row a minute', async () => {
  const store = openTab(freshName());
  for (let second = 0; second < 150; second++) {
    await store.recordReading(reading({ at: MONDAY + second * 1000, said: { owner: 'Ana' } }), NOW + second * 1000);
  }
  const { sightings } = await historyOf(store);
  expect(sightings.map(({ at }) => (at - MONDAY) / 1000)).toEqual([0, 60, 120]);
});

test('within the minute a look counts that comes after another count of its view, or is at another view', async () => {
  const name = freshName();
  const store = openTab(name);
  const rows: [string, Said][] = [
    ['7', { name: 'Larkfield Press' }],
    ['8', { name: 'Harlow Mills' }],
  ];
  const whole = (second: number, part: Partial<Reading> = {}) =>
    store.recordReading(list(rows, { id: `look-${second}`, at: MONDAY + second * 1000, ...part }), NOW + second * 1000);
  const filtered = list(rows.slice(0, 1), { id: 'filtered', at: MONDAY + 5_000 });
  await whole(0);
  await whole(2);
  await store.recordReading(filtered, NOW + 5_000);
  await whole(8);
  await whole(9);
  await whole(12, { url: 'https://larkfield.example.com/deals/mine' });
  const looks = await openTables(name).sightings.toArray();
  expect(looks.map(({ at }) => (at - MONDAY) / 1000)).toEqual([0, 5, 8, 12]);
});

test('a change within the minute is stored with the look that showed it', async () => {
  const store = openTab(freshName());
  await store.recordReading(reading({ said: { owner: 'Ana' } }), NOW);
  await store.recordReading(reading({ at: MONDAY + 1000, said: { owner: 'Ben' } }), NOW + 1000);
  await store.recordReading(reading({ at: MONDAY + 2000, said: { owner: 'Ana' } }), NOW + 2000);
  const history = await historyOf(store);
  expect(changesAsOf(history, EVER).map(({ to, seenAt }) => [to, seenAt - MONDAY])).toEqual([
    ['Ana', 0],
    ['Ben', 1000],
    ['Ana', 2000],
  ]);
});

test('another deal, another kind of page or one field more is no repeated look', async () => {
  const store = openTab(freshName());
  await store.recordReading(list([['7', { owner: 'Ana' }]]), NOW);
  await store.recordReading(reading({ at: MONDAY + 1000, said: { owner: 'Ana' } }), NOW);
  await store.recordReading(list([['7', { owner: 'Ana' }]], { rows: { loaded: 1, total: 9 }, at: MONDAY + 2000 }), NOW);
  expect((await historyOf(store)).sightings).toHaveLength(3);
});

test('the same content under a new id, sent late, changes nothing', async () => {
  const store = openTab(freshName());
  await store.recordReading(reading({ said: { owner: 'Ana' } }), NOW);
  await store.recordReading(reading({ at: MONDAY + HOUR, said: { owner: 'Ben' } }), NOW + HOUR);
  const { changes } = await store.recordReading(reading({ said: { owner: 'Ana' } }), NOW + 2 * HOUR);
  const history = await historyOf(store);
  expect([changes, history.sightings.length]).toEqual([0, 2]);
  expect(dealAsOf(history, EVER)?.fields.owner?.value).toBe('Ben');
});

test('a late reading finds its place and leaves what is known now', async () => {
  const name = freshName();
  const store = openTab(name);
  await store.recordReading(reading({ said: { owner: 'Ana', stage: { id: 'a', label: 'Discovery', order: 0 } } }), NOW);
  await store.recordReading(reading({ at: MONDAY + 9 * DAY, said: { owner: 'Cem' } }), NOW + 9 * DAY);
  await store.recordReading(reading({ at: MONDAY + 4 * DAY, said: { owner: 'Ben' } }), NOW + 10 * DAY);
  const history = await historyOf(store);
  expect(changesAsOf(history, EVER).flatMap(({ field, to }) => (field === 'owner' ? [to] : []))).toEqual([
    'Ana',
    'Ben',
    'Cem',
  ]);
  const state = await openTables(name).states.get(history.deal.id);
  expect(state?.fields).toEqual(foldRows(history).fields);
});

test('a reading dated in the future counts as said when it was recorded', async () => {
  const store = openTab(freshName());
  await store.recordReading(reading({ at: MONDAY + 300 * DAY, said: { owner: 'Ana' } }), NOW);
  await store.recordReading(reading({ at: MONDAY + DAY, said: { owner: 'Ben' } }), NOW + DAY);
  const history = await historyOf(store);
  expect(history.deal.firstSeenAt).toBe(NOW);
  expect(dealAsOf(history, EVER)?.fields.owner?.value).toBe('Ben');
});

test('a list and a record page of one deal make one history', async () => {
  const store = openTab(freshName());
  const rows: [string, Said][] = [
    ['7', { name: 'Larkfield Press', amount: usd(310_000, 500) }],
    ['8', { name: 'Dunmore Foods' }],
  ];
  const { deals } = await store.recordReading(list(rows), NOW);
  await store.recordReading(reading({ at: MONDAY + HOUR, said: { amount: usd(309_750), nextStep: 'Redlines' } }), NOW);
  const history = await historyOf(store);
  expect(history.deal.id).toBe(deals[0]);
  expect(history.deal.url).toBe('https://larkfield.example.com/deal/7');
  const fields = dealAsOf(history, EVER)?.fields;
  expect([fields?.amount?.value, fields?.nextStep?.value]).toEqual([usd(309_750), 'Redlines']);
  expect((await store.loadHistories()).map(({ deal }) => deal.id).sort()).toEqual([...deals].sort());
});

test('the same record id in another installation is another deal', async () => {
  const store = openTab(freshName());
  const ours = await store.recordReading(reading(), NOW);
  const theirs = await store.recordReading(reading({ tenant: 'dunmore' }), NOW);
  expect(ours.deals[0]).not.toBe(theirs.deals[0]);
});

test('of two rows for one deal on one page the first counts', async () => {
  const store = openTab(freshName());
  const rows: [string, Said][] = [
    ['7', { owner: 'Ana' }],
    ['7', { owner: 'Ben' }],
  ];
  const { deals, changes } = await store.recordReading(list(rows), NOW);
  expect([deals[0] === deals[1], changes]).toEqual([true, 1]);
  expect(dealAsOf(await historyOf(store), EVER)?.fields.owner?.value).toBe('Ana');
});

test('a row that says nothing makes no deal', async () => {
  const store = openTab(freshName());
  const { deals } = await store.recordReading(list([['7', { name: { missing: 'unreadable' } }]]), NOW);
  expect(deals).toEqual([null]);
  expect(await store.loadHistories()).toEqual([]);
});

const known = { name: 'Larkfield Press', account: 'Larkfield', owner: 'Ana' };

test('a row without a record id is known by name, account and owner together', async () => {
  const store = openTab(freshName());
  const { deals } = await store.recordReading(reading({ said: known }), NOW);
  const rows: [null, Said][] = [
    [null, { ...known, name: ' larkfield  press', amount: usd(5) }],
    [null, { ...known, owner: 'Ben' }],
    [null, { name: known.name, account: known.account }],
  ];
  expect((await store.recordReading(list(rows, { at: MONDAY + HOUR }), NOW)).deals).toEqual([deals[0], null, null]);
  expect(dealAsOf(await historyOf(store), EVER)?.fields.amount?.value).toEqual(usd(5));
});

test('a row without a record id that fits two deals is neither', async () => {
  const store = openTab(freshName());
  await store.recordReading(
    list([
      ['7', known],
      ['8', known],
    ]),
    NOW,
  );
  expect((await store.recordReading(list([[null, known]], { at: MONDAY + HOUR }), NOW)).deals).toEqual([null]);
});

test('the stages of a deal are those of its pipeline', async () => {
  const store = openTab(freshName());
  const stages = (...labels: string[]) => labels.map((label, order) => ({ id: null, label, order }));
  const renewal = stages('Due', 'Offered', 'Signed');
  const fresh = stages('Discovery', 'Proposal', 'Won');
  await store.recordReading(reading({ said: { pipeline: 'New business', stage: fresh[1] }, stages: fresh }), NOW);
  await store.recordReading(list([['9', { pipeline: 'Renewals', stage: renewal[0] }]], { stages: renewal }), NOW);
  await store.recordReading(list([['8', { stage: renewal[1] }]], { at: MONDAY + HOUR }), NOW);
  expect((await historyOf(store)).stages).toEqual(fresh);
  expect((await historyOf(store, '9')).stages).toEqual(renewal);
  expect((await historyOf(store, '8')).stages).toEqual(renewal);
});

test('a stage of one name in two pipelines is looked up in its own', async () => {
  const store = openTab(freshName());
  const stages = (...labels: string[]) => labels.map((label, order) => ({ id: null, label, order }));
  const fresh = stages('Discovery', 'Proposal', 'Won');
  const renewal = stages('Proposal', 'Won');
  await store.recordReading(reading({ said: { pipeline: 'New business', stage: fresh[1] }, stages: fresh }), NOW);
  const late = { stages: renewal, at: MONDAY + HOUR };
  await store.recordReading(list([['9', { pipeline: 'Renewals', stage: renewal[0] }]], late), NOW + HOUR);
  expect((await historyOf(store)).stages).toEqual(fresh);
});

test('stages that were reordered are told as last seen, and a late look does not bring the old ones back', async () => {
  const store = openTab(freshName());
  const said = { pipeline: 'New business' };
  const stages = ['Discovery', 'Proposal'].map((label, order) => ({ id: null, label, order }));
  const turned = ['Proposal', 'Discovery'].map((label, order) => ({ id: null, label, order }));
  await store.recordReading(reading({ said, stages: turned, at: MONDAY + HOUR }), NOW + HOUR);
  await store.recordReading(reading({ said, stages }), NOW + HOUR);
  expect((await historyOf(store)).stages).toEqual(turned);
});

test('the last list of each installation is known, boards too', async () => {
  const store = openTab(freshName());
  await store.recordReading(list([['7', known]]), NOW);
  const { deals } = await store.recordReading(list([['8', known]], { page: 'board', at: MONDAY + HOUR }), NOW + HOUR);
  await store.recordReading(reading({ at: MONDAY + 2 * HOUR }), NOW + 2 * HOUR);
  await store.recordReading(list([['7', known]], { tenant: 'dunmore', at: MONDAY + 3 * HOUR }), NOW + 3 * HOUR);
  expect(await store.lastLists()).toEqual([
    expect.objectContaining({ tenant: 'dunmore', page: 'list' }),
    expect.objectContaining({ tenant: 'larkfield', page: 'board', deals, rows: { loaded: 1, total: 1 } }),
  ]);
});

test('the deals opened last are known per installation, the latest first, and no list counts as an opening', async () => {
  const store = openTab(freshName());
  const opened = async (id: string, at: number, tenant = 'larkfield') =>
    (await store.recordReading(reading({ at, tenant, deals: [dealReading({ name: `Deal ${id}` }, id)] }), at)).deals[0];
  const seven = await opened('7', MONDAY);
  const eight = await opened('8', MONDAY + HOUR);
  await opened('9', MONDAY + HOUR, 'dunmore');
  await opened('7', MONDAY + 2 * HOUR);
  await store.recordReading(list([['10', known]], { at: MONDAY + 3 * HOUR }), MONDAY + 3 * HOUR);
  expect(await store.recentlyOpened('pipedrive', 'larkfield', 5)).toEqual([seven, eight]);
  expect(await store.recentlyOpened('pipedrive', 'larkfield', 1)).toEqual([seven]);
  expect(await store.recentlyOpened('pipedrive', 'nobody', 5)).toEqual([]);
});

test('histories come in the order asked for, without those that are not known', async () => {
  const store = openTab(freshName());
  const rows: [string, Said][] = ['7', '8', '9'].map((id) => [id, { name: `Deal ${id}` }]);
  const [seven, , nine] = (await store.recordReading(list(rows), NOW)).deals;
  const histories = await store.loadHistories([nine ?? '', 'nobody', seven ?? '']);
  expect(histories.map(({ deal }) => deal.id)).toEqual([nine, seven]);
  expect(await store.loadHistory('nobody')).toBeNull();
});

test('a list of hundreds is recorded and read whole', async () => {
  const store = openTab(freshName());
  const rows = Array.from({ length: 300 }, (_, at): [string, Said] => [
    String(at),
    { name: `Deal ${at}`, amount: usd(1000 + at), owner: 'Ana', closeDate: '2026-11-28' },
  ]);
  await store.recordReading(list(rows), NOW);
  await store.recordReading(list(rows, { at: MONDAY + 5 * MINUTE }), NOW + 5 * MINUTE);
  const histories = await store.loadHistories();
  expect(histories).toHaveLength(300);
  expect(histories.every(({ changes, sightings }) => changes.length === 4 && sightings.length === 2)).toBe(true);
});
