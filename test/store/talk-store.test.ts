import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { openTalks } from '../../lib/store/talk-store.ts';
import { DAY, HOUR, MONDAY } from '../deal/make-reading.ts';
import { talk } from '../deal/make-talk.ts';
import { freshName, openTables } from './open-test-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function tab(name: string) {
  const talks = openTalks(name);
  open.push(talks);
  return talks;
}

test('two tabs that write on one talk keep each other’s notes', async () => {
  const name = freshName();
  const [one, other] = [tab(name), tab(name)];
  await Promise.all([
    one.writeTalk(talk(), { notes: { topic: 'The terms' } }, MONDAY + HOUR),
    other.writeTalk(talk(), { notes: { deals: 'Ask Ana' } }, MONDAY + HOUR),
  ]);
  await other.writeTalk(talk(), { nextOn: '2026-11-16' }, MONDAY);
  expect(await one.talks()).toEqual([
    talk({ notes: { topic: 'The terms', deals: 'Ask Ana' }, nextOn: '2026-11-16', changedAt: MONDAY + HOUR }),
  ]);
});

test('what is no talk is left out, and the others come in the order in which they began', async () => {
  const name = freshName();
  const talks = tab(name);
  await talks.writeTalk(talk({ id: 'b', startedAt: MONDAY }), {}, MONDAY);
  await talks.writeTalk(talk({ id: 'a', startedAt: MONDAY + DAY }), {}, MONDAY + DAY);
  const db = openTables(name);
  await db.table('talks').bulkPut([
    { ...talk({ id: 'c' }), notes: { topic: 7 } },
    { ...talk({ id: 'd' }), label: 'x' },
  ]);
  expect((await talks.talks()).map(({ id }) => id)).toEqual(['b', 'a']);
});
