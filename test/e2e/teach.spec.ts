import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { STAGES, type UnknownDeal, unknownDeals, unknownPage } from '../sim/unknown-crm.ts';
import { expect, fieldsOf, overlay, test } from './harness.ts';

/** Nobody listens there: the browser's requests are answered by the test. */
const SITE = 'http://127.0.0.1:4599';

async function openUnknown(extension: Extension): Promise<Page> {
  await extension.context.route(`${SITE}/**`, (route) => {
    const body = unknownPage(new URL(route.request().url()).pathname);
    return body
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.fulfill({ status: 404, body: '' });
  });
  return extension.context.newPage();
}

const panel = (page: Page) => page.locator('sideline-teach .teach');
const row = (page: Page, field: string) => panel(page).locator(`[data-field="${field}"]`);

async function point(page: Page, field: string, ...targets: string[]): Promise<void> {
  await row(page, field).getByRole('button').first().click();
  // A row far down in the panel takes the panel there, not the page.
  for (const target of targets) await page.locator(target).first().click();
}

async function startLesson(extension: Extension, page: Page, name: RegExp): Promise<void> {
  const popup = await openPopupFor(extension, page);
  if ((await popup.locator('main').getAttribute('data-kind')) === 'today') {
    await popup.getByRole('button', { name: 'What was read' }).click();
  }
  await popup.getByRole('button', { name }).click();
  await expect(panel(page)).toBeVisible();
}

/** The map as "Save as a file" gives it. */
async function savedMap(site: Locator): Promise<{ record: { fields: { amount: { from: string[] } } } }> {
  const [download] = await Promise.all([
    site.page().waitForEvent('download'),
    site.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

function expected({ name, amount, stage, closeDate, owner, nextStep, account }: UnknownDeal) {
  return {
    name,
    amount: { minor: amount * 100, currency: 'EUR', halfStep: 0 },
    stage: { id: null, label: stage, order: null },
    closeDate,
    owner,
    nextStep,
    ...(account === null ? {} : { account }),
    outcome: stage === 'Closed won' ? 'won' : 'open',
  };
}

test('a CRM that no reader knows is taught on one deal and its list, and then read right everywhere', async ({
  extension,
  stored,
}) => {
  test.setTimeout(120_000);
  const [first, second, ...others] = unknownDeals as [UnknownDeal, UnknownDeal, ...UnknownDeal[]];
  const page = await openUnknown(extension);
  await page.goto(`${SITE}/app/deals/${first.id}`);
  await startLesson(extension, page, /by pointing/);

  await point(page, 'name', 'h1');
  await expect(row(page, 'name')).toContainText(first.name);
  await point(page, 'amount', '[data-qa="deal-value"]');
  await expect(row(page, 'amount')).toContainText(`${first.amount} EUR`);
  await expect(row(page, 'amount')).toContainText('by its own name');
  // A click that points does nothing else: the choice stays shut, the customer's page is not opened.
  await point(page, 'account', 'dd a');
  await expect(row(page, 'account')).toContainText(String(first.account));
  await point(page, 'stage', '#stage');
  await point(page, 'closeDate', 'dd:nth-of-type(2)');
  await expect(row(page, 'closeDate')).toContainText(first.closeDate);
  await expect(row(page, 'closeDate')).toContainText('by the words beside');
  await point(page, 'owner', 'dd:nth-of-type(3) span');
  await point(page, 'nextStep', 'textarea');
  await expect(row(page, 'nextStep')).toContainText(first.nextStep);
  expect(page.url()).toBe(`${SITE}/app/deals/${first.id}`);
  await expect(panel(page)).toContainText('Now open another deal');
  await expect(panel(page).getByRole('button', { name: 'Read by this' })).toHaveCount(0);

  await page.goto(`${SITE}/app/deals/${second.id}`);
  await expect(row(page, 'name')).toContainText(second.name);
  await expect(row(page, 'name')).toContainText(`First deal: ${first.name}`);
  await panel(page).getByRole('button', { name: 'Read by this' }).click();
  await expect(page.locator('sideline-teach')).toHaveCount(0);
  await expect(overlay(page).pill).toBeVisible();

  const deals = [second, ...others];
  for (const deal of deals) {
    await page.goto(`${SITE}/app/deals/${deal.id}`);
    await expect(overlay(page).pill).toBeVisible();
  }
  await expect
    .poll(async () => {
      const rows = await stored();
      return deals.map(({ id }) => fieldsOf(rows, String(id)));
    })
    .toEqual(deals.map(expected));
  await page.goto(`${SITE}/`);
  await page.waitForTimeout(1_000);
  await expect(overlay(page).pill).not.toBeVisible();

  await page.goto(`${SITE}/app/deals`);
  await startLesson(extension, page, /by pointing/);
  await panel(page).getByText('A list or board of deals').click();
  await point(page, 'name', 'tbody tr:nth-child(2) a', 'tbody tr:nth-child(5) a');
  await point(page, 'amount', 'tbody tr:nth-child(3) td:nth-child(4)');
  await point(page, 'owner', 'tbody tr:nth-child(1) td:nth-child(3)');
  await point(page, 'closeDate', 'tbody tr:nth-child(1) td:nth-child(5)');
  await point(page, 'stage', 'tbody tr:nth-child(1) td:nth-child(6)');
  await expect(panel(page)).toContainText(`${unknownDeals.length} rows read.`);
  await panel(page).getByRole('button', { name: 'Read by this' }).click();
  await expect(overlay(page).pill).toBeVisible();
  await expect
    .poll(async () => {
      const worker = await extension.worker();
      const kept = await worker.evaluate(async () => (await chrome.storage.session.get('last-list'))['last-list']);
      return (
        kept as { deals: { recordId: string; fields: Record<string, { value: unknown }> }[] } | undefined
      )?.deals.map(({ recordId, fields }) => [
        recordId,
        fields.name?.value,
        fields.closeDate?.value,
        fields.owner?.value,
      ]);
    })
    .toEqual(unknownDeals.map(({ id, name, closeDate, owner }) => [String(id), name, closeDate, owner]));
});

test('a board that no reader knows is taught by two of its cards and the head of a column', async ({ extension }) => {
  const page = await openUnknown(extension);
  await page.goto(`${SITE}/app/board`);
  await startLesson(extension, page, /by pointing/);
  await panel(page).getByText('A list or board of deals').click();
  const card = (at: number) => `section:nth-child(2) article:nth-child(${at})`;
  await point(page, 'name', `${card(1)} a`, `${card(2)} a`);
  await point(page, 'amount', `${card(1)} span`);
  await expect(panel(page)).toContainText('3 rows read.');
  await point(page, 'stage', 'h1');
  await expect(panel(page)).toContainText('That stands in none of the rows.');
  // The field waits for the next click.
  await page.locator('section:nth-child(4) h2').click();
  await expect(panel(page)).toContainText(`${unknownDeals.length} rows read.`);
  await expect(panel(page).getByRole('columnheader', { name: 'stage' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Read by this' }).click();
  await expect(overlay(page).pill).toBeVisible();
  const byStage = [...unknownDeals].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  await expect
    .poll(async () =>
      (await lastList(extension)).map(({ recordId, fields: { name, stage } }) => [
        recordId,
        name?.value,
        (stage?.value as { label: string } | undefined)?.label,
      ]),
    )
    .toEqual(byStage.map(({ id, name, stage }) => [String(id), name, stage]));
});

test('fields are pointed at with the keys alone, said aloud, and the page feels none of them', async ({
  extension,
}) => {
  const [first] = unknownDeals as [UnknownDeal, ...UnknownDeal[]];
  const page = await openUnknown(extension);
  await page.setViewportSize({ width: 1100, height: 260 });
  await page.goto(`${SITE}/app/deals/${first.id}`);
  await startLesson(extension, page, /by pointing/);
  await page.evaluate(() => {
    const felt: string[] = [];
    Object.assign(window, { felt });
    window.addEventListener('keydown', ({ key }) => felt.push(key));
  });
  const reached = panel(page).locator('[data-part="reached"]');
  const outline = page.locator('sideline-teach .outline');
  const arm = async (field: string) => {
    await row(page, field).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
  };
  const goTo = async (text: string, key: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key);
      if ((await reached.textContent())?.startsWith(`“${text}”, `)) return;
    }
    throw new Error(`The keys never lead to ${text}.`);
  };
  const isAround = async (target: string) => {
    const [around, box] = [await outline.boundingBox(), await page.locator(target).first().boundingBox()];
    return around && box && Math.abs(around.x - box.x) <= 4 && Math.abs(around.y - box.y) <= 4;
  };

  await arm('name');
  await goTo(first.name, 'Tab');
  await expect(outline).toBeVisible();
  expect(await isAround('h1')).toBe(true);
  expect(await axeFindings(page, 'sideline-teach')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(row(page, 'name')).toContainText(first.name);
  await expect(outline).toBeHidden();
  await expect(reached).toBeEmpty();

  // What stands below the window's edge is brought into sight; backwards from the first goes on from the last.
  await arm('nextStep');
  await goTo(first.nextStep, 'ArrowDown');
  await expect(page.locator('textarea')).toBeInViewport();
  expect(await isAround('textarea')).toBe(true);
  await page.keyboard.press('Enter');
  await expect(row(page, 'nextStep')).toContainText(first.nextStep);
  await arm('owner');
  await goTo(first.owner, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(row(page, 'owner')).toContainText(first.owner);

  await arm('stage');
  await page.keyboard.press('ArrowUp');
  await expect(outline).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(outline).toBeHidden();
  await expect(panel(page)).toContainText('Choose a field');
  await expect(row(page, 'stage')).toContainText('point at it');
  // Outside of a choice the keys are the panel's own again.
  await page.keyboard.press('Tab');
  await expect(row(page, 'closeDate').getByRole('button').first()).toBeFocused();
  expect(page.url()).toBe(`${SITE}/app/deals/${first.id}`);
  expect(await page.evaluate(() => (window as unknown as { felt: string[] }).felt)).not.toContain('ArrowDown');
});

test('one field of a known reader is corrected by pointing, and the rest is read as before', async ({
  extension,
  demo,
  stored,
}) => {
  const deal = demo.team.showcase.atRisk;
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal));
  await expect(overlay(page).pill).toBeVisible();
  const recordId = String(((await stored()).aliases as { recordId: string }[])[0]?.recordId);
  const before = fieldsOf(await stored(), recordId);

  const popup = await openPopupFor(extension, page);
  await popup.getByRole('button', { name: 'What was read' }).click();
  await popup.getByRole('button', { name: 'Correct a field by pointing' }).click();
  await expect(panel(page)).toContainText('Correct what is read as Salesforce');
  await expect(panel(page).getByRole('button', { name: 'Read by this' })).toHaveCount(0);
  await row(page, 'nextStep').getByRole('button').first().click();
  await page.getByText(String(before.account), { exact: true }).first().click();
  await expect(row(page, 'nextStep')).toContainText(String(before.account));
  await panel(page).getByRole('button', { name: 'Read by this' }).click();
  await expect(page.locator('sideline-teach')).toHaveCount(0);
  await expect.poll(async () => fieldsOf(await stored(), recordId)).toEqual({ ...before, nextStep: before.account });

  // It is so from the first look at the next page.
  const { length } = (await stored()).changes as unknown[];
  await page.reload();
  await expect(overlay(page).pill).toBeVisible();
  await page.waitForTimeout(1_500);
  expect((await stored()).changes).toHaveLength(length);
  const again = await openPopupFor(extension, page);
  await again.getByRole('button', { name: 'What was read' }).click();
  await again.getByRole('button', { name: 'Forget what was taught here' }).click();
  await expect(again.getByRole('button', { name: 'Forget what was taught here' })).toHaveCount(0);
  // In the page that stands open, and in the next.
  await expect.poll(async () => fieldsOf(await stored(), recordId)).toEqual(before);
  const { length: known } = (await stored()).changes as unknown[];
  await page.reload();
  await expect(overlay(page).pill).toBeVisible();
  await page.waitForTimeout(1_500);
  expect((await stored()).changes).toHaveLength(known);
});

type ListRow = { recordId: string; fields: Record<string, { ok: boolean; value?: unknown }> };

/** The list that was read last, as the background holds it. */
async function lastList(extension: Extension): Promise<ListRow[]> {
  const worker = await extension.worker();
  const kept = await worker.evaluate(async () => (await chrome.storage.session.get('last-list'))['last-list']);
  return (kept as { deals: ListRow[] } | undefined)?.deals ?? [];
}

test('a column of a known reader’s list is corrected by pointing, and forgotten in the page that stands open', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, { late: 'off', torn: 'off' }));
  await expect(overlay(page).pill).toBeVisible();
  await expect.poll(async () => (await lastList(extension)).length).toBeGreaterThan(5);
  const before = await lastList(extension);
  const account = before[0]?.fields.account?.value;

  const popup = await openPopupFor(extension, page);
  await popup.getByRole('button', { name: 'What was read' }).click();
  await popup.getByRole('button', { name: 'Correct a column by pointing' }).click();
  await expect(panel(page)).toContainText('Correct what is read as Salesforce');
  await row(page, 'nextStep').getByRole('button').first().click();
  await page.getByRole('heading').first().click();
  await expect(panel(page)).toContainText('That stands in none of the rows.');
  await page.getByText(String(account), { exact: true }).first().click();
  await expect(row(page, 'nextStep')).toContainText(String(account));
  await expect(panel(page)).toContainText(`${before.length} rows read.`);
  await panel(page).getByRole('button', { name: 'Read by this' }).click();
  const corrected = before.map(({ recordId, fields }) => [
    recordId,
    { ...valuesOf(fields), nextStep: fields.account?.value },
  ]);
  const now = async () => (await lastList(extension)).map(({ recordId, fields }) => [recordId, valuesOf(fields)]);
  await expect.poll(now).toEqual(corrected);

  const again = await openPopupFor(extension, page);
  await again.getByRole('button', { name: 'What was read' }).click();
  await again.getByRole('button', { name: 'Forget what was taught here' }).click();
  await expect.poll(now).toEqual(before.map(({ recordId, fields }) => [recordId, valuesOf(fields)]));
});

function valuesOf(fields: ListRow['fields']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, said]) => (said.ok ? [[name, said.value]] : [])));
}

test('what was taught is data: edited, tried, saved as a file, forgotten, and read in again', async ({ extension }) => {
  const origin = SITE;
  const map = {
    version: 1,
    origin,
    record: {
      address: '/app/deals/{id}',
      fields: { name: { from: ['h1'] }, amount: { from: ['[data-qa="deal-value"]'] } },
    },
    list: null,
    corrections: {},
  };
  const page = await openUnknown(extension);
  await page.goto(`${SITE}/app/deals/${unknownDeals[0]?.id}`);
  const options = await extension.openPage('options.html');
  await expect(options.locator('main')).toContainText('None yet');
  const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await options.getByLabel('Read in a map').setInputFiles(file('notes.json', 'Dear all,'));
  await expect(options.getByText('it is not JSON. Nothing was changed.')).toBeVisible();
  await options.getByLabel('Read in a map').setInputFiles(file('map.json', JSON.stringify(map)));
  const site = options.getByRole('region', { name: origin });
  await expect(site).toContainText('A deal at /app/deals/{id}: name, amount');
  await expect(overlay(page).pill).toBeVisible();

  await site.getByRole('button', { name: 'Test on an open page' }).click();
  await expect(options.locator('pre')).toContainText('taught record');
  await expect(options.locator('pre')).toContainText('amount: 00000 XXX');

  await site.getByText('Edit').click();
  const editor = site.getByRole('textbox');
  await editor.fill((await editor.inputValue()).replace('[data-qa=\\"deal-value\\"]', '[data-qa=\\"other\\"]'));
  await site.getByRole('button', { name: 'Keep this' }).click();
  await expect.poll(async () => (await savedMap(site)).record.fields.amount.from).toEqual(['[data-qa="other"]']);

  await options.getByRole('region', { name: origin }).getByRole('button', { name: 'Forget' }).click();
  await expect(options.locator('main')).toContainText('None yet');
  await page.reload();
  await page.waitForTimeout(1_500);
  await expect(overlay(page).pill).not.toBeVisible();
});
