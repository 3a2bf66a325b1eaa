import { buildFolder, type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { expect, overlay, storedRows, test } from '../e2e/harness.ts';
import { createEditStream } from '../faults/edit-stream.ts';
import { placesMissingIn, problemsIn } from '../faults/stored-problems.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { randomOf } from '../sim/team/random.ts';
import { runSeed } from './seed.ts';

const UPDATES = 4;

/** Puts the extension in place of itself, as an update does that comes while pages are open. */
async function updateInPlace({ context }: Extension): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('The browser is gone.');
  // Playwright's list of the protocol lacks this one.
  const send = cdp.send.bind(cdp) as unknown as (method: string, data: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: buildFolder('e2e') });
  await cdp.detach();
}

test('an extension that is updated under an open page loses nothing, and the page goes on or says what to do', async ({
  demo,
}) => {
  const extension = await startExtension({ args: ['--enable-unsafe-extension-debugging'] });
  const complaints: string[] = [];
  extension.context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await routeDemo(extension.context, demo);
  const seed = runSeed('updates');
  const random = randomOf(seed, 'updates');
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(String(error)));
  const stream = createEditStream(demo, deal.id, random);
  let [reloads, took] = [0, 0];
  for (let update = 0; update < UPDATES; update++) {
    await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }));
    await expect(overlay(page).pill).toBeVisible({ timeout: 20_000 });
    if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
    const { card } = overlay(page);
    for (let edit = 0; edit < 4; edit++) await stream.awaitShown(page, await stream.next(page), 4_000);
    // In the middle of one more reading.
    await stream.next(page);
    await page.waitForTimeout(random.whole(0, 130));
    await updateInPlace(extension);
    const step = await stream.next(page);
    if (await stream.awaitShown(page, step, 6_000)) took++;
    else {
      // An old card says what to do as soon as somebody acts on it.
      await card.getByRole('button', { name: 'Snooze' }).click();
      await expect(card.locator('.line.error')).toHaveText('Reload this page to continue.');
      reloads++;
    }
    const rows = await storedRows(extension);
    expect(stream.lostFrom(rows)).toEqual([]);
    expect(problemsIn(rows)).toEqual([]);
    expect(placesMissingIn(rows)).toEqual([]);
    expect(rows.deals).toHaveLength(1);
  }
  await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }));
  await expect(overlay(page).pill).toBeVisible({ timeout: 20_000 });
  const last = await stream.next(page);
  if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
  expect(await stream.awaitShown(page, last, 20_000)).toBe(true);
  expect(stream.lostFrom(await storedRows(extension))).toEqual([]);
  expect(uncaught).toEqual([]);
  expect(complaints).toEqual([]);
  await extension.close();
  console.log(
    `updates: ${UPDATES} updates, ${took} pages taken over by the new version, ${reloads} told to reload, ${stream.edits()} edits, ${stream.acknowledged.size} acknowledged, 0 lost; seed ${seed}`,
  );
});
