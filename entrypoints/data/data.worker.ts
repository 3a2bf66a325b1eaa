import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { type CheckedBackup, openKeeping } from '../../lib/store/keeping.ts';
import type { Requests, Told, ToWorker } from './worker-protocol.ts';

/** All that takes its time with what is kept happens here: the page goes on answering. */
const keeping = openKeeping();
let checked: CheckedBackup | null = null;

/** Milliseconds between two words on how far it is. */
const PACE = 100;

const work = (id: number): Requests => ({
  ...keeping,
  check: async (file, passphrase) => {
    checked = await keeping.check(file, passphrase, paced(id));
    const { merge: _, replace: __, drop: ___, ...found } = checked;
    return found;
  },
  restore: async (how) => {
    if (!checked) throw new Error('Check the backup once more. Nothing was changed.');
    await checked[how]();
  },
  dropCheck: async () => {
    const before = checked;
    checked = null;
    await before?.drop();
  },
});

function paced(id: number): (share: number) => void {
  let last = 0;
  return (told) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    post({ id, told });
  };
}

function post(message: FromWorker<Told>, handed: Transferable[] = []): void {
  self.postMessage(message, { transfer: handed });
}

async function answer({ id, name, args }: ToWorker): Promise<void> {
  try {
    const asked = work(id)[name] as (...all: unknown[]) => Promise<unknown>;
    const said = await asked(...args);
    // A stream is read where it is needed, and made here.
    post({ id, answer: said }, said instanceof ReadableStream ? [said] : []);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    post({ id, problem, code });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));
