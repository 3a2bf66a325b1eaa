import type { Page } from '@playwright/test';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { putRows, rowsOf } from '../browser/seed.ts';
import { timeZone, todaysTeam } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { lookReadings } from '../sim/readings.ts';
import { buildExtension } from './build.ts';
import { type Figure, figure, median, quantile } from './figure.ts';

const RUNS = 40;

/** Changes the amount in the page by hand and waits until the card shows another one: milliseconds until that frame. */
function changeAndWait(page: Page, amount: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve, reject) => {
        const shadow = document.querySelector('sideline-overlay')?.shadowRoot;
        const cell = document.querySelector(
          '[data-target-selection-name="sfdc:RecordField.Opportunity.Amount"] [slot="outputField"]',
        );
        if (!shadow || !cell) return reject(new Error('The card or the amount is not there.'));
        const before = shadow.textContent;
        let began = 0;
        const watcher = new MutationObserver(() => {
          if (shadow.textContent === before) return;
          watcher.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - began));
        });
        watcher.observe(shadow, { subtree: true, childList: true, characterData: true });
        setTimeout(() => reject(new Error(`No prompt came within 5 s after ${text}.`)), 5_000);
        began = performance.now();
        cell.textContent = text;
      }),
    amount,
  );
}

/** A message to the worker and back, with nothing done in between. */
async function roundTrip(extension: Extension): Promise<number> {
  const page = await extension.openPage('popup.html');
  const times = await page.evaluate(async () => {
    const times: number[] = [];
    for (let run = 0; run < 30; run++) {
      const began = performance.now();
      await chrome.runtime.sendMessage({ name: 'welcome.get', data: { no: 'such field' } });
      times.push(performance.now() - began);
    }
    return times;
  });
  await page.close();
  return median(times);
}

/** From the last change of a field's value in the page to the prompt on screen: two readings 50 ms apart are in it. */
export async function promptLatency(): Promise<Figure[]> {
  buildExtension('e2e');
  const demo = createDemoCrm({ team: todaysTeam(), late: 'off', torn: 'off' });
  const extension = await startExtension();
  try {
    await routeDemo(extension.context, demo);
    const seed = await extension.openPage('popup.html');
    await seed.locator('main.popup:not([data-kind="loading"])').waitFor();
    await putRows(seed, await rowsOf(lookReadings(demo.team, { crm: 'salesforce', tenant: 'acme', timeZone })));
    await seed.close();
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { late: 'off', torn: 'off' }));
    await page.locator('sideline-overlay button.pill').click();
    await page.locator('sideline-overlay section.card').waitFor();
    await page.waitForTimeout(2_000);

    const floor = { name: 'empty round trip to the worker', value: await roundTrip(extension) };
    const times: Record<'live' | 'stopped', number[]> = { live: [], stopped: [] };
    for (const kind of ['live', 'stopped'] as const) {
      for (let run = 0; run < RUNS; run++) {
        await page.waitForTimeout(1_200);
        if (kind === 'stopped') await extension.stopWorker();
        const amount = 60_000 + run * 700 + (kind === 'live' ? 0 : 350);
        times[kind].push(await changeAndWait(page, `$${amount.toLocaleString('en-US')}.00`));
      }
    }
    return [
      figure('prompt-latency', 'live worker, median', 'ms', median(times.live), floor, null),
      figure('prompt-latency', 'live worker, p95', 'ms', quantile(times.live, 0.95), floor, 150),
      figure('prompt-latency', 'stopped worker, median', 'ms', median(times.stopped), floor, null),
      figure('prompt-latency', 'stopped worker, p95', 'ms', quantile(times.stopped, 0.95), floor, 200),
    ];
  } finally {
    await extension.close();
  }
}
