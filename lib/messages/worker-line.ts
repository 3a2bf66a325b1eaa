/** What a worker of one of our pages sends back: how far it is, any number of times, then an answer or a problem. */
export type FromWorker<Told> =
  | { id: number; told: Told }
  | { id: number; answer: unknown }
  /** `problem`: a sentence to show as it is; `code`: what kind, where somebody tells them apart. */
  | { id: number; problem: string; code?: string | undefined };

type Waiting<Told> = {
  told?: ((said: Told) => void) | undefined;
  resolve(answer: unknown): void;
  reject(error: Error): void;
};

/** Asks the worker: one promise per question, rejected with an error whose message is the sentence to show. */
export type WorkerLine<Told> = (question: { name: string }, told?: (said: Told) => void) => Promise<unknown>;

/** The page's end of a worker. `lost`: the sentence where the worker itself is gone, for what waits and all that comes later. */
export function lineTo<Told>(worker: Worker, lost: string): WorkerLine<Told> {
  const waiting = new Map<number, Waiting<Told>>();
  let last = 0;
  let isLost = false;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<Told>>) => {
    const asked = waiting.get(data.id);
    if (!asked) return;
    if ('told' in data) return asked.told?.(data.told);
    waiting.delete(data.id);
    if ('answer' in data) asked.resolve(data.answer);
    else asked.reject(Object.assign(new Error(data.problem), data.code === undefined ? {} : { code: data.code }));
  });
  worker.addEventListener('error', () => {
    isLost = true;
    for (const { reject } of waiting.values()) reject(new Error(lost));
    waiting.clear();
  });
  return (question, told) =>
    new Promise((resolve, reject) => {
      if (isLost) return reject(new Error(lost));
      const id = ++last;
      worker.postMessage({ ...question, id });
      waiting.set(id, { told, resolve, reject });
    });
}
