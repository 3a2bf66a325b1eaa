import type { CheckStep } from '../../components/check-state.ts';
import { lineTo } from '../../lib/messages/worker-line.ts';
import type { RequestName, Requests } from './worker-protocol.ts';

const LOST = 'The check stopped working. Nothing was changed. Reload this page.';

/** Why a question was not answered: the user said stop. */
export class Stopped extends Error {}

function open() {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      worker.terminate();
      reject(new Stopped());
    };
  });
  // Nobody may be waiting.
  stopped.catch(() => {});
  return { line: lineTo<CheckStep>(worker, LOST), stopped, stop };
}

/** The page's end of the worker: one promise per question, rejected with the sentence to show. */
export function startWorker() {
  let now = open();
  return {
    ask: <N extends RequestName>(name: N, ask: Requests[N]['ask'], told?: (step: CheckStep) => void) =>
      Promise.race([now.line({ name, ask } as { name: string }, told), now.stopped]) as Promise<Requests[N]['answer']>,
    /** Whatever it is at: it only reads, so nothing is left half done. */
    stop(): void {
      now.stop();
      now = open();
    },
  };
}
