import type { Extension } from '../browser/extension.ts';
import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { expect, test } from './harness.ts';

/** A page in the background is not read: the user looks at the list until it was. */
async function untilListWasRead(extension: Extension): Promise<void> {
  const worker = await extension.worker();
  await expect
    .poll(() => worker.evaluate(async () => 'last-list' in (await chrome.storage.session.get('last-list'))))
    .toBe(true);
}

for (const crm of ['salesforce', 'hubspot', 'tryton', 'pipedrive', 'odoo'] as const) {
  test(`${crm}: the first list or board of a new user is answered on the welcome page, each number a list of deals`, async ({
    extension,
    demo,
    complaints,
  }) => {
    const welcome = await extension.openPage('welcome.html');
    await expect(welcome.getByRole('heading', { level: 1 })).toBeVisible();

    const page = await extension.context.newPage();
    await page.goto(urlOf(crm, crm === 'pipedrive' || crm === 'odoo' ? 'board' : 'list', undefined, { late: 'off' }));
    await untilListWasRead(extension);
    await welcome.bringToFront();
    const open = welcome.locator('details summary').first();
    await expect(open).toBeVisible();

    // Salesforce loads 50 rows until somebody scrolls; Sideline counts what stands there and says so.
    const truth = demo.deals.filter(({ outcome }) => outcome === 'open').length;
    const shown = crm === 'salesforce' ? Math.min(50, truth) : truth;
    await expect(open).toContainText(new RegExp(`^\\s*${shown}\\s*open`));
    await open.click();
    await expect(
      welcome.locator('[data-part="list"] li').filter({ hasText: demo.team.showcase.atRisk.name }).first(),
    ).toBeVisible();
    await expect(welcome.locator('main')).not.toContainText(/undefined|NaN|null/);
    expect(complaints).toEqual([]);
  });
}

test('dates in the past and empty next steps are counted as the simulation has them', async ({ extension, demo }) => {
  const welcome = await extension.openPage('welcome.html');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, { late: 'off' }));
  await page.locator('tr[data-row-key-value^="006"]').first().waitFor();
  const ids = await page
    .locator('tr[data-row-key-value^="006"]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-key-value')));
  const rows = demo.deals.filter((deal) => ids.includes(recordIdOf('salesforce', deal)));
  expect(rows.length).toBe(50);
  const past = rows.filter(({ closeDate }) => closeDate !== null && closeDate < demo.team.endDay).length;
  const empty = rows.filter(({ nextStep }) => nextStep === null).length;
  await untilListWasRead(extension);
  await welcome.bringToFront();
  await expect(welcome.locator('details summary', { hasText: /past/ })).toContainText(String(past));
  await expect(welcome.locator('details summary', { hasText: /next step/ })).toContainText(String(empty));
});

test('a new install opens the welcome page once', async ({ extension }) => {
  await expect
    .poll(() => extension.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length)
    .toBe(1);
});
