import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { type Extension, startExtension } from '../browser/extension.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { putRows, rowsOf } from '../browser/seed.ts';
import { todaysTeam } from '../e2e/harness.ts';
import { pathOf, urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm, type DemoCrm } from '../sim/crm/demo-crm.ts';
import { DEMO_HOSTS } from '../sim/crm/profiles.ts';
import { lookReadings } from '../sim/readings.ts';
import { buildExtension } from './build.ts';
import { type Figure, figure, median } from './figure.ts';

const NODES = 20_000;
const NAVIGATIONS = 12;
const OPENINGS = 5;
const CHURN = 500;
const CHURN_SECONDS = 10;

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string }; name?: string };
};

const EXTENSION = 'chrome-extension://';

/** Milliseconds of the page's main thread: ours, with the style and layout inside it, and everybody's. */
type Spent = { ours: number; all: number };

async function trace(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as unknown as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const ended = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', '__metadata'] },
  } as never);
  await work();
  await cdp.send('Tracing.end');
  await ended;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/**
 * Adds up what runs under a script of an extension: each call that the browser makes into it, with all that it causes
 * before it returns, and the promises that go on after it where no script of the page had a part in the task. Of a frame
 * that we asked for only our own callback counts: drawing the page is the page's.
 */
function spentIn(events: readonly TraceEvent[]): Spent {
  const mains = new Set(
    events
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const threads = Map.groupBy(
    events.filter((event) => event.ph === 'X' && mains.has(`${event.pid}/${event.tid}`)),
    ({ pid, tid }) => `${pid}/${tid}`,
  );
  const isOurs = ({ args }: TraceEvent) => args?.data?.url?.startsWith(EXTENSION) === true;
  const isPages = ({ args }: TraceEvent) => /^https?:/.test(args?.data?.url ?? '');
  const isMicrotasks = ({ name }: TraceEvent) => name === 'RunMicrotasks';
  const spent = { ours: 0, all: 0 };
  for (const onMain of threads.values()) {
    onMain.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
    for (const task of outermost(onMain, ({ name }) => name.endsWith('RunTask'))) {
      spent.all += task.dur / 1_000;
      const parts = outermost(task.within, (event) => isOurs(event) || isMicrotasks(event));
      const goesOn = isOurs(parts[0]?.event ?? task.event) && !task.within.some(isPages);
      for (const { event, dur, within } of parts) {
        const calls = isOurs(event) || goesOn ? [{ dur }] : outermost(within, isOurs);
        for (const call of calls) spent.ours += call.dur / 1_000;
      }
    }
  }
  return spent;
}

/** The outermost of the wanted events of one thread, in order, with what lies within each; microseconds. */
function outermost(sorted: readonly TraceEvent[], wanted: (event: TraceEvent) => boolean) {
  const found: { event: TraceEvent; dur: number; end: number; within: TraceEvent[] }[] = [];
  for (const event of sorted) {
    const last = found.at(-1);
    if (last && event.ts < last.end) last.within.push(event);
    else if (wanted(event)) found.push({ event, dur: event.dur ?? 0, end: event.ts + (event.dur ?? 0), within: [] });
  }
  return found;
}

type Measured = { navigation: Spent; churn: Spent; list: { opened: Spent; churn: Spent } };

/** A list of open deals, from its opening until its marks stand, and under churn. */
async function measureList(context: BrowserContext, cdp: CDPSession, withMarks: boolean): Promise<Measured['list']> {
  const open = async (sim: Record<string, string | number>): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(urlOf('salesforce', 'list', undefined, { nodes: NODES, late: 'off', ...sim }));
    await page.locator('tbody tr').first().waitFor();
    if (withMarks) await page.locator('sideline-mark').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(3_000);
    return page;
  };
  const opened: Spent[] = [];
  for (let time = 0; time < OPENINGS; time++) {
    opened.push(spentIn(await trace(cdp, async () => void (await (await open({})).close()))));
  }
  const churning = await open({ churn: CHURN });
  const churn = spentIn(await trace(cdp, () => churning.waitForTimeout(CHURN_SECONDS * 1_000)));
  await churning.close();
  return {
    opened: { ours: median(opened.map(({ ours }) => ours)), all: median(opened.map(({ all }) => all)) },
    churn,
  };
}

async function measure(context: BrowserContext, demo: DemoCrm, withOverlay: boolean): Promise<Measured> {
  const deals = demo.deals.filter(({ outcome }) => outcome === 'open').slice(0, NAVIGATIONS);
  const open = async (sim: Record<string, string | number>): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { nodes: NODES, late: 'on', ...sim }));
    await page.locator('records-record-layout-item').first().waitFor();
    if (withOverlay) await page.locator('sideline-overlay button.pill').waitFor();
    await page.waitForTimeout(3_000);
    return page;
  };

  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  const cdp = await browser.newBrowserCDPSession();
  const page = await open({});
  const navigations: Spent[] = [];
  for (const deal of deals) {
    const events = await trace(cdp, async () => {
      // From a timer of the page, so that nothing of the test's own call is taken for ours.
      await page.evaluate(
        (href) => {
          const { __sim } = window as unknown as { __sim: { go(href: string): void } };
          setTimeout(() => __sim.go(href));
        },
        pathOf('salesforce', 'record', deal),
      );
      // Long enough for all that follows a navigation, the last look for a place included.
      await page.waitForTimeout(4_000);
    });
    navigations.push(spentIn(events));
  }
  await page.close();
  const navigation = {
    ours: median(navigations.map(({ ours }) => ours)),
    all: median(navigations.map(({ all }) => all)),
  };

  const churning = await open({ churn: CHURN });
  const churn = await trace(cdp, () => churning.waitForTimeout(CHURN_SECONDS * 1_000));
  await churning.close();
  const list = await measureList(context, cdp, withOverlay);
  await cdp.detach();
  return { navigation, churn: spentIn(churn), list };
}

/** A browser with an extension that only stands there, or with none. */
async function measureOther(demo: DemoCrm, emptyScript: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-empty-'));
  writeFileSync(join(folder, 'empty.js'), 'void 0;\n');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Empty',
      version: '1',
      content_scripts: [{ matches: [`${DEMO_HOSTS.salesforce}/*`], js: ['empty.js'] }],
    }),
  );
  const context = await chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      ...(emptyScript ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ],
  });
  try {
    await routeDemo(context, demo);
    return await measure(context, demo, false);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

/** Half a year on record, so that the list has deals to mark. */
async function remember(extension: Extension, demo: DemoCrm): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rows = await rowsOf(lookReadings(demo.team, { crm: 'salesforce', tenant: 'acme', timeZone }));
  const popup = await extension.openPage('popup.html');
  await popup.locator('main.popup:not([data-kind="loading"])').waitFor();
  await putRows(popup, rows);
  await popup.close();
}

/** What our scripts cost a page of 20,000 nodes: per record navigation, and under 500 mutations a second. */
export async function pageTax(): Promise<Figure[]> {
  buildExtension('e2e');
  const fresh = () => createDemoCrm({ team: todaysTeam() });
  const without = await measureOther(fresh(), false);
  const empty = await measureOther(fresh(), true);
  const extension = await startExtension();
  try {
    const demo = fresh();
    await routeDemo(extension.context, demo);
    await remember(extension, demo);
    const ours = await measure(extension.context, demo, true);
    const share = (spent: number) => (spent / (CHURN_SECONDS * 1_000)) * 100;
    const page = { name: 'the page itself, no extension', value: without.navigation.all };
    const churning = { name: 'the page itself, no extension', value: share(without.churn.all) };
    const list = { name: 'the page itself, no extension', value: without.list.opened.all };
    const churningList = { name: 'the page itself, no extension', value: share(without.list.churn.all) };
    return [
      figure('page-tax', 'ours, per record navigation', 'ms', ours.navigation.ours, page, 10),
      figure('page-tax', 'empty content script, per record navigation', 'ms', empty.navigation.ours, page, null),
      figure('page-tax', 'whole main thread with Sideline, per navigation', 'ms', ours.navigation.all, page, null),
      figure('page-tax', 'ours, under churn', '%', share(ours.churn.ours), churning, 1),
      figure('page-tax', 'empty content script, under churn', '%', share(empty.churn.ours), churning, null),
      figure('page-tax', 'whole main thread with Sideline, under churn', '%', share(ours.churn.all), churning, null),
      figure('page-tax', 'ours, a list opened, read and marked', 'ms', ours.list.opened.ours, list, null),
      figure('page-tax', 'ours, a marked list under churn', '%', share(ours.list.churn.ours), churningList, 1),
    ];
  } finally {
    await extension.close();
  }
}
