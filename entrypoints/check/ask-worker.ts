import type { CheckStep } from '../../components/check-state.ts';
import type { FromWorker, RequestName, Requests, ToWorker } from './worker-protocol.ts';

const LOST = 'The check stopped working. Nothing was changed. Reload this page.';

/** Why a question was not answered: the user said stop. */
export class Stopped extends Error {}

type Waiting = {
  told?: ((step: CheckStep) => void) | undefined;
  resolve(answer: unknown): void;
  reject(e: Error): void;
};

/** The page's end of the worker: one promise per question, rejected with the sentence to show. */
export function startWorker() {
  const waiting = new Map<number, Waiting>();
  let worker = start();
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const asked = waiting.get(data.id);
      if (!asked) return;
      if ('told' in data) return asked.told?.(data.told);
      waiting.delete(data.id);
      if ('problem' in data) asked.reject(new Error(data.problem));
      else asked.resolve(data.answer);
    });
    started.addEventListener('error', () => failAll(new Error(LOST)));
    return started;
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    ask<N extends RequestName>(
      name: N,
      ask: Requests[N]['ask'],
      told?: (step: CheckStep) => void,
    ): Promise<Requests[N]['answer']> {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { told, resolve: (answer) => resolve(answer as Requests[N]['answer']), reject });
        worker.postMessage({ id, name, ask } as ToWorker);
      });
    },
    /** Whatever it is at: it only reads, so nothing is left half done. */
    stop(): void {
      worker.terminate();
      worker = start();
      failAll(new Stopped());
    },
  };
}
