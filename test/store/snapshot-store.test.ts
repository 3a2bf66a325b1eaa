import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { FrozenSnapshot } from '../../lib/deal/frozen-snapshot.ts';
import { leavesIn } from '../../lib/snapshot/freeze.ts';
import { openCalls } from '../../lib/store/call-store.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { emptyDraft, openSnapshots } from '../../lib/store/snapshot-store.ts';
import { MONDAY } from '../deal/make-reading.ts';
import { frozen, headOf, LEAVES, WEEK_END } from '../snapshot/frozen.ts';
import { freshName, openTables } from './open-test-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function tab(name: string) {
  const tab = { snapshots: openSnapshots(name), calls: openCalls(name), keeping: openKeeping(name) };
  open.push(...Object.values(tab));
  return tab;
}

const WEEK = 7 * 86_400_000;

/** The week after the one that `frozen` gives. */
const nextWeek = (before: FrozenSnapshot, part: Parameters<typeof frozen>[0] = {}) =>
  frozen({
    ...{ id: 'snapshot-2', from: '2026-11-09', to: '2026-11-15', asOf: WEEK_END + WEEK, before: before.root },
    ...{ frozenAt: before.frozenAt + WEEK, ...part },
  });

test('what is frozen comes back as it was, and the list of weeks without its parts', async () => {
  const { snapshots } = tab(freshName());
  const many = Array.from({ length: 450 }, (_, at) => ({ key: `deal ${at}`, value: { at } }));
  const first = frozen({}, many);
  await snapshots.freeze(first);
  expect(await snapshots.snapshot('snapshot-1')).toEqual(first);
  expect(leavesIn(first)).toEqual(many);
  const second = nextWeek(first);
  await snapshots.freeze(second);
  expect(await snapshots.heads()).toEqual({ heads: [headOf(first), headOf(second)], damaged: 0 });
  expect(await snapshots.snapshot('nobody')).toBeNull();
});

test('of two tabs that freeze at once one wins, and the other is told', async () => {
  const name = freshName();
  const [one, other] = [tab(name).snapshots, tab(name).snapshots];
  const both = await Promise.allSettled([one.freeze(frozen({ id: 'a' })), other.freeze(frozen({ id: 'b' }))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = both.find((result) => result.status === 'rejected');
  expect(lost?.reason).toMatchObject({ name: 'StoreError', code: 'invalid', message: /Nothing was frozen/ });
  expect((await one.heads()).heads).toHaveLength(1);
  expect(await openTables(name).leaves.count()).toBe(1);
});

test('a week has one snapshot; only a correction that names it takes its place', async () => {
  const { snapshots } = tab(freshName());
  const first = frozen();
  await snapshots.freeze(first);
  const again = { id: 'again', before: first.root, frozenAt: WEEK_END + 1 };
  await expect(snapshots.freeze(frozen(again))).rejects.toThrow(/frozen already/);
  await expect(snapshots.freeze(frozen({ ...again, corrects: 'nobody' }))).rejects.toThrow(/frozen already/);
  await expect(snapshots.freeze(nextWeek(first, { corrects: 'nobody' }))).rejects.toThrow(/does not stand/);
  const correction = frozen({ ...again, corrects: first.id });
  await snapshots.freeze(correction);
  const once = frozen({ id: 'once more', before: correction.root, corrects: first.id });
  await expect(snapshots.freeze(once)).rejects.toThrow(/frozen already/);
  await expect(snapshots.freeze(nextWeek(first))).rejects.toThrow(/since this one was made/);
  await snapshots.freeze(nextWeek(correction));
  expect((await snapshots.heads()).heads.map(({ id }) => id)).toEqual(['snapshot-1', 'again', 'snapshot-2']);
});

test('what is no snapshot is not frozen, and damaged rows are left out and counted', async () => {
  const name = freshName();
  const { snapshots } = tab(name);
  const first = frozen();
  await expect(snapshots.freeze({ ...first, root: 'x' })).rejects.toThrow(/no snapshot/);
  await snapshots.freeze(first);
  const db = openTables(name);
  await db.snapshots.put({ ...headOf(first), id: 'odd', timeZone: 'Moon/Base' });
  const [block] = await db.leaves.toArray();
  const leaves = block?.leaves.map((leaf) => (leaf.key === 'team' ? { ...leaf, text: 7 } : leaf));
  await db.table('leaves').put({ ...block, leaves });
  expect(await snapshots.heads()).toEqual({ heads: [headOf(first)], damaged: 1 });
  expect(await snapshots.snapshot('odd')).toBeNull();
  const left = await snapshots.snapshot(first.id);
  expect(left?.leaves).toEqual(first.leaves.filter(({ key }) => key !== 'team'));
  // The odd row is in nobody's way.
  await snapshots.freeze(nextWeek(first));
});

test('two tabs that write on one draft keep each other’s lines', async () => {
  const name = freshName();
  const [one, other] = [tab(name).snapshots, tab(name).snapshots];
  expect(await one.draft('2026-11-02')).toBeNull();
  const line = (deal: string) => ({ deal, why: 'It moved', action: 'Call Ana', owner: 'Ben', by: null });
  await Promise.all([
    one.changeDraft('2026-11-02', (was) => ({ ...was, lines: [...was.lines, line('a')], changedAt: MONDAY })),
    other.changeDraft('2026-11-02', (was) => ({ ...was, lines: [...was.lines, line('b')], changedAt: MONDAY })),
  ]);
  const draft = await one.draft('2026-11-02');
  expect(draft?.lines.map(({ deal }) => deal).sort()).toEqual(['a', 'b']);
  const long = (was: typeof draft) => ({ ...emptyDraft('2026-11-02'), ...was, sentence: 'x'.repeat(3_000) });
  await expect(one.changeDraft('2026-11-02', long)).rejects.toMatchObject({ code: 'invalid' });
  expect(await other.draft('2026-11-02')).toEqual(draft);
  await openTables(name).table('drafts').put({ from: '2026-11-09', sentence: 7 });
  expect(await one.draft('2026-11-09')).toBeNull();
});

test('calls come in the order in which they were said, and a row that is none is left out', async () => {
  const name = freshName();
  const { calls } = tab(name);
  const call = (id: string, saidAt: number) => ({
    ...{ id, quarter: '2026-Q4', by: 'manager' as const, person: null, saidAt },
    amount: { minor: 100, currency: 'EUR', halfStep: 0 },
  });
  await calls.sayCall(call('b', MONDAY + 1));
  await calls.sayCall(call('a', MONDAY));
  await expect(calls.sayCall(call('b', MONDAY))).rejects.toMatchObject({ code: 'failed' });
  await expect(calls.sayCall({ ...call('c', MONDAY), quarter: 'Q4' })).rejects.toMatchObject({ code: 'invalid' });
  await openTables(name).table('calls').put({ id: 'x', quarter: 3 });
  expect((await calls.calls()).map(({ id }) => id)).toEqual(['a', 'b']);
});

const tombs = (snapshot: FrozenSnapshot | null) =>
  snapshot?.leaves.flatMap((leaf) => ('erasedAt' in leaf ? [leaf.key] : []));

test('an erased deal leaves tombstones: its own parts, what was said of it and lines that name it', async () => {
  const name = freshName();
  const { snapshots, keeping } = tab(name);
  const first = frozen();
  await snapshots.freeze(first);
  await openTables(name).deals.put({
    id: 'larkfield',
    crm: 'odoo',
    tenant: 'x',
    url: 'https://x.example',
    firstSeenAt: 1,
  });
  await keeping.erase({ what: 'deal', deal: 'larkfield' });
  const left = await snapshots.snapshot(first.id);
  expect(tombs(left)).toEqual(['deal', 'note']);
  expect(left?.leaves.map(({ hash }) => hash)).toEqual(first.leaves.map(({ hash }) => hash));
  expect(JSON.stringify(left)).not.toMatch(/larkfield/i);
  expect(left && { ...left, leaves: [] }).toEqual({ ...first, leaves: [] });
});

test('an erased person leaves tombstones of every part that names them, also behind a line break', async () => {
  const { snapshots, keeping } = tab(freshName());
  const first = frozen();
  await snapshots.freeze(first);
  await keeping.erase({ what: 'person', names: ['kim olsen'] });
  const left = await snapshots.snapshot(first.id);
  expect(tombs(left)).toEqual(['person', 'said']);
  expect(leavesIn(left as FrozenSnapshot)).toEqual(LEAVES.filter(({ value }) => !/Kim/.test(JSON.stringify(value))));
});

test('before a day: weeks that ended before it go whole, and the next one still names the root of the one before', async () => {
  const name = freshName();
  const { snapshots, keeping } = tab(name);
  const first = frozen();
  const second = nextWeek(first);
  for (const one of [first, second]) await snapshots.freeze(one);
  for (const from of ['2026-11-02', '2026-11-03', '2026-11-16']) await snapshots.changeDraft(from, (was) => was);
  await keeping.erase({ what: 'before', day: '2026-11-09', from: WEEK_END });
  expect((await snapshots.heads()).heads).toEqual([headOf(second)]);
  expect(await snapshots.snapshot(second.id)).toEqual(second);
  expect(await openTables(name).leaves.count()).toBe(1);
  expect(await openTables(name).drafts.toCollection().primaryKeys()).toEqual(['2026-11-03', '2026-11-16']);
});

async function mergeInto(from: string, into: string): Promise<void> {
  const [theirs, ours] = [tab(from).keeping, tab(into).keeping];
  const file = await theirs.backUp('0.1.0', MONDAY, null);
  const checked = await ours.check(new Blob([await new Response(file as BodyInit).arrayBuffer()]), null);
  await checked.merge();
  await checked.drop();
}

test('merged: weeks that are not known are added, of one that is ours stays, and what either erased is erased', async () => {
  const [here, there] = [freshName(), freshName()];
  const [ours, theirs] = [tab(here), tab(there)];
  const first = frozen();
  const second = nextWeek(first);
  for (const one of [ours, theirs]) await one.snapshots.freeze(first);
  await theirs.snapshots.freeze(second);
  await theirs.keeping.erase({ what: 'person', names: ['Kim Olsen'] });
  // A row that says otherwise of a week that is known here is not taken.
  const db = openTables(there);
  const [block] = await db.leaves.where('snapshot').equals(first.id).toArray();
  const forged = block?.leaves.map((leaf) => (leaf.key === 'team' ? { ...leaf, text: '{"open":9}' } : leaf)) ?? [];
  await db.leaves.bulkPut([
    { snapshot: first.id, block: 0, leaves: forged },
    { snapshot: first.id, block: 1, leaves: forged },
  ]);
  await mergeInto(there, here);
  const joined = await ours.snapshots.snapshot(first.id);
  expect(tombs(joined)).toEqual(['person', 'said']);
  expect(joined?.leaves.find(({ key }) => key === 'team')).toEqual(first.leaves.find(({ key }) => key === 'team'));
  expect(joined?.leaves).toHaveLength(first.leaves.length);
  expect(tombs(await ours.snapshots.snapshot(second.id))).toEqual(['person', 'said']);
  expect((await ours.snapshots.heads()).heads).toEqual([headOf(first), headOf(second)]);
});

test('merged twice is merged once, whichever of two drafts was written last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), async (a, b) => {
      const [here, there] = [freshName(), freshName()];
      const write = (name: string, at: number) =>
        tab(name).snapshots.changeDraft('2026-11-02', (was) => ({ ...was, sentence: `of ${name}`, changedAt: at }));
      await write(here, a);
      await write(there, b);
      await mergeInto(there, here);
      const once = await tab(here).snapshots.draft('2026-11-02');
      expect(once?.sentence).toBe(`of ${b > a ? there : here}`);
      await mergeInto(there, here);
      expect(await tab(here).snapshots.draft('2026-11-02')).toEqual(once);
    }),
    { numRuns: 6 },
  );
});

test('rows of a file that was written by hand stop no erasure and no merge, and keep no name', async () => {
  const [here, there] = [freshName(), freshName()];
  const [ours, theirs] = [tab(here), tab(there)];
  const first = frozen();
  for (const one of [ours, theirs]) await one.snapshots.freeze(first);
  const db = openTables(there);
  await db.table('leaves').put({ snapshot: first.id, block: 0, leaves: [7, null, { key: 3, text: 'Kim Olsen' }] });
  await db.table('drafts').put({ from: '2026-11-02', sentence: '', lines: [null], done: [{}], changedAt: 9 });
  await db.table('calls').put({ id: 'x', quarter: '', by: '', person: { name: 'Kim Olsen' }, amount: {}, saidAt: 1 });
  await mergeInto(there, here);
  expect(await ours.snapshots.snapshot(first.id)).toEqual(first);
  expect(await ours.snapshots.draft('2026-11-02')).toBeNull();
  await theirs.keeping.erase({ what: 'person', names: ['Kim Olsen'] });
  await theirs.keeping.erase({ what: 'deal', deal: 'larkfield' });
  expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('Kim Olsen');
});
