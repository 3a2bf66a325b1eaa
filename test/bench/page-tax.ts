import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { startExtension } from '../browser/extension.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { todaysTeam } from '../e2e/harness.ts';
import { pathOf, urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm, type DemoCrm } from '../sim/crm/demo-crm.ts';
import { DEMO_HOSTS } from '../sim/crm/profiles.ts';
import { buildExtension } from './build.ts';
import { type Figure, figure } from './figure.ts';

const NODES = 20_000;
const NAVIGATIONS = 12;
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

/** Milliseconds of the page's main thread: ours, with the style and layout inside it, and everybody's. */
type Spent = { ours: number; all: number };

async function trace(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const ended = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', '__metadata', 'v8.execute'] },
  } as never);
  await work();
  await cdp.send('Tracing.end');
  await ended;
  return events;
}

/**
 * Adds up what runs under a script of an extension: each call that the browser makes into it (listeners, timers,
 * observers, message answers), with all that it causes before it returns. Calls inside calls count once.
 */
function spentIn(events: readonly TraceEvent[]): Spent {
  const mains = new Set(
    events
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const onMain = events
    .filter((event) => event.ph === 'X' && mains.has(`${event.pid}/${event.tid}`))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const covered = (wanted: (event: TraceEvent) => boolean) => {
    const until = new Map<string, number>();
    let sum = 0;
    for (const event of onMain) {
      if (!wanted(event)) continue;
      const thread = `${event.pid}/${event.tid}`;
      const end = event.ts + (event.dur ?? 0);
      const from = Math.max(event.ts, until.get(thread) ?? 0);
      if (end > from) sum += end - from;
      until.set(thread, Math.max(end, until.get(thread) ?? 0));
    }
    return sum / 1_000;
  };
  return {
    ours: covered(({ args }) => args?.data?.url?.startsWith('chrome-extension://') === true),
    all: covered(({ name }) => name.endsWith('RunTask')),
  };
}

async function measure(
  context: BrowserContext,
  demo: DemoCrm,
  withOverlay: boolean,
): Promise<{ navigation: Spent; churn: Spent }> {
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
  const navigations = await trace(cdp, async () => {
    for (const deal of deals) {
      await page.evaluate(
        (href) => {
          (window as unknown as { __sim: { go(href: string): void } }).__sim.go(href);
        },
        pathOf('salesforce', 'record', deal),
      );
      await page.waitForTimeout(2_500);
    }
  });
  await page.close();

  const churning = await open({ churn: CHURN });
  const churn = await trace(cdp, () => churning.waitForTimeout(CHURN_SECONDS * 1_000));
  await churning.close();
  await cdp.detach();
  return { navigation: spentIn(navigations), churn: spentIn(churn) };
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
    const ours = await measure(extension.context, demo, true);
    const share = (spent: number) => (spent / (CHURN_SECONDS * 1_000)) * 100;
    const each = (spent: number) => spent / NAVIGATIONS;
    const page = { name: 'the page itself, no extension', value: each(without.navigation.all) };
    const churning = { name: 'the page itself, no extension', value: share(without.churn.all) };
    return [
      figure('page-tax', 'ours, per record navigation', 'ms', each(ours.navigation.ours), page, 10),
      figure('page-tax', 'empty content script, per record navigation', 'ms', each(empty.navigation.ours), page, null),
      figure(
        'page-tax',
        'whole main thread with Sideline, per navigation',
        'ms',
        each(ours.navigation.all),
        page,
        null,
      ),
      figure('page-tax', 'ours, under churn', '%', share(ours.churn.ours), churning, 1),
      figure('page-tax', 'empty content script, under churn', '%', share(empty.churn.ours), churning, null),
      figure('page-tax', 'whole main thread with Sideline, under churn', '%', share(ours.churn.all), churning, null),
    ];
  } finally {
    await extension.close();
  }
}
