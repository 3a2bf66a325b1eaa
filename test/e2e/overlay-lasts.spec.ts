import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

test('a page that puts up a new body, or a whole new document, keeps its one overlay', async ({
  extension,
  demo,
  complaints,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('tryton', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card).toBeVisible();
  await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
  await expect(card).toBeVisible();

  await page.evaluate(() => {
    const { head, body } = document;
    document.documentElement.replaceChildren(head, body.cloneNode(true));
  });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card.getByRole('button', { name: 'Wake' })).toBeVisible();
  await expect(page.locator('sideline-overlay')).toHaveCount(1);

  // A page that will have nothing of ours is left in peace.
  await page.evaluate(() => {
    Object.assign(window, { removed: 0 });
    new MutationObserver(() => {
      for (const ours of document.querySelectorAll('sideline-overlay')) {
        ours.remove();
        (window as unknown as { removed: number }).removed++;
      }
    }).observe(document.documentElement, { childList: true });
    document.querySelector('sideline-overlay')?.remove();
  });
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => (window as unknown as { removed: number }).removed)).toBeLessThan(10);
  expect(complaints).toEqual([]);
});

test('an action that is refused says why, in the sentence that the background gave', async ({
  extension,
  demo,
  complaints,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  // The tab holds another deal by now, as the background sees it.
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const all = await chrome.storage.session.get(null);
    await chrome.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('tab-')));
  });
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card.locator('.line.error')).toHaveText(
    'This deal is not on record in this browser yet. Open it in the CRM once.',
  );

  // What was typed stays where it was.
  await card.getByRole('button', { name: 'Set next step' }).click();
  await card.getByLabel('What will happen').fill('redlines');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.locator('.line.error')).toBeVisible();
  await expect(card.getByLabel('What will happen')).toHaveValue('redlines');
  expect(complaints).toEqual([]);
});

test('a page whose extension was taken away says so in one calm line, and throws nothing', async ({
  extension,
  demo,
  complaints,
}) => {
  const page = await extension.context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(String(error)));
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card).toBeVisible();
  const own = await extension.openPage('popup.html');
  // Nothing new is put into open tabs when it comes back: what stands there is of before.
  await own.evaluate(() => chrome.management.getSelf()).catch(() => null);
  await own.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await page.bringToFront();
  await page.waitForTimeout(8_500);
  console.log(
    'workers',
    extension.context.serviceWorkers().map((w) => w.url()),
  );
  console.log('hosts', await page.locator('sideline-overlay').count(), await card.count());
  console.log(
    await page
      .locator('sideline-overlay')
      .evaluateAll((all) => all.map((e) => e.shadowRoot?.querySelector('.dock')?.textContent)),
  );
  await card.getByRole('button', { name: 'Snooze' }).first().click();
  await page.waitForTimeout(1_000);
  console.log(
    await page
      .locator('sideline-overlay')
      .evaluateAll((all) => all.map((e) => e.shadowRoot?.querySelector('.dock')?.textContent)),
  );
  expect(uncaught).toEqual([]);
  expect(complaints).toEqual([]);
});
