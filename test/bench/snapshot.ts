import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFolder, type Extension, startExtension } from '../browser/extension.ts';
import { longestTask } from '../deep/longest-task.ts';
import { buildExtension } from './build.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type Figure, figure, median } from './figure.ts';
import type { Asked, Timed } from './snapshot-in-page.ts';

const DEALS = 10_000;
const ROUNDS = 5;
/** Rounds before them, without the floor, after which memory is looked at. */
const FOR_MEMORY = 2;
const WORKER = 'bench-snapshot.js';
const FLOOR = 'the same cells as JSON, packed by the browser';

type InPage = { timed?: Timed; begin(asked: Asked): void };

/** The page goes on drawing while its worker works; what it is told is the last thing that it does with it. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate((script) => {
    const worker = new Worker(script);
    const inPage = globalThis as unknown as InPage;
    worker.addEventListener('message', ({ data }) => {
      inPage.timed = data;
    });
    inPage.begin = (asked) => {
      inPage.timed = undefined;
      // From a timer of the page, so that it is not taken for the test's own doing.
      setTimeout(() => worker.postMessage(asked));
    };
    setInterval(() => document.body.toggleAttribute('data-tick'), 16);
  }, `/${WORKER}`);
}

async function timeOnce(page: Page, floor: boolean): Promise<Timed> {
  const asked: Asked = { deals: DEALS, floor };
  await page.evaluate((asked) => (globalThis as unknown as InPage).begin(asked), asked);
  const timed = await page.waitForFunction(() => (globalThis as unknown as InPage).timed, null, { timeout: 120_000 });
  return (await timed.jsonValue()) as Timed;
}

/** The most memory that any process of pages and their workers ever held, in kB; null where the system does not say. */
async function peakOf(extension: Extension): Promise<number | null> {
  const cdp = await extension.context.browser()?.newBrowserCDPSession();
  if (!cdp) return null;
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1.024;
      } catch {
        return 0;
      }
    });
  const most = Math.max(0, ...peaks);
  return most > 0 ? most : null;
}

/** A snapshot of 10,000 deals in a worker of an extension page: its steps, the page meanwhile, and memory. */
export async function snapshot(): Promise<Figure[]> {
  buildExtension('e2e');
  const folder = join(mkdtempSync(join(tmpdir(), 'sideline-snapshot-')), 'extension');
  cpSync(buildFolder('e2e'), folder, { recursive: true });
  writeFileSync(join(folder, WORKER), await bundleForPage('snapshot-in-page.ts'));
  const extension = await startExtension({ folder });
  try {
    const page = await extension.openPage('welcome.html');
    const before = await peakOf(extension);
    await prepare(page);
    for (let round = 0; round < FOR_MEMORY; round++) await timeOnce(page, false);
    const after = await peakOf(extension);
    const rounds: Timed[] = [];
    const tasks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      tasks.push(
        await longestTask(extension, async () => {
          rounds.push(await timeOnce(page, true));
        }),
      );
    }
    const floor = { name: FLOOR, value: median(rounds.map(({ floorMs }) => floorMs)) };
    const steps = rounds[0]?.steps.map(({ name }) => name) ?? [];
    const timeOf = (at: number) => median(rounds.map((one) => one.steps[at]?.ms ?? 0));
    // Deals are judged before a snapshot is asked for: the target speaks of what comes then.
    const [judged = ''] = steps;
    const whole = median(
      rounds.map(({ steps }) => steps.reduce((sum, { name, ms }) => sum + (name === judged ? 0 : ms), 0)),
    );
    return [
      ...steps.map((name, at) =>
        figure('snapshot', `10,000 deals ${name}, in a worker`, 'ms', timeOf(at), floor, null),
      ),
      figure('snapshot', 'built, hashed and written', 'ms', whole, floor, 3_000),
      figure('snapshot', 'longest task in the page meanwhile', 'ms', Math.max(...tasks), null, 50),
      figure('snapshot', 'the workbook', 'kB', (rounds[0]?.bytes ?? 0) / 1_000, null, null),
      ...(before === null || after === null
        ? []
        : [figure('snapshot', 'most memory of page and worker', 'kB', after, { name: 'before', value: before }, null)]),
    ];
  } finally {
    await extension.close();
    rmSync(join(folder, '..'), { recursive: true });
  }
}
