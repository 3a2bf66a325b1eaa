import { pathOf, urlOf } from '../sim/crm/addresses.ts';
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
  await card.getByRole('button', { name: 'Set next step' }).click();
  const what = card.getByLabel('What will happen');
  await what.fill('half a sent');
  await page.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
  await expect(what).toHaveValue('half a sent');

  await page.evaluate(() => {
    const { head, body } = document;
    document.documentElement.replaceChildren(head, body.cloneNode(true));
  });
  await page.waitForTimeout(500);
  await expect(what).toHaveValue('half a sent');
  await card.getByRole('button', { name: 'Cancel' }).click();
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
  await own.evaluate(() => chrome.runtime.reload()).catch(() => null);
  await page.bringToFront();
  await expect.poll(() => extension.context.serviceWorkers().length).toBe(0);

  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card.locator('.line.error')).toHaveText('Reload this page to continue.');
  await card.getByRole('button', { name: 'Hide in all tabs' }).click();
  await expect(card.locator('.line.error')).toHaveText('Reload this page to continue.');
  // Opening and closing needs nobody; it says what is the matter without being asked.
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await pill.click();
  await expect(card).toContainText('Reload this page to continue.');
  // The page goes on changing under it, to another deal and to another size.
  await page.evaluate(
    (href) => (window as unknown as { __sim: { go(href: string): void } }).__sim.go(href),
    pathOf('salesforce', 'record', demo.team.showcase.healthy),
  );
  await page.setViewportSize({ width: 900, height: 600 });
  await page.waitForTimeout(3_500);
  expect(uncaught).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what an earlier version left in an open page makes room for the next', async ({ extension, demo }) => {
  const page = await extension.context.newPage();
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () =>
      document.documentElement.append(document.createElement('sideline-overlay')),
    );
  });
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(page).pill).toBeVisible();
  await expect(page.locator('sideline-overlay')).toHaveCount(1);
});
