import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { expect, fieldsOf, overlay, test } from './harness.ts';

test('a worker that was stopped between two messages loses nothing and answers again', async ({
  extension,
  demo,
  stored,
}) => {
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal));
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();

  await extension.stopWorker();
  demo.edit(deal.id, { amount: 61_250 });
  await page.evaluate(() => (window as unknown as { __sim: { refresh(): Promise<void> } }).__sim.refresh());
  await expect(async () => {
    expect(fieldsOf(await stored(), recordIdOf('salesforce', deal))).toMatchObject({
      amount: { minor: 6_125_000, symbol: '$' },
    });
  }).toPass();

  await extension.stopWorker();
  await pill.click();
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Set next step' }).click();
  await card.locator('form').getByLabel('What').fill('redlines back');
  await extension.stopWorker();
  await card
    .locator('form')
    .getByRole('button', { name: /save|set/i })
    .click();
  await expect(card).toContainText('redlines back');
  expect((await stored()).promises).toMatchObject([{ what: 'redlines back' }]);
});

test('a worker that was stopped in the middle of registering its scripts registers them at its next start', async ({
  extension,
  demo,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.healthy));
  await expect(overlay(page).pill).toBeVisible();
  const own = await extension.openPage('manifest.json');
  const registered = () =>
    own.evaluate(
      async () => (await chrome.scripting.getRegisteredContentScripts()).filter(({ id }) => id !== 'teach').length,
    );
  const before = await registered();
  expect(before).toBeGreaterThan(0);
  // A lesson that goes on in some tab has a script of its own, which reads nothing.
  await own.evaluate(async () => {
    await chrome.scripting.unregisterContentScripts();
    const matches = ['https://acme.lightning.force.com/*'];
    await chrome.scripting.registerContentScripts([{ id: 'teach', js: ['/content-scripts/teach.js'], matches }]);
  });
  await extension.stopWorker();
  expect(await registered()).toBe(0);
  const popup = await extension.openPage('popup.html');
  await expect.poll(registered).toBe(before);
  await popup.close();
  await page.goto(urlOf('hubspot', 'record', demo.team.showcase.atRisk));
  await expect(overlay(page).pill).toBeVisible();
});
