import type { ImportSums } from '../../lib/import/run-import.ts';
import type { FromWorker, RequestName, Requests, ToWorker } from './worker-protocol.ts';

type Told = { share?(share: number): void; sums?(sums: ImportSums): void };
type Waiting = Told & { resolve(answer: unknown): void; reject(error: Error): void };

const LOST = 'The import stopped working. What was stored is safe. Reload this page and choose the same file again.';

/** The page's end of the worker: one promise per question, rejected with the sentence to show. */
export function startWorker() {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const asked = waiting.get(data.id);
    if (!asked) return;
    if ('share' in data) return asked.share?.(data.share);
    if ('sums' in data) return asked.sums?.(data.sums);
    waiting.delete(data.id);
    if ('problem' in data) asked.reject(new Error(data.problem));
    else asked.resolve(data.answer);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error(LOST));
    waiting.clear();
  });
  return {
    ask<N extends RequestName>(name: N, ask: Requests[N]['ask'], told: Told = {}): Promise<Requests[N]['answer']> {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { ...told, resolve: (answer) => resolve(answer as Requests[N]['answer']), reject });
        worker.postMessage({ id, name, ask } as ToWorker);
      });
    },
    cancel(): void {
      worker.postMessage({ name: 'cancel' } satisfies ToWorker);
    },
  };
}
