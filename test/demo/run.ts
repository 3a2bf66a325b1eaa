/**
 * `npm run demo`: builds the extension, starts the demo CRM on 127.0.0.1, and opens a Chromium with both on a deal at
 * risk, with half a year of a simulated team's history on record. `--headless`, or no display: walks through the same
 * screens by itself and writes pictures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayInZone } from '../../lib/deal/day.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { putRows, rowsOf } from '../browser/seed.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm, type DemoCrm } from '../sim/crm/demo-crm.ts';
import { DEMO_HOSTS } from '../sim/crm/profiles.ts';
import { startDemoServer } from '../sim/crm/serve.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';
import { walk } from './walk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function build(): void {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status } = spawnSync(process.execPath, [wxt, 'build', '--mode', 'e2e'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The extension could not be built; the lines above say why.');
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The manager's looks of half a year, as if this browser had been used all along. */
async function remember(extension: Extension, demo: DemoCrm): Promise<void> {
  const readings = lookReadings(demo.team, { crm: 'salesforce', tenant: 'acme', timeZone });
  const rows = await rowsOf(readings);
  const page = await extension.openPage('popup.html');
  await page.locator('main.popup:not([data-kind="loading"])').waitFor();
  await putRows(page, rows);
  // What a "$" means here, as the user may say it once for a site.
  const site = { origin: DEMO_HOSTS.salesforce, currency: 'USD' };
  await page.evaluate((data) => chrome.runtime.sendMessage({ name: 'settings.change', data }), { site });
  await page.close();
  console.log(
    `Half a year on record: ${rows.deals?.length} deals, ${rows.changes?.length} changes, ${readings.length} looks.`,
  );
}

async function main(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  build();
  const demo = createDemoCrm({ team: simulateTeam({ seed: 7, endDay: dayInZone(Date.now(), timeZone) }) });
  const server = await startDemoServer(demo, 'salesforce');
  console.log(`The demo CRM answers at ${server.origin}, and in this browser under its CRMs' own addresses.`);
  const extension = await startExtension({ headless, ...(headless ? {} : { viewport: null }) });
  try {
    await routeDemo(extension.context, demo);
    await remember(extension, demo);
    if (headless) {
      const folder = resolve(root, 'demo-screenshots');
      mkdirSync(folder, { recursive: true });
      await walk(extension, demo, folder);
      console.log(`Pictures: ${relative(process.cwd(), folder) || '.'}`);
    } else {
      const page = extension.context.pages()[0] ?? (await extension.context.newPage());
      await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk));
      await page.bringToFront();
      console.log('Look at the lower right corner of the deal. Close the browser to end.');
      await new Promise((ended) => extension.context.once('close', ended));
    }
  } finally {
    await extension.close().catch(() => {});
    await server.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
