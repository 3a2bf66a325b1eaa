import type { Page } from '@playwright/test';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

/** As a user looks at a list, whose page loads its rows as it is scrolled, to its end. */
async function openList(extension: Extension, rows: number): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, CALM));
  await expect(overlay(page).pill).toBeVisible();
  await scrollToEnd(page, rows);
  return page;
}

async function scrollToEnd(page: Page, rows: number): Promise<void> {
  await expect(async () => {
    await page.locator('tr[data-row-key-value]').last().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 4_000);
    expect(await page.locator('tr[data-row-key-value^="006"]').count()).toBe(rows);
  }).toPass();
}

const openDeals = (demo: DemoCrm) => demo.deals.filter(({ outcome }) => outcome === 'open');

test('a sweep: a pinned view read to its end, a deal that went meanwhile answered, held against the CRM, and complete', async ({
  extension,
  demo,
  complaints,
}) => {
  const open = openDeals(demo).length;
  const list = await openList(extension, open);
  const desk = await extension.openPage('dashboard.html#sweep');
  await cleanInBothSchemes(desk, 'nothing pinned');
  await desk.getByRole('textbox', { name: 'Name' }).fill('Open pipeline');
  await desk.getByRole('button', { name: 'Pin' }).click();
  const view = desk.locator('.views li');
  await expect(view).toHaveAttribute('data-reach', 'whole');
  await expect(view).toContainText(`${open} of ${open} rows`);
  await expect(desk.getByRole('heading', { name: /^Complete/ })).toBeVisible();
  await expect(desk.locator('.sweep')).toContainText(`${open} of ${open} open deals on record seen this week`);
  await list.close();

  // Won and lost in the CRM by others: two are gone from the list when it is read again.
  const [won, lost] = openDeals(demo).filter(({ currency }) => currency === 'USD');
  if (!won || !lost) throw new Error('no deals');
  demo.edit(won.id, { outcome: 'won', closeDate: demo.team.endDay });
  demo.edit(lost.id, { outcome: 'lost', closeDate: demo.team.endDay });
  const again = await openList(extension, open - 2);
  await expect(view).toContainText(`${open - 2} of ${open - 2} rows`);
  await again.close();
  await desk.bringToFront();
  const queue = desk.locator('.queue li');
  await expect(queue).toHaveCount(2);
  await desk.getByRole('button', { name: `${won.name}: won` }).click();
  await expect(queue).toHaveCount(1);
  await desk.getByRole('button', { name: `${lost.name}: still open` }).click();
  await expect(queue).toHaveCount(0);
  await desk.getByRole('button', { name: 'Take the last answer back' }).click();
  await expect(queue).toHaveCount(1);
  await desk.getByRole('button', { name: `${lost.name}: lost` }).click();
  await expect(queue).toHaveCount(0);
  await expect(desk.locator('.sweep')).toContainText(`${open - 2} of ${open - 2} open deals on record seen this week`);

  // What is won on record is that one deal; the CRM's own report is typed beside it.
  const closed = desk.getByRole('region', { name: 'Closed, by the CRM and by what is on record' });
  await expect(closed).toContainText(/1 deal\./);
  await closed.getByLabel('Closed by the CRM’s own report').fill(String(Math.round(won.amount + 5_000)));
  await closed.getByRole('button', { name: 'Compare' }).click();
  await expect(closed).toContainText(/\$5K more than is on record/i);
  await cleanInBothSchemes(desk, 'complete');
  await fitsNarrow(desk);
  expect(complaints).toEqual([]);
});

test('a view that was read in part is not complete, and says how much is left', async ({ extension, demo }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, CALM));
  await expect(overlay(page).pill).toBeVisible();
  const desk = await extension.openPage('dashboard.html#sweep');
  await desk.getByRole('textbox', { name: 'Name' }).fill('Everything open');
  await desk.getByRole('button', { name: 'Pin' }).click();
  const view = desk.locator('.views li');
  await expect(view).toContainText(/50 (of \d+ )?rows/);
  await expect(view).not.toHaveAttribute('data-reach', 'whole');
  await expect(desk.getByRole('heading', { name: /^This week/ })).toBeVisible();
  // The rest is loaded as the user scrolls.
  await page.bringToFront();
  const all = openDeals(demo).length;
  await scrollToEnd(page, all);
  await expect(view).toHaveAttribute('data-reach', 'whole');
  await desk.bringToFront();
  await expect(view).toContainText(`${all} `);
  await expect(desk.getByRole('heading', { name: /^Complete/ })).toBeVisible();
});
