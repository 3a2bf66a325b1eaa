import type { Settings } from '../../lib/settings/settings.ts';
import type { Answers, AskName, FromWorker, ToWorker } from './worker-protocol.ts';

const LOST = 'The counting stopped working. Your limits are as they were. Reload this page.';

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

/** The page's end of the worker: one promise per question, rejected with the sentence to show. */
export function startWorker() {
  const worker = new Worker(new URL('./limits.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('problem' in data) asked?.reject(new Error(data.problem));
    else asked?.resolve(data.answer);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error(LOST));
    waiting.clear();
  });
  return function ask<N extends AskName>(name: N, settings: Settings): Promise<Answers[N]> {
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: (answer) => resolve(answer as Answers[N]), reject });
      worker.postMessage({ id, name, settings } satisfies ToWorker);
    });
  };
}
