import { expect, it } from 'vitest';
import { type FromWorker, lineTo } from '../../lib/messages/worker-line.ts';

/** A worker that answers as it is told to; what it was asked stands in `asked`. */
class TestWorker extends EventTarget {
  readonly asked: { id: number; name: string }[] = [];
  postMessage(question: { id: number; name: string }): void {
    this.asked.push(structuredClone(question));
  }
  says(data: FromWorker<number>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function begin() {
  const worker = new TestWorker();
  return { worker, line: lineTo<number>(worker as unknown as Worker, 'It is gone.') };
}

const idOf = (worker: TestWorker, at: number) => worker.asked[at]?.id ?? -1;

it('gives each question its own answer, in whatever order they come, and its own progress', async () => {
  const { worker, line } = begin();
  const heard: number[] = [];
  const [first, second] = [line({ name: 'check' }, (share) => heard.push(share)), line({ name: 'deals' })];
  worker.says({ id: idOf(worker, 0), told: 0.5 });
  worker.says({ id: idOf(worker, 1), told: 0.9 });
  worker.says({ id: idOf(worker, 1), answer: 'deals' });
  worker.says({ id: idOf(worker, 0), answer: undefined });
  expect(await Promise.all([first, second])).toEqual([undefined, 'deals']);
  expect(heard).toEqual([0.5]);
});

it('fails with the sentence to show, and the kind of problem where it has one', async () => {
  const { worker, line } = begin();
  const asked = [line({ name: 'check' }), line({ name: 'check' })];
  worker.says({ id: idOf(worker, 0), problem: 'The disk is full.', code: 'disk-full' });
  worker.says({ id: idOf(worker, 1), problem: 'Something else.' });
  const [full, other] = (await Promise.allSettled(asked)) as PromiseRejectedResult[];
  expect(full?.reason).toMatchObject({ message: 'The disk is full.', code: 'disk-full' });
  expect(other?.reason).toMatchObject({ message: 'Something else.' });
  expect(other?.reason).not.toHaveProperty('code');
});

it('lets nobody wait for a worker that is gone', async () => {
  const { worker, line } = begin();
  const before = line({ name: 'check' });
  worker.dispatchEvent(new Event('error'));
  await expect(before).rejects.toThrow('It is gone.');
  await expect(line({ name: 'deals' })).rejects.toThrow('It is gone.');
  expect(worker.asked).toHaveLength(1);
});

it('fails at once where a question cannot be handed over', async () => {
  const { line } = begin();
  await expect(line({ name: 'check', args: [() => {}] } as { name: string })).rejects.toThrow();
});
