import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/find-chromium.ts';
import { TENANTS, timeZone, todaysTeam } from '../e2e/harness.ts';
import { lookReadings } from '../sim/readings.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type Figure, figure, median } from './figure.ts';
import type * as InPage from './history-in-page.ts';

const READINGS = 600;
const RECORD_RUNS = 3;
const OPENINGS = 60;
const DAYS = 7;
/** The deals of both are alike: what a deal costs by its own length is not what this asks. */
const SMALL = { deals: 100, each: 100 };
const PIPELINE = { deals: 10_000, each: 20 };
const LARGE = { deals: 10_000, each: 100 };

/** Calls what the bundle exports, in the page. */
function inPage<N extends keyof typeof InPage>(
  page: Page,
  name: N,
  ...args: Parameters<(typeof InPage)[N]>
): Promise<Awaited<ReturnType<(typeof InPage)[N]>>> {
  return page.evaluate(
    ([called, given]) =>
      (window as unknown as { sideline: Record<string, (...all: unknown[]) => unknown> }).sideline[called]?.(...given),
    [name as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<(typeof InPage)[N]>>>;
}

/** Recording, opening and looking back, in the browser's own database, beside the same rows written and read raw. */
export async function history(): Promise<Figure[]> {
  const server = createServer((_, response) => response.end('<title>bench</title>')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: await bundleForPage('history-in-page.ts') });
    return [...(await recording(page)), ...(await scale(page))];
  } finally {
    await browser.close();
    server.close();
  }
}

async function recording(page: Page): Promise<Figure[]> {
  const readings = lookReadings(todaysTeam(), { crm: 'salesforce', tenant: TENANTS.salesforce, timeZone }).slice(
    -READINGS,
  );
  const runs: Awaited<ReturnType<typeof InPage.recordStream>>[] = [];
  for (let run = 0; run < RECORD_RUNS; run++) runs.push(await inPage(page, 'recordStream', run, readings));
  const each = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick)) / READINGS;
  const floor = each(({ raw }) => raw);
  const name = `one look recorded, of ${READINGS} (${Math.round(each(({ rows }) => rows) * 10) / 10} rows each)`;
  return [
    figure(
      'history',
      name,
      'ms',
      each((run) => run.recorded),
      { name: 'the same rows raw', value: floor },
      floor * 2,
    ),
  ];
}

async function scale(page: Page): Promise<Figure[]> {
  const figures: Figure[] = [];
  await inPage(page, 'fill', 'small', SMALL.deals, SMALL.each);
  const small = median(await inPage(page, 'openDeals', 'small', SMALL.deals, OPENINGS));
  await inPage(page, 'drop', 'small');

  const before = await inPage(page, 'bytesUsed');
  const { packing } = await inPage(page, 'fill', 'pipeline', PIPELINE.deals, PIPELINE.each);
  const changes = PIPELINE.deals * PIPELINE.each;
  const bytes = ((await inPage(page, 'bytesUsed')) - before) / changes;
  const raw = await inPage(page, 'readRaw', 'pipeline', 'changes');
  const rows = { name: 'reading the changes row by row', value: raw };
  const days = await inPage(page, 'asOfDays', 'pipeline', PIPELINE.deals, DAYS);
  figures.push(figure('history', '10,000 open deals as of a past day', 'ms', median(days), rows, 300));
  figures.push(
    figure('history', 'the histories of 10,000 deals', 'ms', await inPage(page, 'loadAll', 'pipeline'), rows, null),
  );
  figures.push(figure('history', 'packing 200,000 changes, once', 'ms', packing, rows, null));
  figures.push(figure('history', 'on the disk per change, all told', 'bytes', bytes, null, null));
  await inPage(page, 'drop', 'pipeline');

  await inPage(page, 'fill', 'large', LARGE.deals, LARGE.each);
  const large = median(await inPage(page, 'openDeals', 'large', LARGE.deals, OPENINGS));
  const perSmall = { name: 'with 10,000 stored changes', value: small };
  figures.push(figure('history', 'a deal opened with 1,000,000 stored changes', 'ms', large, perSmall, small * 1.3));
  await inPage(page, 'drop', 'large');
  return figures;
}
