import { lineTo } from '../../lib/messages/worker-line.ts';
import type { RequestName, Requests, Told, ToWorker } from './worker-protocol.ts';

const LOST = 'The import stopped working. What was stored is safe. Reload this page and choose the same file again.';

/** The page's end of the worker: one promise per question, rejected with the sentence to show. */
export function startWorker() {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const line = lineTo<Told>(worker, LOST);
  return {
    ask: <N extends RequestName>(name: N, ask: Requests[N]['ask'], told?: (said: Told) => void) =>
      line({ name, ask } as { name: string }, told) as Promise<Requests[N]['answer']>,
    cancel(): void {
      worker.postMessage({ name: 'cancel' } satisfies ToWorker);
    },
  };
}
