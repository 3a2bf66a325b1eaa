import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { DAY, HOUR, MONDAY, reading } from '../deal/make-reading.ts';
import { problemsIn } from '../faults/stored-problems.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const YEAR = 365 * DAY;

async function rowsIn(name: string) {
  const db = openTables(name);
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

test('what a clock that ran ahead dated into the future happened by the time it was set right', async () => {
  const name = freshName();
  const store = openTab(name);
  const owners = ['Ana', 'Ben', 'Cem', 'Dora'];
  const clocks = [MONDAY, MONDAY + YEAR, MONDAY + YEAR + HOUR, MONDAY + DAY];
  for (const [at, owner] of owners.entries()) {
    const now = clocks[at] ?? 0;
    await store.recordReading(reading({ at: now, said: { owner } }), now);
  }
  const [history] = await store.loadHistories();
  const now = { asOf: MONDAY + DAY, knownAt: MONDAY + DAY, timeZone: 'UTC' };
  expect(history && changesAsOf(history, now).map(({ to, seenAt }) => [to, seenAt])).toEqual([
    ['Ana', MONDAY],
    ['Ben', MONDAY + DAY],
    ['Cem', MONDAY + DAY],
    ['Dora', MONDAY + DAY],
  ]);
  // When the wrong day comes, nothing comes back.
  expect(history && dealAsOf(history, { ...now, asOf: MONDAY + 2 * YEAR })?.fields.owner?.value).toBe('Dora');
  expect(problemsIn(await rowsIn(name))).toEqual([]);
});

test('a clock that lost its time stands still until it is set right', async () => {
  const name = freshName();
  const store = openTab(name);
  await store.recordReading(reading({ at: MONDAY, said: { owner: 'Ana' } }), MONDAY);
  const lost = Date.UTC(2010, 0, 1);
  await store.recordReading(reading({ at: lost, said: { owner: 'Ben' } }), lost);
  await store.recordReading(reading({ at: MONDAY + DAY, said: { owner: 'Cem' } }), MONDAY + DAY);
  const [history] = await store.loadHistories();
  const now = { asOf: MONDAY + DAY, knownAt: MONDAY + DAY, timeZone: 'UTC' };
  expect(history && changesAsOf(history, now).map(({ to }) => to)).toEqual(['Ana', 'Ben', 'Cem']);
  expect(problemsIn(await rowsIn(name))).toEqual([]);
});

test('whatever the clock did, values follow each other as they were recorded', async () => {
  const step = fc.record({
    owner: fc.constantFrom('Ana', 'Ben', 'Cem'),
    wait: fc.integer({ min: 10, max: 200 }),
    ahead: fc.constantFrom(0, 0, 0, 90 * DAY, 3 * DAY),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const name = freshName();
      const store = openTab(name);
      let time = MONDAY;
      for (const { owner, wait, ahead } of [...steps, { owner: 'Zoe', wait: 10, ahead: 0 }]) {
        time += wait * 60_000;
        await store.recordReading(reading({ at: time + ahead, said: { owner } }), time + ahead);
      }
      const [history] = await store.loadHistories();
      const now = { asOf: time, knownAt: time, timeZone: 'UTC' };
      const owners = steps.map(({ owner }) => owner).filter((owner, at, all) => owner !== all[at - 1]);
      expect(history && changesAsOf(history, now).map(({ to }) => to)).toEqual([...owners, 'Zoe']);
      expect(problemsIn(await rowsIn(name))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
