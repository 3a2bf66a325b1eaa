import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bytes } from '../../lib/backup/bytes.ts';
import { makeKey } from '../../lib/backup/lock.ts';
import { backupFile } from '../../lib/backup/write-file.ts';
import { foldRows } from '../../lib/history/fold.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { type Keeping, openKeeping } from '../../lib/store/keeping.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, HOUR, MONDAY } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';
import { type Act, acts, actsWithSame, allRows, play, TENANTS } from './random-store.ts';

const NOW = MONDAY + 40 * DAY;
const PASSPHRASE = 'seven grey herons';
/** Made once: it takes its time on purpose. */
const key = makeKey(PASSPHRASE);

const blobOf = async (stream: ReadableStream<Uint8Array>) =>
  new Blob([await new Response(stream as BodyInit).arrayBuffer()]);

async function backUp(keeping: Keeping, isLocked = false): Promise<Blob> {
  return blobOf(await keeping.backUp('0.1.0', NOW, isLocked ? await key : null));
}

async function browserWith(happened: readonly Act[]) {
  const name = freshName();
  const store = openTab(name);
  await play(store, openTables(name), happened);
  const keeping = openKeeping(name);
  const rows = () => allRows(openTables(name));
  return { name, store, keeping, rows };
}

async function restore(keeping: Keeping, file: Blob, how: 'merge' | 'replace', passphrase: string | null = null) {
  const checked = await keeping.check(file, passphrase);
  await checked[how]();
  await checked.drop();
  return checked.difference;
}

test('what was backed up, erased and restored is every row as it was, locked or not', async () => {
  await fc.assert(
    fc.asyncProperty(actsWithSame, fc.boolean(), async (happened, isLocked) => {
      const { keeping, rows } = await browserWith(happened);
      const before = await rows();
      const file = await backUp(keeping, isLocked);
      await keeping.erase({ what: 'everything', keepSettings: false });
      expect(Object.values(await rows()).flat()).toEqual([]);
      await restore(keeping, file, 'replace', isLocked ? PASSPHRASE : null);
      expect(await rows()).toEqual(before);
      keeping.close();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('merged into the browser that it was made in, a backup changes no row', async () => {
  await fc.assert(
    fc.asyncProperty(actsWithSame, async (happened) => {
      const { keeping, rows } = await browserWith(happened);
      const before = await rows();
      const difference = await restore(keeping, await backUp(keeping), 'merge');
      expect(await rows()).toEqual(before);
      expect(difference).toMatchObject({ added: 0, grown: 0, onlyHere: 0 });
      keeping.close();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('merged twice is merged once, and nothing known before is gone', async () => {
  await fc.assert(
    fc.asyncProperty(actsWithSame, actsWithSame, async (here, there) => {
      const ours = await browserWith(here);
      const theirs = await browserWith(there);
      const file = await backUp(theirs.keeping);
      const before = await ours.rows();
      await restore(ours.keeping, file, 'merge');
      const once = await ours.rows();
      expect(await restore(ours.keeping, file, 'merge')).toMatchObject({ added: 0, grown: 0 });
      expect(await ours.rows()).toEqual(once);
      for (const name of [
        'changes',
        'sightings',
        'promises',
        'waits',
        'prompts',
        'answers',
        'talks',
        'sweeps',
        'calls',
        'snapshots',
        'leaves',
        'pastLooks',
        'aliases',
        'merges',
      ]) {
        expect(once[name]).toEqual(expect.arrayContaining(before[name] ?? []));
      }
      ours.keeping.close();
      theirs.keeping.close();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('an empty browser that merges a backup knows of each deal what the other knew', async () => {
  await fc.assert(
    fc.asyncProperty(actsWithSame, async (happened) => {
      const theirs = await browserWith(happened);
      const ours = await browserWith([]);
      await restore(ours.keeping, await backUp(theirs.keeping), 'merge');
      expect(await ours.store.loadHistories()).toEqual(await theirs.store.loadHistories());
      theirs.keeping.close();
      ours.keeping.close();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a file that was torn anywhere is refused, and nothing is touched', async () => {
  const { name, keeping, rows } = await browserWith([
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 1, said: { owner: 'Ada Holm' } },
  ]);
  const before = await rows();
  const files = [await backUp(keeping), await backUp(keeping, true)];
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(7), fc.boolean(), async (place, bit, isLocked) => {
      const bytes = new Uint8Array(await (files[isLocked ? 1 : 0] as Blob).arrayBuffer());
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const torn = bit > 5 ? bytes.slice(0, at) : bytes;
      await expect(keeping.check(new Blob([torn]), PASSPHRASE)).rejects.toThrow(/\. Nothing was changed\.$/);
      expect(await rows()).toEqual(before);
      expect(await Dexie.exists(`${name}-restore`)).toBe(false);
    }),
    { numRuns: 40 },
  );
  keeping.close();
});

/** A file of these lines, as somebody may write one who knows the form. */
async function fileOf(rows: Record<string, object[]>, counts?: Record<string, number>): Promise<Blob> {
  const lines = Object.entries(rows).map(([table, all]) =>
    [table, ...all].map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  const counted = counts ?? Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]));
  const about = { schema: 3, madeAt: NOW, madeBy: '0.1.0', rows: counted };
  return blobOf(backupFile(about, new Blob(lines).stream() as ReadableStream<Bytes>, null));
}

test('rows that are none of ours are refused, and nothing is touched', async () => {
  const { keeping, rows } = await browserWith([
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 1, said: { owner: 'Ada Holm' } },
  ]);
  const before = await rows();
  const deal = { id: 'd', crm: 'pipedrive', tenant: 'x', url: 'https://x.example/1', firstSeenAt: 1 };
  const alias = { crm: 'pipedrive', tenant: 'x', kind: 'deal', recordId: '1', deal: 'd' };
  expect((await keeping.check(await fileOf({ deals: [deal], aliases: [alias] }), null)).difference.added).toBe(1);
  const wrong: Promise<Blob>[] = [
    fileOf({ deals: [{ ...deal, url: 7 }] }),
    fileOf({ deals: [{ crm: 'pipedrive' }] }),
    fileOf({ deals: [deal, deal] }),
    fileOf({ deals: [], aliases: [alias] }),
    fileOf({ strangers: [{ id: 1 }] }),
    fileOf({ deals: [deal] }, { deals: 2 }),
    fileOf({ deals: [deal] }, {}),
    fileOf({ meta: [{ key: 'local copied-at', value: 1 }] }),
  ];
  for (const file of wrong) {
    await expect(keeping.check(await file, null)).rejects.toMatchObject({ code: 'unreadable' });
    expect(await rows()).toEqual(before);
  }
  keeping.close();
});

test('a restore that is stopped at any write has changed nothing', async () => {
  const theirs = await browserWith([
    { kind: 'record', at: MONDAY, tenant: 'larkfield', record: 1, said: { owner: 'Ada Holm' } },
    { kind: 'record', at: MONDAY + DAY, tenant: 'larkfield', record: 2, said: { owner: 'Ben Okoro' } },
  ]);
  const ours = await browserWith([
    { kind: 'record', at: MONDAY + 2 * DAY, tenant: 'larkfield', record: 1, said: { owner: 'Cleo Marsh' } },
  ]);
  const before = await ours.rows();
  for (const how of ['merge', 'replace'] as const) {
    for (let writes = 0; writes < 4; writes++) {
      const checked = await ours.keeping.check(await backUp(theirs.keeping), null);
      const put = IDBObjectStore.prototype.put;
      const add = IDBObjectStore.prototype.add;
      let left = writes;
      const failing = (honest: typeof put): typeof put =>
        function (this: IDBObjectStore, ...args) {
          if (left-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
          return honest.apply(this, args);
        };
      Object.assign(IDBObjectStore.prototype, { put: failing(put), add: failing(add) });
      try {
        await expect(checked[how]()).rejects.toMatchObject({ code: 'disk-full' });
      } finally {
        Object.assign(IDBObjectStore.prototype, { put, add });
      }
      expect(await ours.rows()).toEqual(before);
      await checked.drop();
    }
  }
  theirs.keeping.close();
  ours.keeping.close();
});

test('two browsers that saw a deal at different times know together what each saw, and no more', async () => {
  const look = (at: number, owner: string): Act => ({
    ...{ kind: 'record', at, tenant: 'larkfield', record: 1, said: { owner } },
  });
  const ours = await browserWith([look(MONDAY, 'Ada Holm'), look(MONDAY + 4 * DAY, 'Ada Holm')]);
  const theirs = await browserWith([look(MONDAY + 2 * DAY, 'Ben Okoro')]);
  await restore(ours.keeping, await backUp(theirs.keeping), 'merge');
  const [history] = await ours.store.loadHistories();
  if (!history) throw new Error('The deal is gone.');
  const { changes, fields } = foldRows(history);
  const owners = changes.filter(({ field, from }) => field === 'owner' && from !== undefined);
  expect(owners.map(({ from, to, seenAt }) => [from, to, (seenAt - MONDAY) / DAY])).toEqual([
    ['Ada Holm', 'Ben Okoro', 2],
    ['Ben Okoro', 'Ada Holm', 4],
  ]);
  expect(fields.owner?.value).toBe('Ada Holm');
  // The other way round it is the same story.
  await restore(theirs.keeping, await backUp(ours.keeping), 'merge');
  const [other] = await theirs.store.loadHistories();
  expect(other && foldRows(other).fields.owner).toEqual(fields.owner);
  ours.keeping.close();
  theirs.keeping.close();
});

test('whatever two browsers saw, merged it is what each said at its own looks', async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, async (here, there) => {
      const apart = there.map((one): Act => ({ ...one, at: one.at + HOUR }));
      const [ours, theirs] = [await browserWith(here), await browserWith(apart)];
      const sides = [await ours.store.loadHistories(), await theirs.store.loadHistories()];
      const records = async (store: Store, all: DealHistory[]) => {
        const found = new Map<string, DealHistory>();
        for (const tenant of TENANTS)
          for (let record = 1; record <= 5; record++) {
            const id = await store.dealOf('pipedrive', tenant, String(record));
            const history = all.find(({ deal }) => deal.id === id);
            if (history) found.set(`${tenant} ${record}`, history);
          }
        return found;
      };
      const apartBy = [await records(ours.store, sides[0] ?? []), await records(theirs.store, sides[1] ?? [])];
      await restore(ours.keeping, await backUp(theirs.keeping), 'merge');
      const joined = await records(ours.store, await ours.store.loadHistories());
      const db = openTables(ours.name);
      for (const [place, history] of joined) {
        expect((await db.states.get(history.deal.id))?.fields).toEqual(foldRows(history).fields);
        for (const side of apartBy) {
          const own = side.get(place);
          for (const { at } of own?.sightings ?? []) {
            if (!own) continue;
            const until = { asOf: at, knownAt: Number.POSITIVE_INFINITY };
            const [was, is] = [foldRows(own, until).fields, foldRows(history, until).fields];
            for (const field of ['owner', 'closeDate', 'stage', 'nextStep'] as const) {
              if (was[field]?.lastSeenAt === at) expect(is[field]?.value).toEqual(was[field]?.value);
            }
          }
        }
      }
      const places = [...(await db.changes.toArray()), ...(await db.sightings.toArray())].map(({ seq }) => seq);
      expect(new Set(places).size).toBe(places.length);
      expect((await db.meta.get('seq'))?.value ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...places));
      ours.keeping.close();
      theirs.keeping.close();
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('of settings a merge adds sites that are unknown, and an empty browser takes all', async () => {
  const site = { state: 'on' as const, open: true, dateOrder: null, currency: 'CAD' };
  const theirs = await browserWith([]);
  const sites = { 'https://a.example': site, 'https://b.example': site };
  await theirs.store.writeSettings({ me: 'Ada Holm', sites });
  await theirs.store.changeTaughtMap('https://crm.example', () => ({
    version: 1,
    origin: 'https://crm.example',
    record: null,
    list: null,
    corrections: {},
  }));
  const ours = await browserWith([]);
  const own = { ...site, currency: 'USD' };
  await ours.store.writeSettings({ me: 'Ben Okoro', sites: { 'https://a.example': own } });
  const file = await backUp(theirs.keeping);
  await restore(ours.keeping, file, 'merge');
  const { settings } = await ours.store.readSettings();
  expect(settings.me).toBe('Ben Okoro');
  expect(settings.sites).toEqual({ 'https://a.example': own, 'https://b.example': site });
  expect(await ours.store.taughtMaps()).toHaveLength(1);
  const empty = await browserWith([]);
  await restore(empty.keeping, file, 'merge');
  expect((await empty.store.readSettings()).settings.me).toBe('Ada Holm');
  for (const { keeping } of [ours, theirs, empty]) keeping.close();
});

test('what only this browser keeps of itself is in no backup and outlives a restore', async () => {
  const { keeping } = await browserWith([]);
  await keeping.setLocal('copied-at', 7);
  const file = await backUp(keeping);
  await keeping.setLocal('copied-at', 8);
  await restore(keeping, file, 'replace');
  expect(await keeping.local('copied-at')).toBe(8);
  keeping.close();
});

test('a backup of each form that the database ever had is restored', async () => {
  for (const version of readdirSync('test/store/backups')) {
    const file = new Blob([readFileSync(`test/store/backups/${version}`)]);
    const { store, keeping } = await browserWith([]);
    await restore(keeping, file, 'replace');
    const histories = await store.loadHistories();
    expect(histories.length).toBe(4);
    const owners = histories.flatMap((history) => {
      const { fields, changes } = foldRows(history);
      return [[fields.name?.value, fields.owner?.value, changes.length, history.sightings.length]];
    });
    expect(owners.sort()).toEqual(
      [
        ['dunmore quill 4', 'Cleo Marsh', 5, 1],
        ['larkfield quill 1', 'Ben Okoro', 7, 3],
        ['larkfield quill 2', 'Ada Holm', 3, 1],
        ['larkfield quill 3', null, 2, 1],
      ].map((row) => row.map((one) => one ?? undefined)),
    );
    const first = histories.find(({ promises }) => promises.length > 0);
    expect([first?.promises.length, first?.waits.length, first?.prompts.length]).toEqual([1, 1, 1]);
    expect(first?.past?.rows).toHaveLength(2);
    expect(Object.keys((await store.readSettings()).settings.sites)).toEqual(['https://larkfield.example.com']);
    keeping.close();
  }
});
