/** What may befall a team's frozen weeks, all in one run and by the doors of the product. */
import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type KnownTeam, knownTeam } from '../../entrypoints/dashboard/known-team.ts';
import { freezeFallen } from '../../entrypoints/dashboard/snapshots/fallen.ts';
import { recordsOf } from '../../entrypoints/dashboard/snapshots/records.ts';
import { verifyFrozen } from '../../entrypoints/dashboard/snapshots/verify-frozen.ts';
import type { FrozenLeaf, SnapshotHead } from '../../lib/deal/frozen-snapshot.ts';
import { money } from '../../lib/deal/money.ts';
import { ENGINE } from '../../lib/snapshot/engine.ts';
import type { Verification } from '../../lib/snapshot/verify.ts';
import { openImportStore } from '../../lib/store/import-store.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { openSnapshots } from '../../lib/store/snapshot-store.ts';
import { openStore } from '../../lib/store/store.ts';
import { DAY } from '../deal/make-reading.ts';
import { model } from '../risk/make-model.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';
import { openTables } from '../store/open-test-store.ts';

const END = '2026-11-27';
const NOW = Date.parse(`${END}T18:00:00Z`);
const LOOKS_FROM = NOW - 45 * DAY;
const WEEKS = 6;
const team = simulateTeam({ seed: 11, endDay: END });
const [, GONE = '', OTHER = ''] = team.people.map(({ name }) => name);

let heads: SnapshotHead[];
let first: KnownTeam;

async function known(now: number): Promise<KnownTeam> {
  const store = openStore();
  const [histories, { settings }] = await Promise.all([store.loadHistories(), store.readSettings()]);
  store.close();
  return knownTeam(histories, settings, { asOf: now, knownAt: now, timeZone: 'UTC' });
}

/** Every snapshot as it is found `days` after the last look. */
async function verifyAll(days: number): Promise<Verification[]> {
  const now = await known(NOW + days * DAY);
  const all: Verification[] = [];
  for (const { id, asOf } of heads) {
    const checked = await verifyFrozen(now, await recordsOf(now, asOf), id);
    if (checked) all.push(checked.found);
  }
  return all;
}

const differencesOf = (all: readonly Verification[]) => all.map(({ replay }) => replay?.differences);
const eachWeek = <T>(one: T): T[] => Array.from({ length: WEEKS }, () => one);
const leavesOn = async (id: string): Promise<FrozenLeaf[]> => {
  const store = openSnapshots();
  const leaves = (await store.snapshot(id))?.leaves ?? [];
  store.close();
  return leaves;
};

/** Deals of theirs, with a promise each in somebody's name. */
async function promise(who: string, days: number): Promise<void> {
  const store = openStore();
  const all = await store.loadHistories();
  for (const { deal } of all.filter(({ changes }) => changes.some(({ to }) => to === who)).slice(0, 3)) {
    const madeAt = NOW - days * DAY;
    await store.putPromise({
      ...{ id: `${who} ${deal.id}`, deal: deal.id, who, side: 'ours', what: `${who} sends the terms`, by: END, madeAt },
      ...{ proof: null, movedFrom: [], settled: null },
    });
  }
  store.close();
}

beforeAll(async () => {
  await Dexie.delete('sideline');
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const store = openStore();
  for (const reading of lookReadings(team, { crm: 'salesforce', tenant: 'larkfield' }))
    if (reading.at > LOOKS_FROM) await store.recordReading(reading, reading.at);
  store.close();
  await promise(GONE, 20);
  await promise(OTHER, 13);
  first = await known(NOW);
  ({ heads } = await freezeFallen(
    async () => first,
    () => {},
  ));
}, 120_000);

afterAll(() => {
  vi.useRealTimers();
  return Dexie.delete('sideline');
});

test('six weeks freeze, and each is worked out again the same', async () => {
  expect(heads.map(({ from, reviewed, engine }) => `${from} ${reviewed} ${engine}`)).toEqual(
    ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map(
      (from) => `${from} false ${ENGINE}`,
    ),
  );
  expect(differencesOf(await verifyAll(1))).toEqual(eachWeek([]));
});

test('a person is erased, weights are learnt, a file tells of earlier: all verify, and name what was erased', async () => {
  vi.setSystemTime(NOW + 2 * DAY);
  const keeping = openKeeping();
  await keeping.erase({ what: 'person', names: [GONE] });
  keeping.close();
  const store = openStore();
  const weights = model().signals;
  const doubled = Object.fromEntries(Object.entries(weights).map(([signal, weight]) => [signal, weight * 2 + 1]));
  await store.updateSettings((settings) => ({
    ...settings,
    learnt: { on: true, model: model({ signals: doubled as typeof weights }), shift: 0 },
  }));
  store.close();
  const imports = openImportStore();
  const told = first.histories.slice(0, 12).map(({ deal }) => deal.id);
  const recordIds = (await openTables('sideline').aliases.toArray()).filter(({ deal }) => told.includes(deal));
  const at = LOOKS_FROM - 60 * DAY;
  const rule = 'column';
  const counts = await imports.importPortion(
    {
      ...{ id: 'earlier', crm: 'salesforce', tenant: 'larkfield', file: 'history.csv', at, timeZone: 'UTC' },
      ...{ deals: [], past: [] },
      changes: recordIds.map(({ recordId }, row) => ({
        row,
        key: { recordId, name: null, account: null, owner: null },
        field: 'amount',
        from: { ok: true, value: money(1_000, 'USD'), raw: '1000', rule },
        to: { ok: true, value: money(2_000 + row, 'USD'), raw: '2000', rule },
        at,
      })),
    },
    NOW + 2 * DAY,
    false,
  );
  imports.close();
  expect(counts.changed).toBeGreaterThan(5);

  const all = await verifyAll(3);
  expect(differencesOf(all)).toEqual(eachWeek([]));
  expect(all.map(({ verdict, changed, engine }) => ({ verdict, changed, engine }))).toEqual(
    eachWeek({ verdict: 'sound', changed: [], engine: null }),
  );
  expect(all.map(({ chain }) => chain.kind)).toEqual(['first', ...Array.from({ length: WEEKS - 1 }, () => 'holds')]);
  const erased = all.map(({ erased }) => Object.fromEntries(erased?.kinds ?? []));
  for (const kinds of erased) expect(kinds.person).toBe(1);
  // Promised in the fourth week.
  expect(erased.map(({ said = 0 }) => said)).toEqual([0, 0, 0, 3, 3, 3]);
  for (const { id } of heads) expect(JSON.stringify(await leavesOn(id))).not.toContain(GONE);
  // The same content would be another under what holds today.
  const now = await known(NOW + 3 * DAY);
  const scores = ({ deals }: ReturnType<KnownTeam['teamAt']>) => deals.map(({ now }) => now.assessment.score);
  const moment = { asOf: heads[3]?.asOf ?? 0, knownAt: heads[3]?.knownAt ?? 0, timeZone: 'UTC' };
  expect(scores(now.teamAt(moment))).not.toEqual(scores(first.teamAt(moment)));
}, 60_000);

test('one byte of one part is changed, and that part is named', async () => {
  const { id = '' } = heads[2] ?? {};
  const db = openTables('sideline');
  const [block] = await db.leaves.where('snapshot').equals(id).toArray();
  const target = block?.leaves.findLast((leaf) => 'text' in leaf && leaf.key.startsWith('deal '));
  if (!block || !target || !('text' in target)) throw new Error('No deal is in the first block.');
  const text = target.text.replace(/"outcome":"open"/, '"outcome":"opfn"');
  expect(text).not.toBe(target.text);
  const leaves = block.leaves.map((leaf) => (leaf === target ? { ...target, text } : leaf));
  await db.leaves.put({ ...block, leaves });
  const all = await verifyAll(4);
  expect(all.map(({ verdict }) => verdict)).toEqual(['sound', 'sound', 'tampered', 'sound', 'sound', 'sound']);
  expect(all[2]?.changed).toEqual([{ what: 'leaf', key: target.key }]);
  expect(all[2]?.replay?.differences).toEqual([{ key: target.key, how: 'other', fields: ['outcome'] }]);
});
