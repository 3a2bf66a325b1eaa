import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { foldRows } from '../../lib/history/fold.ts';
import { ERASE_RULES } from '../../lib/store/erase-rules.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import { openStore } from '../../lib/store/store.ts';
import { DAY, dealReading, HOUR, MONDAY, reading } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';
import { type Act, acts, allRows, markOf, OWNERS, play, TENANTS } from './random-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function browserWith(happened: readonly Act[]) {
  const name = freshName();
  const store = openTab(name);
  await play(store, openTables(name), happened);
  const keeping = openKeeping(name);
  open.push(keeping);
  return { name, store, keeping, rows: () => allRows(openTables(name)) };
}

const textOf = (rows: unknown) => JSON.stringify(rows).toLowerCase();

/** What must hold of any database of ours. */
async function expectOrder(name: string): Promise<void> {
  const db = openTables(name);
  const rows = await allRows(db);
  const deals = new Set((await db.deals.toArray()).map(({ id }) => id));
  for (const table of [
    'aliases',
    'changes',
    'states',
    'promises',
    'waits',
    'prompts',
    'answers',
    'past',
    'pastLooks',
  ]) {
    for (const row of rows[table] as { deal: string }[]) expect(deals, table).toContain(row.deal);
  }
  const sets = await db.rowSets.toArray();
  for (const { deals: shown } of sets) for (const deal of shown) expect(deals).toContain(deal);
  const ids = new Set(sets.map(({ id }) => id));
  for (const { rowSet } of await db.sightings.toArray()) expect(ids).toContain(rowSet);
  const store = openStore(name);
  for (const history of await store.loadHistories()) {
    const state = await db.states.get(history.deal.id);
    const { fields, lastSeenAt } = foldRows(history);
    expect(state?.fields).toEqual(fields);
    expect(state?.lastSeenAt).toBe(lastSeenAt);
  }
  store.close();
}

test('every table says how it forgets', () => {
  expect(Object.keys(ERASE_RULES).sort()).toEqual(
    openTables(freshName())
      .tables.map(({ name }) => name)
      .sort(),
  );
});

test('a deal that was erased has left no text and no id in any row, and the others are as they were', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      const { name, store, keeping, rows } = await browserWith(happened);
      const histories = await store.loadHistories();
      const [gone, ...others] = histories;
      if (!gone) return;
      const db = openTables(name);
      const mark = (await db.states.get(gone.deal.id))?.fields.name?.value ?? '';
      const before = await rows();
      const counted = await keeping.erase({ what: 'deal', deal: gone.deal.id }, true);
      expect(await rows()).toEqual(before);
      expect(await keeping.erase({ what: 'deal', deal: gone.deal.id })).toEqual(counted);
      expect(counted.deals).toBe(1);
      const left = textOf(await rows());
      for (const word of [gone.deal.id, mark, gone.deal.url]) expect(left).not.toContain(`${word.toLowerCase()}"`);
      expect(left).not.toContain(mark);
      expect(await store.loadHistories()).toEqual(others);
      await expectOrder(name);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a deal that was erased and is opened again starts anew', async () => {
  const { store, keeping } = await browserWith([]);
  const look = (at: number) => reading({ at, said: { name: 'Larkfield Press', owner: 'Ada Holm' } });
  const before = (await store.recordReading(look(MONDAY), MONDAY)).deals[0] ?? '';
  await keeping.erase({ what: 'deal', deal: before });
  const after = (await store.recordReading(look(MONDAY + DAY), MONDAY + DAY)).deals[0] ?? '';
  expect(after).not.toBe(before);
  const history = await store.loadHistory(after);
  expect(history?.deal.firstSeenAt).toBe(MONDAY + DAY);
  expect(history?.changes.map(({ from }) => from)).toEqual([undefined, undefined]);
});

test('a list that showed an erased deal is still a look at the others', async () => {
  const { name, store, keeping } = await browserWith([]);
  const list = reading({
    page: 'list',
    deals: [dealReading({ name: 'One' }, '1'), dealReading({ name: 'Two' }, '2')],
    rows: { loaded: 2, total: 2 },
  });
  const { deals } = await store.recordReading(list, MONDAY);
  await keeping.erase({ what: 'deal', deal: deals[0] ?? '' });
  expect((await store.lastLists()).map((one) => one.deals)).toEqual([[deals[1]]]);
  await expectOrder(name);
});

test('a person who was erased is named in no row', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.constantFrom(...OWNERS), async (happened, who) => {
      const { name, store, keeping, rows } = await browserWith(happened);
      await store.updateSettings((before) => ({ ...before, me: who }));
      const deals = (await store.loadHistories()).length;
      await keeping.erase({ what: 'person', names: [who.toUpperCase(), 'somebody else'] });
      expect(textOf(await rows())).not.toContain(who.toLowerCase());
      expect((await store.readSettings()).settings.me).toBeNull();
      expect(await store.loadHistories()).toHaveLength(deals);
      for (const other of OWNERS.filter((owner) => owner !== who)) {
        const named = happened.some((one) => one.kind === 'record' && one.said.owner === other);
        if (named) expect(textOf(await rows())).toContain(other.toLowerCase());
      }
      await expectOrder(name);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('a name is a word of its own: Ann goes, Hannah and Annex stay', async () => {
  const { store, keeping, rows } = await browserWith([]);
  const said = { name: 'Annex for Hannah', owner: 'Ann', nextStep: 'Ask ANN, then Hannah' };
  await store.recordReading(reading({ said }), MONDAY);
  await keeping.erase({ what: 'person', names: ['ann'] });
  const left = JSON.stringify(await rows());
  expect(left).toContain('Annex for Hannah');
  expect(left).toContain('Ask erased person, then Hannah');
  expect(left).not.toMatch(/\bann\b/i);
});

test('a site that was erased has left nothing of its deals, looks, stages, settings or lessons', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.constantFrom(...TENANTS), async (happened, tenant) => {
      const { name, store, keeping, rows } = await browserWith(happened);
      const all = await store.loadHistories();
      const kept = all.filter(({ deal }) => deal.tenant !== tenant);
      await keeping.erase({ what: 'site', crm: 'pipedrive', tenant });
      expect(await store.loadHistories()).toEqual(kept);
      const left = textOf(await rows());
      // What a site's settings alone name is known by no deal.
      if (kept.length < all.length) expect(left).not.toContain(tenant);
      else expect(left.replaceAll(`https://${tenant}.example.com`, '')).not.toContain(tenant);
      await expectOrder(name);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

const TIMES = ['at', 'seenAt', 'recordedAt', 'firstSeenAt', 'lastSeenAt', 'madeAt', 'after'];

function oldest(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Number.POSITIVE_INFINITY;
  return Math.min(
    ...Object.entries(value).map(([key, part]) =>
      TIMES.includes(key) && typeof part === 'number' ? part : oldest(part),
    ),
    Number.POSITIVE_INFINITY,
  );
}

test('before a day: nothing older is left, later looks say what they said, and nothing began that did not', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 0, max: 20 }), async (happened, days) => {
      const { name, store, keeping, rows } = await browserWith(happened);
      const from = MONDAY - 9 * HOUR + days * DAY;
      const day = new Date(from).toISOString().slice(0, 10);
      const before = await store.loadHistories();
      await keeping.erase({ what: 'before', day, from });
      const { promises, waits, talks, merges: _, ...dated } = await rows();
      expect(oldest(dated)).toBeGreaterThanOrEqual(from);
      for (const row of [...(promises ?? []), ...(waits ?? [])] as { by?: string; until?: string; madeAt: number }[]) {
        expect(row.madeAt >= from || (row.by ?? row.until ?? '') >= day).toBe(true);
      }
      for (const { startedAt, on } of (talks ?? []) as { startedAt: number; on: string }[]) {
        expect(startedAt >= from || on >= day).toBe(true);
      }
      await expectOrder(name);
      const after = new Map((await store.loadHistories()).map((history) => [history.deal.id, history]));
      for (const history of before) {
        const left = after.get(history.deal.id);
        expect(left !== undefined).toBe(history.sightings.some(({ at }) => at >= from));
        if (!left) continue;
        expect(left.sightings).toEqual(history.sightings.filter(({ at }) => at >= from));
        const [was, is] = [foldRows(history), foldRows(left)];
        for (const [field, known] of Object.entries(is.fields)) {
          const once = was.fields[field as keyof typeof was.fields];
          expect(known.value).toEqual(once?.value);
          expect(known.lastSeenAt).toBe(once?.lastSeenAt);
          expect(known.seenAt).toBeGreaterThanOrEqual(once?.seenAt ?? 0);
        }
        // What changed since is still a change; nothing else is.
        const moves = (changes: typeof was.changes) =>
          changes.filter(({ from: old, after }) => old !== undefined && after !== null && after >= from).length;
        expect(is.changes.filter(({ from: old }) => old !== undefined).length).toBe(moves(was.changes));
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('everything: no row is left, or the settings alone', async () => {
  for (const keepSettings of [false, true]) {
    const { store, keeping, rows } = await browserWith([
      { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 1, said: {} },
      { kind: 'site', at: MONDAY, origin: 'https://larkfield.example.com', currency: 'USD' },
    ]);
    expect((await store.loadHistories()).length).toBe(1);
    await keeping.setLocal('copied-at', 7);
    expect(await keeping.erase({ what: 'everything', keepSettings })).toMatchObject({ deals: 1 });
    const { settings, ...others } = await rows();
    expect(Object.values(others).flat()).toEqual([]);
    const keys = (settings as { key: string }[]).map(({ key }) => key.replace(/ \d+$/, ''));
    expect(keys).toEqual(keepSettings ? ['former limits', 'settings'] : []);
    expect(textOf(others)).not.toContain(markOf('larkfield', 1));
  }
});

test('of deals that are shown as one all go', async () => {
  const { store, keeping, rows, name } = await browserWith([
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 1, said: {} },
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 2, said: {} },
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 3, said: {} },
    { kind: 'same', at: MONDAY, tenant: 'larkfield', record: 1, into: 2 },
  ]);
  const shown = (await keeping.deals()).map((deal) => deal.name).sort();
  expect(shown).toEqual([markOf('larkfield', 2), markOf('larkfield', 3)]);
  const one = await store.dealOf('pipedrive', 'larkfield', '2');
  expect(await keeping.erase({ what: 'deal', deal: one ?? '' })).toMatchObject({ deals: 2 });
  const left = textOf(await rows());
  for (const record of [1, 2]) expect(left).not.toContain(markOf('larkfield', record));
  expect((await keeping.deals()).length).toBe(1);
  await expectOrder(name);
});

test('what is packed for reading is made anew after an erasure', async () => {
  const { name, store, keeping } = await browserWith([]);
  for (let look = 0; look < 450; look++) {
    const said = { name: 'Larkfield Press', nextStep: `Step ${look}` };
    await store.recordReading(reading({ at: MONDAY + look * HOUR, said }), MONDAY + look * HOUR);
  }
  await refreshPacks(openTables(name));
  expect(await openTables(name).packs.count()).toBeGreaterThan(0);
  await keeping.erase({ what: 'before', day: '2026-11-12', from: MONDAY + 240 * HOUR });
  const [history] = await store.loadHistories();
  expect(JSON.stringify(await allRows(openTables(name)))).not.toContain('Step 100');
  expect(history?.changes.filter(({ field }) => field === 'nextStep')[0]?.to).toBe('Step 240');
});
