import type { OneToOne, TalkPatch } from '../../lib/deal/talk.ts';
import type { TalkStore } from '../../lib/store/talk-store.ts';

type Told = { keeping(): void; kept(talk: OneToOne): void; failed(error: unknown): void };

/**
 * Writes a talk as it is typed: at once, and while one write is on its way what comes is gathered for the next, so that a
 * tab may be closed at any moment. What could not be written stays gathered and goes with the next try.
 */
export function talkKeeper(store: Pick<TalkStore, 'writeTalk'>, told: Told) {
  const waiting = new Map<string, { begun: OneToOne; patch: TalkPatch }>();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let next = [...waiting][0]; next; next = [...waiting][0]) {
      const [id, { begun, patch }] = next;
      waiting.delete(id);
      try {
        told.kept(await store.writeTalk(begun, patch, Date.now()));
      } catch (error) {
        const later = waiting.get(id)?.patch ?? {};
        waiting.set(id, { begun, patch: joined(patch, later) });
        throw error;
      }
    }
  }

  /** Done once all that was said so far is on the disk. */
  function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    write(begun: OneToOne, patch: TalkPatch): Promise<void> {
      waiting.set(begun.id, { begun, patch: joined(waiting.get(begun.id)?.patch ?? {}, patch) });
      told.keeping();
      const done = flush();
      done.catch(told.failed);
      return done;
    },
    flush,
  };
}

function joined(before: TalkPatch, after: TalkPatch): TalkPatch {
  return { ...before, ...after, ...((before.notes || after.notes) && { notes: { ...before.notes, ...after.notes } }) };
}
