import type { SnapshotDraft } from '../../../lib/deal/frozen-snapshot.ts';

type Patch = (before: SnapshotDraft) => SnapshotDraft;

/** What is typed on its way to the disk. */
export type DraftTyping = {
  /** Begins to write at once; resolves once all that was typed so far is on record. */
  change(patch: Patch): Promise<void>;
  /** Rejected where something typed could not be written. */
  settled(): Promise<void>;
};

/**
 * Writes what is typed in the order in which it was typed, one write at a time: what comes meanwhile goes together with the
 * next. What could not be written is tried again with that.
 */
export function draftTyping(write: (patch: Patch) => Promise<unknown>): DraftTyping {
  let waiting: Patch[] = [];
  let running: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const taken = waiting;
        waiting = [];
        try {
          await write((before) => taken.reduce((draft, patch) => patch(draft), before));
        } catch (error) {
          waiting = [...taken, ...waiting];
          throw error;
        }
      }
    } finally {
      running = null;
    }
  }

  async function settled(): Promise<void> {
    if (waiting.length > 0) running ??= writeAll();
    await running;
  }

  return {
    change(patch) {
      waiting.push(patch);
      return settled();
    },
    settled,
  };
}
