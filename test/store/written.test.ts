import { afterEach, expect, test, vi } from 'vitest';
import { emptyDraft, openSnapshots } from '../../lib/store/snapshot-store.ts';
import { type Written, watchWritten } from '../../lib/store/written.ts';
import { MONDAY, reading } from '../deal/make-reading.ts';
import { frozen } from '../snapshot/frozen.ts';
import { freshName, openTab } from './open-test-store.ts';

let stop = () => {};
afterEach(() => stop());

test('a draft and a frozen week are told apart from what figures rest on', async () => {
  const heard: Written[] = [];
  stop = watchWritten((what) => heard.push(what));
  const name = freshName();
  const snapshots = openSnapshots(name);
  await snapshots.changeDraft('2026-11-02', () => ({
    ...emptyDraft('2026-11-02'),
    sentence: 'Two left.',
    changedAt: MONDAY,
  }));
  await vi.waitFor(() => expect(heard).toEqual(['snapshots']));
  await snapshots.freeze(await frozen());
  await vi.waitFor(() => expect(heard).toEqual(['snapshots', 'snapshots']));
  snapshots.close();
  await openTab(name).recordReading(reading(), MONDAY);
  await vi.waitFor(() => expect(heard.slice(2)).toContain('records'));
  expect(new Set(heard.slice(2))).toEqual(new Set(['records']));
});
