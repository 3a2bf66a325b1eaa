import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKey } from '../../lib/backup/lock.ts';
import { type Keeping, openKeeping } from '../../lib/store/keeping.ts';
import { DAY, MONDAY } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';
import { type Act, acts, allRows, play } from './random-store.ts';

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
  await play(store, happened);
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
    fc.asyncProperty(acts, fc.boolean(), async (happened, isLocked) => {
      const { keeping, rows } = await browserWith(happened);
      const before = await rows();
      const file = await backUp(keeping, isLocked);
      await keeping.erase({ what: 'everything', keepSettings: false });
      expect(Object.values(await rows()).flat()).toEqual([]);
      await restore(keeping, file, 'replace', isLocked ? PASSPHRASE : null);
      expect(await rows()).toEqual(before);
      keeping.close();
    }),
    { numRuns: 25 },
  );
});

test('merged into the browser that it was made in, a backup changes no row', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      const { keeping, rows } = await browserWith(happened);
      const before = await rows();
      const difference = await restore(keeping, await backUp(keeping), 'merge');
      expect(await rows()).toEqual(before);
      expect(difference).toMatchObject({ added: 0, grown: 0, onlyHere: 0 });
      keeping.close();
    }),
    { numRuns: 25 },
  );
});

test('merged twice is merged once, and nothing known before is gone', async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, async (here, there) => {
      const ours = await browserWith(here);
      const theirs = await browserWith(there);
      const file = await backUp(theirs.keeping);
      const before = await ours.rows();
      await restore(ours.keeping, file, 'merge');
      const once = await ours.rows();
      expect(await restore(ours.keeping, file, 'merge')).toMatchObject({ added: 0, grown: 0 });
      expect(await ours.rows()).toEqual(once);
      for (const name of ['changes', 'sightings', 'promises', 'waits', 'prompts', 'pastLooks', 'aliases']) {
        expect(once[name]).toEqual(expect.arrayContaining(before[name] ?? []));
      }
      ours.keeping.close();
      theirs.keeping.close();
    }),
    { numRuns: 25 },
  );
});

test('an empty browser that merges a backup knows of each deal what the other knew', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      const theirs = await browserWith(happened);
      const ours = await browserWith([]);
      await restore(ours.keeping, await backUp(theirs.keeping), 'merge');
      expect(await ours.store.loadHistories()).toEqual(await theirs.store.loadHistories());
      theirs.keeping.close();
      ours.keeping.close();
    }),
    { numRuns: 15 },
  );
});
