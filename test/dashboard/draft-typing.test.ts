import { expect, test, vi } from 'vitest';
import { draftTyping } from '../../entrypoints/dashboard/snapshots/draft-typing.ts';
import type { SnapshotDraft } from '../../lib/deal/frozen-snapshot.ts';
import { emptyDraft } from '../../lib/store/snapshot-store.ts';

type Patch = (before: SnapshotDraft) => SnapshotDraft;

/** A disk on which a write ends when it is told to; `draft` is what stands there. */
function slowDisk() {
  const disk = { draft: emptyDraft('2026-11-23'), writes: 0 };
  const ends: ((failure?: Error) => void)[] = [];
  const write = vi.fn((patch: Patch) => {
    disk.writes++;
    return new Promise<void>((resolve, reject) => {
      ends.push((failure) => {
        if (failure) return reject(failure);
        disk.draft = patch(disk.draft);
        resolve();
      });
    });
  });
  /** Ends the write that is under way, and lets what follows begin. */
  const end = async (failure?: Error) => {
    ends.shift()?.(failure);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { disk, write, end };
}

const sentence = (text: string) => (before: SnapshotDraft) => ({ ...before, sentence: text });

test('writes at once, and what is typed meanwhile in one more write', async () => {
  const { disk, write, end } = slowDisk();
  const typing = draftTyping(write);
  typing.change(sentence('T'));
  expect(write).toHaveBeenCalledOnce();
  for (const text of ['Tw', 'Two', 'Two s']) typing.change(sentence(text));
  const last = typing.change((before) => ({ ...before, sentence: `${before.sentence}.` }));
  let isSettled = false;
  const settled = typing.settled().then(() => {
    isSettled = true;
  });
  await end();
  expect(disk.draft.sentence).toBe('T');
  expect(isSettled).toBe(false);
  await end();
  await Promise.all([last, settled]);
  expect(disk.draft.sentence).toBe('Two s.');
  expect(disk.writes).toBe(2);
  await typing.settled();
  typing.change(sentence('On'));
  await end();
  expect(disk.draft.sentence).toBe('On');
});

test('tries again what could not be written, in its order, and says so meanwhile', async () => {
  const { disk, write, end } = slowDisk();
  const typing = draftTyping(write);
  const first = typing.change(sentence('Kept'));
  const told = expect(first).rejects.toThrow('The disk is full.');
  await end(new Error('The disk is full.'));
  await told;
  const frozen = typing.settled();
  const stopped = expect(frozen).rejects.toThrow('Still full.');
  await end(new Error('Still full.'));
  await stopped;
  const next = typing.change((before) => ({ ...before, sentence: `${before.sentence} twice` }));
  await end();
  await next;
  expect(disk.draft.sentence).toBe('Kept twice');
});
