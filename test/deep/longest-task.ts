import type { Extension } from '../browser/extension.ts';
import { expect } from '../e2e/harness.ts';

type Task = {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; chrome_mojo_event_info?: { mojo_interface_tag?: string } };
};

/**
 * The longest task of any page's main thread, in milliseconds of its own computing: neither other work on the machine is
 * in it, nor what the test asks of the page.
 */
export async function longestTask(extension: Extension, work: () => Promise<void>): Promise<number> {
  const cdp = await extension.context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The browser is gone.');
  const events: Task[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as Task[])));
  const ended = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  } as never);
  await work();
  await cdp.send('Tracing.end');
  await ended;
  await cdp.detach();
  const threadOf = ({ pid, tid }: Task) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const asked = events.filter(({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag?.includes('DevTools'));
  const tasks = events.filter(
    (task) =>
      task.name.endsWith('RunTask') &&
      mains.has(threadOf(task)) &&
      !asked.some(
        (one) => threadOf(one) === threadOf(task) && one.ts >= task.ts && one.ts <= task.ts + (task.dur ?? 0),
      ),
  );
  expect(tasks.length).toBeGreaterThan(20);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
