import type { Extension } from '../browser/extension.ts';
import { urlOf } from '../sim/crm/addresses.ts';
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
    const open = welcome.locator('button.number').first();
    await expect(open).toBeVisible();

    const truth = demo.deals.filter(({ outcome }) => outcome === 'open').length;
    await expect(open).toContainText(new RegExp(`^\\s*${truth}\\b`));
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
  const rows = demo.deals.filter(({ outcome }) => outcome === 'open');
  const past = rows.filter(({ closeDate }) => closeDate !== null && closeDate < demo.team.endDay).length;
  const empty = rows.filter(({ nextStep }) => nextStep === null).length;
  await untilListWasRead(extension);
  await welcome.bringToFront();
  await expect(welcome.locator('button.number', { hasText: /past/ })).toContainText(String(past));
  await expect(welcome.locator('button.number', { hasText: /next step/ })).toContainText(String(empty));
});

test('a new install opens the welcome page once', async ({ extension }) => {
  await expect
    .poll(() => extension.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length)
    .toBe(1);
});
