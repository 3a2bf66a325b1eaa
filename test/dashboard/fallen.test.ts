import { Dexie } from 'dexie';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type KnownTeam, knownTeam } from '../../entrypoints/dashboard/known-team.ts';
import { freezeFallen } from '../../entrypoints/dashboard/snapshots/fallen.ts';
import { lastFrozen } from '../../lib/deal/frozen-snapshot.ts';
import type { WeeksFrozen } from '../../lib/snapshot/say-freezing.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { openSnapshots } from '../../lib/store/snapshot-store.ts';
import { openStore } from '../../lib/store/store.ts';
import { DAY } from '../deal/make-reading.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';
import { openTables } from '../store/open-test-store.ts';

const END = '2026-11-27';
const NOW = Date.parse(`${END}T18:00:00Z`);
const WEEKS = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'];
const team = simulateTeam({ seed: 11, endDay: END });
const [, GONE = ''] = team.people.map(({ name }) => name);

async function read(): Promise<KnownTeam> {
  const store = openStore();
  const [histories, { settings }] = await Promise.all([store.loadHistories(), store.readSettings()]);
  store.close();
  return knownTeam(histories, settings, { asOf: NOW, knownAt: NOW, timeZone: 'UTC' });
}

async function headsNow() {
  const store = openSnapshots();
  const { heads } = await store.heads();
  store.close();
  return heads;
}

/** One chain through all weeks, each frozen once. */
async function expectWhole(weeks: readonly string[]): Promise<void> {
  const heads = await headsNow();
  expect(heads.map(({ from }) => from)).toEqual(weeks);
  expect(heads.map(({ before }) => before)).toEqual([null, ...heads.slice(0, -1).map(({ root }) => root)]);
  expect(lastFrozen(heads)?.from).toBe(weeks.at(-1));
}

beforeAll(async () => {
  await Dexie.delete('sideline');
  const store = openStore();
  for (const reading of lookReadings(team, { crm: 'salesforce', tenant: 'larkfield' }))
    if (reading.at > NOW - 33 * DAY) await store.recordReading(reading, reading.at);
  store.close();
}, 60_000);

afterAll(() => Dexie.delete('sideline'));

afterEach(async () => {
  const { snapshots, leaves } = openTables('sideline');
  await Promise.all([snapshots.clear(), leaves.clear()]);
});

test('weeks freeze one by one, oldest first, and each is on record before the next is begun', async () => {
  const known = await read();
  const told: [WeeksFrozen, Promise<number>][] = [];
  await freezeFallen(
    async () => known,
    (one) => told.push([one, headsNow().then(({ length }) => length)]),
  );
  expect(told.map(([one]) => one)).toEqual([0, 1, 2, 3, 4].map((done) => ({ done, of: WEEKS.length })));
  expect(await Promise.all(told.map(([, onRecord]) => onRecord))).toEqual([0, 1, 2, 3, 4]);
  await expectWhole(WEEKS);
  const later: WeeksFrozen[] = [];
  await freezeFallen(
    async () => known,
    (one) => later.push(one),
  );
  expect(later).toEqual([]);
});

test('whoever is stopped in between goes on the next time', async () => {
  const known = await read();
  const stop = freezeFallen(
    async () => known,
    ({ done }) => {
      if (done === 2) throw new Error('The page was closed.');
    },
  );
  await expect(stop).rejects.toThrow('The page was closed.');
  await expectWhole(WEEKS.slice(0, 2));
  const told: WeeksFrozen[] = [];
  const { heads } = await freezeFallen(read, (one) => told.push(one));
  expect(told[0]).toEqual({ done: 0, of: 2 });
  expect(heads).toHaveLength(WEEKS.length);
  await expectWhole(WEEKS);
});

test('two tabs that freeze at once come to the same weeks, and neither fails', async () => {
  const [one, other] = [await read(), await read()];
  const quiet = () => {};
  const both = await Promise.all([freezeFallen(async () => one, quiet), freezeFallen(async () => other, quiet)]);
  for (const { heads } of both) expect(heads.map(({ from }) => from)).toEqual(WEEKS);
  await expectWhole(WEEKS);
});

test('who is erased while weeks freeze is in none of those that follow', async () => {
  let known = await read();
  let isErased = false;
  const { heads } = await freezeFallen(
    async () => {
      if (!isErased && (await headsNow()).length === 2) {
        isErased = true;
        const keeping = openKeeping();
        await keeping.erase({ what: 'person', names: [GONE] });
        keeping.close();
        known = await read();
      }
      return known;
    },
    () => {},
  );
  expect(isErased).toBe(true);
  await expectWhole(WEEKS);
  const store = openSnapshots();
  for (const { id } of heads) expect(JSON.stringify(await store.snapshot(id))).not.toContain(GONE);
  store.close();
});
