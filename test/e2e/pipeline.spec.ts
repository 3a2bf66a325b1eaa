import type { Page } from '@playwright/test';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test.setTimeout(180_000);

const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const said = (page: Page) => page.locator('.pipeline-total [role=status]');
const namesOf = (page: Page) => page.locator('tr.deal [data-column=name] a').allTextContents();
const amountsOf = (page: Page) => page.locator('tr.deal [data-column=amount]').allTextContents();

test('the pipeline is sorted, filtered, grouped and kept under a name, and the browser’s back button goes back', async ({
  extension,
  demo,
  withHistory,
  complaints,
}) => {
  await withHistory('salesforce');
  const page = await extension.openPage('dashboard.html#pipeline');
  await expect(said(page)).toContainText(/^\d+ open deals: /);
  const all = Number((await said(page).textContent())?.match(/^\d+/)?.[0]);
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(all + 1));
  await cleanInBothSchemes(page, 'the table');

  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveAttribute('aria-sort', 'descending');
  const dollars = (await amountsOf(page))
    .filter((text) => text.startsWith('$'))
    .map((text) => Number(text.replace(/[$,]/g, '')));
  expect(dollars.length).toBeGreaterThan(5);
  expect(dollars).toEqual(dollars.toSorted((a, b) => b - a));

  const { owner } = demo.team.showcase.atRisk;
  await choice(page, 'Owner').selectOption({ label: owner.name });
  await expect(said(page)).toContainText(`of ${all} open deals`);
  await choice(page, 'Close date').selectOption({ label: 'Date passed' });
  await choice(page, 'Group by').selectOption({ label: 'Stage' });
  await expect(page.locator('tr.group').first()).toContainText('seen this week');
  await page.getByLabel('Name of this view').fill('Dates to ask for');
  await page.getByLabel('Name of this view').press('Enter');
  const view = page.getByRole('link', { name: 'Dates to ask for' });
  await expect(view).toHaveAttribute('aria-current', 'true');
  const kept = await namesOf(page);

  await page.getByRole('link', { name: 'All open deals' }).click();
  await expect(said(page)).toContainText(`${all} open deals`);
  await page.goBack();
  await expect(choice(page, 'Close date')).toHaveValue('one passed');
  await page.reload();
  await view.click();
  await expect(page.locator('tr.group').first()).toBeVisible();
  expect(await namesOf(page)).toEqual(kept);
  await page.locator('tr.group').first().click();
  await expect(page.getByRole('rowheader', { expanded: false })).toHaveCount(1);
  await expect.poll(async () => (await namesOf(page)).length).toBeLessThan(kept.length);
  await cleanInBothSchemes(page, 'grouped');

  await page.getByRole('searchbox').fill('no such words');
  await expect(page.getByRole('heading', { name: 'No open deal fits all of this' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(said(page)).toContainText(`${all} open deals`);
  await fitsNarrow(page, async () => {
    await expect(page.locator('tr.deal').first()).toBeVisible();
  });
  await cleanInBothSchemes(page, 'as cards');
  expect(complaints).toEqual([]);
});

test('a deal is found and opened by the keyboard, its life told with what it rests on, and one comes back to its row', async ({
  extension,
  demo,
  withHistory,
  complaints,
}) => {
  await withHistory('salesforce');
  const { atRisk } = demo.team.showcase;
  const page = await extension.openPage('dashboard.html#pipeline');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await grid.focus();
  for (const key of ['End', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const active = page.locator('tr[data-active]');
  await expect(active).toHaveAttribute('aria-rowindex', '5');
  const name = (await active.locator('a').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeFocused();
  await page.goBack();
  await expect(active).toHaveAttribute('aria-rowindex', '5');
  await expect(grid).toBeFocused();

  await page.getByRole('searchbox').fill(atRisk.name);
  await expect(said(page)).toContainText(/^1 of /);
  await page.getByRole('gridcell', { name: atRisk.name }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 2, name: atRisk.name, exact: true })).toBeFocused();
  const crm = page.getByRole('link', { name: 'Open in the CRM' });
  expect(await crm.getAttribute('href')).toMatch(/^https:\/\/acme\.lightning\.force\.com\//);
  await expect(page.locator('.life-facts')).toContainText(atRisk.owner.name);
  const dated = page.locator('.life-day li', { hasText: /^Close date: .+ → / });
  await expect(dated.first()).toContainText(/between|seen/);
  await dated.first().getByText('What it rests on').click();
  await expect(dated.first().locator('.evidence .rule')).toBeVisible();
  await page.locator('[data-part=why] > summary').click();
  await expect(page.locator('[data-part=why]')).toContainText('Arithmetic');
  await expect(page.locator('.course svg')).toBeVisible();
  await cleanInBothSchemes(page, 'one deal');
  await fitsNarrow(page);

  await page.goto(page.url().replace(/#.*/, '#pipeline/never-seen'));
  await expect(page.getByRole('heading', { name: 'Sideline has not seen this deal' })).toBeVisible();
  await page.getByRole('link', { name: 'back to the pipeline' }).click();
  await expect(grid).toBeVisible();
  expect(complaints).toEqual([]);
});
