import type { Page } from '@playwright/test';
import type { Extension } from '../browser/extension.ts';
import { loadFixtures } from '../crm/load-fixtures.ts';
import { pathOf, urlOf } from '../sim/crm/addresses.ts';
import type { SimCrm } from '../sim/crm/profiles.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

async function openRows(extension: Extension, crm: SimCrm, kind: 'list' | 'board'): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(urlOf(crm, kind, undefined, CALM));
  return page;
}

/** The element that stands before each mark, and how many there are: a mark's own root is closed. */
function marked(page: Page): Promise<string[]> {
  return page
    .locator('sideline-mark')
    .evaluateAll((marks) =>
      marks.map((mark) => (mark.previousElementSibling ?? mark.parentElement)?.textContent?.trim() ?? ''),
    );
}

/** Name and fact of each deal that the list's card names. */
async function touched(page: Page): Promise<Map<string, string>> {
  const rows = overlay(page).card.locator('[data-part="touch"] li');
  const texts = await rows.evaluateAll((all) =>
    all.map((row): [string, string] => [
      row.querySelector('button')?.textContent ?? '',
      row.querySelector('.quiet')?.textContent ?? '',
    ]),
  );
  return new Map(texts);
}

const boxes = (page: Page, rows: string) =>
  page.locator(rows).evaluateAll((all) => all.map((row) => JSON.stringify(row.getBoundingClientRect())));

const LISTS = [
  { crm: 'salesforce', rows: 'th a' },
  { crm: 'hubspot', rows: 'tbody tr' },
] as const;

for (const { crm, rows } of LISTS) {
  test(`${crm}: a list marks the deals that call for a look, moves nothing, and a mark opens its own deal’s card`, async ({
    extension,
    withHistory,
    complaints,
  }) => {
    await withHistory(crm);
    const page = await openRows(extension, crm, 'list');
    await expect(page.locator(rows).first()).toBeVisible();
    const before = await boxes(page, rows);
    const { pill, card } = overlay(page);
    await expect(pill).toContainText(/\d+ to look at/);
    await expect(page.locator('sideline-mark').first()).toBeVisible();
    expect(await boxes(page, rows)).toEqual(before);

    await pill.click();
    await card
      .getByRole('button', { name: /^Show the other/ })
      .click({ timeout: 1_000 })
      .catch(() => {});
    const facts = await touched(page);
    const names = await marked(page);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect([...facts.keys()]).toContain(name);

    // Through the page, as a hand would.
    const box = await page.locator('sideline-mark').first().boundingBox();
    await page.mouse.click((box?.x ?? 0) + 9, (box?.y ?? 0) + 9);
    await expect(page.getByRole('region', { name: 'Sideline on this deal' })).toBeVisible();
    await expect(card).toContainText(facts.get(names[0] ?? '')?.slice(0, 24) ?? 'no fact');
    await card.getByRole('button', { name: '‹ This list' }).click();
    await expect(page.getByRole('region', { name: 'Sideline on this list' })).toBeVisible();
    // Whatever came first above, rows or marks: without the marks every row stands where it stood.
    await page.locator('sideline-mark').evaluateAll((all) => {
      for (const mark of all) mark.remove();
    });
    expect(await boxes(page, rows)).toEqual(before);
    expect(complaints).toEqual([]);
  });
}

test('a row that is used again for another deal loses its mark before it is drawn', async ({
  extension,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await openRows(extension, 'salesforce', 'list');
  await expect(page.locator('sideline-mark').first()).toBeVisible();
  const left = await page.evaluate(async () => {
    const mark = document.querySelector('sideline-mark');
    const row = mark?.closest('tr');
    const other = [...document.querySelectorAll('tbody tr')].find((one) => !one.querySelector('sideline-mark'));
    const [here, there] = [row?.querySelector('th a'), other?.querySelector('th a')];
    for (const name of there?.getAttributeNames() ?? []) here?.setAttribute(name, there?.getAttribute(name) ?? '');
    if (here && there) here.textContent = there.textContent;
    for (const [at, cell] of [...(other?.attributes ?? [])].entries())
      if (at >= 0) row?.setAttribute(cell.name, cell.value);
    await new Promise((done) => requestAnimationFrame(done));
    return row?.querySelectorAll('sideline-mark').length;
  });
  expect(left).toBe(0);
});

test('a board has no marks until they are asked for; rows without ids never have', async ({
  extension,
  withHistory,
}) => {
  await withHistory('pipedrive');
  const page = await openRows(extension, 'pipedrive', 'board');
  const { pill, card } = overlay(page);
  await expect(pill).toContainText(/\d+ to look at/);
  expect(await page.locator('sideline-mark').count()).toBe(0);
  await pill.click();
  await card.getByRole('button', { name: 'Mark deals in boards' }).click();
  // Some stand beyond the edge of their column, until it is scrolled.
  await expect(page.locator('sideline-mark').filter({ visible: true }).first()).toBeVisible();
  await card.getByRole('button', { name: 'No marks in boards' }).click();
  await expect(page.locator('sideline-mark')).toHaveCount(0);

  const odoo = await openRows(extension, 'odoo', 'board');
  await expect(overlay(odoo).pill).toBeVisible();
  await overlay(odoo).pill.click();
  await expect(overlay(odoo).card).toContainText(/rows show no record id/);
  expect(await odoo.locator('sideline-mark').count()).toBe(0);
});

test('marks go with the list that is left, come back with it, and go with the one key', async ({
  extension,
  withHistory,
  demo,
}) => {
  await withHistory('hubspot');
  const page = await openRows(extension, 'hubspot', 'list');
  const marks = page.locator('sideline-mark');
  await expect(marks.first()).toBeVisible();
  const count = await marks.count();
  const go = (href: string) =>
    page.evaluate((to) => (window as unknown as { __sim: { go(href: string): Promise<void> } }).__sim.go(to), href);
  await go(pathOf('hubspot', 'record', demo.team.showcase.atRisk));
  await expect(marks).toHaveCount(0);
  await expect(overlay(page).pill).not.toContainText('to look at');
  await go(pathOf('hubspot', 'list'));
  await expect(marks).toHaveCount(count);

  const { pill, card } = overlay(page);
  await pill.click();
  await card.getByRole('button', { name: 'Hide in all tabs' }).click();
  await expect(marks).toHaveCount(0);
  await expect(pill).toHaveCount(0);
});

test('rows that the page draws anew get their marks back, and marks stay at their names in a list that scrolls by itself', async ({
  extension,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await openRows(extension, 'salesforce', 'list');
  const marks = page.locator('sideline-mark');
  await expect(marks.first()).toBeVisible();
  const count = await marks.count();
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('tbody tr')) {
      const again = row.cloneNode(true) as Element;
      for (const mark of again.querySelectorAll('sideline-mark')) mark.remove();
      row.replaceWith(again);
    }
  });
  await expect(marks).toHaveCount(count);

  // A table in a box that scrolls and is positioned nowhere, as many lists are.
  await page.evaluate(() => {
    const table = document.querySelector('tbody')?.closest('table');
    const box = document.createElement('div');
    box.style.cssText = 'height: 300px; overflow: auto; position: static';
    table?.replaceWith(box);
    if (table) box.append(table);
    for (let at: Element | null = table ?? null; at && at !== document.body; at = at.parentElement)
      (at as HTMLElement).style.position = 'static';
  });
  await expect(marks).toHaveCount(count);
  const apart = () =>
    marks.evaluateAll((all) =>
      all
        .filter((mark) => (mark as HTMLElement).style.visibility === 'visible')
        .map((mark) => {
          const name = mark.previousElementSibling?.getBoundingClientRect();
          const own = mark.getBoundingClientRect();
          return Math.abs((name?.top ?? 0) + (name?.height ?? 0) / 2 - (own.top + own.height / 2));
        }),
    );
  await page.evaluate(() => {
    const box = document.querySelector('tbody')?.closest('div');
    box?.scrollTo(0, 120);
  });
  await expect(async () => {
    const distances = await apart();
    expect(distances.length).toBeGreaterThan(0);
    expect(Math.max(...distances)).toBeLessThan(4);
  }).toPass();
});

test('tryton: a list whose rows carry no ids has its card and no marks', async ({ extension, withHistory }) => {
  await withHistory('tryton');
  const page = await openRows(extension, 'tryton', 'list');
  const { pill, card } = overlay(page);
  await expect(pill).toContainText(/\d+ to look at/);
  await pill.click();
  await expect(card).toContainText('none is marked in the list itself');
  expect(await page.locator('sideline-mark').count()).toBe(0);
});

test('a list that lacks columns says which would say more', async ({ extension }) => {
  const page = await openRows(extension, 'odoo', 'board');
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();
  await pill.click();
  await expect(card.locator('[data-part="advice"]')).toContainText('This view does not show');
});

test('a board whose own total is not what its cards come to says so, and keeps quiet while they agree', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('pipedrive');
  // A column with cards in several currencies has no total to compare; which one has them hangs on the day.
  for (const deal of demo.deals) deal.currency = 'USD';
  const page = await openRows(extension, 'pipedrive', 'board');
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card).toContainText(/\d+ rows?/);
  const line = card.locator('[data-part="sums"]');
  await expect(line).toHaveCount(0);
  const total = page.locator('[data-test="stage-summary"]').first().locator('div > span').first();
  const before = await total.textContent();
  await total.evaluate((element) => element.replaceChildren('$99.9M'));
  await expect(line).toHaveText(/^The page says \$99\.9M in .+; the \d+ cards? read comes? to \$[\d.]+[KM]\.$/i);
  await total.evaluate((element, text) => element.replaceChildren(text ?? ''), before);
  await expect(line).toHaveCount(0);
});

test('a list whose foot is not what its rows come to says so, and keeps quiet while they agree', async ({
  extension,
}) => {
  const fixture = loadFixtures().find(({ crm, name }) => crm === 'odoo' && name === 'list-14');
  const site = 'http://127.0.0.1:4599';
  await extension.context.route(`${site}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: fixture?.html ?? '' }),
  );
  const page = await extension.context.newPage();
  await page.goto(`${site}/web${new URL(fixture?.page.url ?? '').hash}`);
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card).toContainText(/10 rows/);
  const line = card.locator('[data-part="sums"]');
  await expect(line).toHaveCount(0);
  const foot = page.locator('tfoot td.o_list_number');
  const before = await foot.textContent();
  await foot.evaluate((element) => element.replaceChildren('5,000.00'));
  await expect(line).toHaveText(/^The page says €5\D.* beneath this list; the 10 rows read come to €994\.?\d*[mM]\.$/);
  await foot.evaluate((element, text) => element.replaceChildren(text ?? ''), before);
  await expect(line).toHaveCount(0);
});
