import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cleanInBothSchemes } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { largeExport } from '../import/large-export.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, fieldsOf, overlay, TENANTS, test } from './harness.ts';

const FILES = 'test/import/files';

async function openImport(extension: Extension): Promise<Page> {
  const page = await extension.openPage('import.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import a file');
  return page;
}

const fileInput = (page: Page) => page.locator('.drop input[type="file"]');

async function choose(page: Page, file: string): Promise<void> {
  await fileInput(page).setInputFiles(`${FILES}/${file}`);
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
}

async function counts(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const cell of await page.locator('[data-count]').all()) {
    found[(await cell.getAttribute('data-count')) ?? ''] = (await cell.textContent()) ?? '';
  }
  return found;
}

/** Checks, then imports; gives what the check said and what was stored. */
async function runAll(page: Page): Promise<{ check: Record<string, string>; done: Record<string, string> }> {
  await page.getByRole('button', { name: 'Check without storing' }).click();
  await expect(page.getByRole('button', { name: /^Import / })).toBeVisible();
  const check = await counts(page);
  await page.getByRole('button', { name: /^Import / }).click();
  await expect(page.getByRole('heading', { name: 'What was stored' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deals to touch today' })).toBeVisible();
  return { check, done: await counts(page) };
}

type Shape = { crm: string; file: string; rows: number; recordId: string; fields: Record<string, unknown> };

const SHAPES: Shape[] = [
  {
    crm: 'salesforce',
    file: 'salesforce-report.csv',
    rows: 5,
    recordId: '006Qx00000AbCdEIAV',
    fields: {
      name: 'Brackwater turbine service',
      amount: { minor: 4_850_000, currency: 'USD', halfStep: 0 },
      closeDate: '2026-10-30',
      probability: 60,
      owner: 'Ida Norrgard',
    },
  },
  {
    crm: 'hubspot',
    file: 'hubspot-francais.csv',
    rows: 3,
    recordId: '18234501122',
    fields: {
      name: 'Éclairage du quai nord',
      amount: { minor: 1_250_050, currency: 'EUR', halfStep: 0 },
      probability: 60,
      stage: { id: null, label: 'Proposition envoyée', order: null },
    },
  },
  {
    crm: 'pipedrive',
    file: 'pipedrive.csv',
    rows: 4,
    recordId: '421',
    fields: { name: 'Merrow pumps', outcome: 'won', amount: { minor: 4_100_000, currency: 'EUR', halfStep: 0 } },
  },
  {
    crm: 'dynamics',
    file: 'dynamics.xlsx',
    rows: 3,
    recordId: '7c9e6679-7425-40de-944b-e07fc1f90ae8',
    fields: {
      name: 'Vesper lights',
      closeDate: '2026-11-27',
      amount: { minor: 815_075, currency: 'EUR', halfStep: 0 },
    },
  },
  {
    crm: 'zoho',
    file: 'zoho.csv',
    rows: 3,
    recordId: '5843104000000412002',
    fields: {
      name: 'Pellow freight',
      closeDate: '2026-12-18',
      amount: { minor: 12_050_075, currency: 'USD', halfStep: 0 },
    },
  },
  {
    crm: 'odoo',
    file: 'odoo.csv',
    rows: 3,
    recordId: '42',
    fields: {
      name: 'Sable interiors',
      closeDate: '2027-01-29',
      amount: { minor: 24_000_000, currency: null, halfStep: 0 },
    },
  },
];

test('exports of six CRMs go through the mapping screen into the database, and a second time change nothing', async ({
  extension,
  stored,
  complaints,
}) => {
  const page = await openImport(extension);
  for (const { crm, file, rows, recordId, fields } of SHAPES) {
    await choose(page, file);
    await expect(page.getByLabel('Comes from')).toHaveValue(crm);
    await expect(page.getByLabel('What it holds')).toHaveValue('deals');
    await expect(page.locator('table.preview')).toContainText(String(fields.name));
    const { check, done } = await runAll(page);
    expect(check, file).toEqual({ fresh: String(rows), changed: '0', same: '0', refused: '0' });
    expect(done, file).toEqual(check);
    expect(fieldsOf(await stored(), recordId), file).toMatchObject(fields);
    await choose(page, file);
    const again = await runAll(page);
    expect(again.done, file).toEqual({ fresh: '0', changed: '0', same: String(rows), refused: '0' });
  }
  expect(complaints).toEqual([]);
});

test('a wrong column is corrected by hand, a date in doubt waits for its order, and refused rows come back as a file', async ({
  extension,
  stored,
}) => {
  const page = await openImport(extension);
  const csv = [
    'Ref;Deal;Who is on it;Worth;Ends',
    'A-1;Amber pier;Ida;1.500,00;03/09/2026',
    'A-2;Birch hall;Tom;2.750,50;04/09/2026',
    ';;=1+1;1,00;05/09/2026',
    'A-1;Amber pier;Ida;1.500,00;03/09/2026',
  ].join('\r\n');
  await fileInput(page).setInputFiles({ name: 'own list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByLabel('Comes from')).toHaveValue('other');
  await page.getByLabel('“Ref” is read as').selectOption('Record id');
  await page.getByLabel('“Who is on it” is read as').selectOption('Owner');
  await page.getByLabel('“Worth” is read as').selectOption('Amount');
  await page.getByLabel('“Ends” is read as').selectOption('Close date');
  await expect(page.locator('table.preview')).toContainText('can be read in two ways');
  await expect(page.getByText('4 dates could be two days')).toBeVisible();
  await page.getByLabel('Dates in “Ends”').selectOption('Day first');
  await expect(page.locator('table.preview')).toContainText('Sep 3, 2026');
  await page.getByLabel('Currency where none is named').fill('eur');
  await page.getByLabel('Currency where none is named').blur();
  await expect(page.locator('table.preview')).toContainText('€2,750.50');
  const { done } = await runAll(page);
  expect(done).toEqual({ fresh: '2', changed: '0', same: '0', refused: '2' });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the refused rows' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('own list-refused.csv');
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toContain('It names no deal');
  expect(saved).toContain('stands further up');
  expect(saved).toContain(`'=1+1`);
  expect(fieldsOf(await stored(), 'A-2')).toMatchObject({
    amount: { minor: 275_050, currency: 'EUR', halfStep: 0 },
    closeDate: '2026-09-04',
  });
});

test('a history, activities, a roster and quotas are told by their columns and kept', async ({ extension, stored }) => {
  const page = await openImport(extension);
  await choose(page, 'salesforce-report.csv');
  await runAll(page);
  await choose(page, 'salesforce-field-history.csv');
  await expect(page.getByLabel('What it holds')).toHaveValue('history');
  const history = await runAll(page);
  expect(history.done).toEqual({ fresh: '0', changed: '5', same: '0', refused: '1' });
  await choose(page, 'salesforce-field-history.csv');
  expect((await runAll(page)).done).toEqual({ fresh: '0', changed: '0', same: '5', refused: '1' });
  await choose(page, 'salesforce-stage-history.csv');
  expect((await runAll(page)).done).toEqual({ fresh: '0', changed: '3', same: '0', refused: '0' });
  await choose(page, 'salesforce-activities.csv');
  await expect(page.getByLabel('What it holds')).toHaveValue('activities');
  expect((await runAll(page)).done).toEqual({ fresh: '0', changed: '4', same: '0', refused: '0' });
  await choose(page, 'roster.csv');
  await expect(page.getByLabel('What it holds')).toHaveValue('roster');
  expect((await runAll(page)).done).toEqual({ fresh: '3', changed: '0', same: '0', refused: '0' });
  await choose(page, 'quotas.csv');
  await expect(page.getByLabel('What it holds')).toHaveValue('quotas');
  expect((await runAll(page)).done).toEqual({ fresh: '3', changed: '0', same: '0', refused: '0' });
  const rows = await stored();
  const past = rows.past as { entry: { kind: string } }[];
  expect(past.map(({ entry }) => entry.kind).sort()).toEqual(['event', 'event', 'event', 'planned']);
  const kept = rows.settings as { key: string; value: { people: unknown[]; goals: unknown[] } }[];
  const settings = kept.find(({ key }) => key === 'settings')?.value;
  expect(settings?.people[0]).toEqual({
    name: 'Ida Norrgard',
    aliases: ['inorrgard', 'ida.norrgard@acme.example'],
    team: 'North',
    mine: null,
  });
  expect(settings?.goals[1]).toEqual({
    person: 'Tomas Veld',
    team: 'North',
    period: { from: '2026-10-01', to: '2026-12-31' },
    amount: { minor: 12_050_050, currency: 'EUR', halfStep: 0 },
  });
});

test('a deal that a file told of and the same deal on its page are one', async ({ extension, demo, stored }) => {
  const deal = demo.team.showcase.atRisk;
  const page = await openImport(extension);
  const url = urlOf('salesforce', 'record', deal);
  const recordId = /(006\w{15})/.exec(url)?.[1] ?? '';
  const csv = `Opportunity ID,Opportunity Name,Next Step\n${recordId.slice(0, 15)},An older name,Told by the file\n`;
  await fileInput(page).setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByLabel('Comes from')).toHaveValue('salesforce');
  await page.getByText('Tell it by an address').click();
  await page.getByLabel('Address of one of its deals').fill(url);
  await page.getByRole('button', { name: 'Use this site' }).click();
  await expect(page.locator('.where select')).toHaveValue(TENANTS.salesforce);
  await page.getByLabel('As of').fill('2026-01-05T09:00');
  await runAll(page);
  const record = await extension.context.newPage();
  await record.goto(url);
  await expect(overlay(record).pill).toBeVisible();
  await expect.poll(async () => fieldsOf(await stored(), recordId).name).toBe(deal.name);
  const rows = await stored();
  expect(rows.deals).toHaveLength(1);
  expect(rows.aliases).toHaveLength(1);
});

test('files that are no tables are refused in a sentence, and the page stays in use', async ({ extension }) => {
  const page = await openImport(extension);
  const put = (name: string, buffer: Buffer) =>
    fileInput(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const alert = page.getByRole('alert');
  await put('noise.csv', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256)));
  await expect(alert).toContainText('neither CSV nor Excel');
  await put('old.xls', Buffer.from('d0cf11e0a1b11ae100', 'hex'));
  await expect(alert).toContainText('older kind');
  await put('empty.csv', Buffer.alloc(0));
  await expect(alert).toContainText('empty');
  await put('header.csv', Buffer.from('Deal Name,Amount\n'));
  await expect(alert).toContainText('no rows');
  await put(
    'wide.csv',
    Buffer.from(`${Array.from({ length: 5000 }, (_, at) => `c${at}`).join(',')}\n${'1,'.repeat(4999)}1\n`),
  );
  await expect(alert).toContainText('5,000 columns');
  await choose(page, 'zoho.csv');
  await expect(alert).toHaveCount(0);
});

/** The distinct values that a progress bar went through until something holds. */
async function progressUntil(page: Page, holds: (values: number[]) => Promise<boolean>): Promise<number[]> {
  const values = new Set<number>();
  while (!(await holds([...values]))) {
    const value = await page
      .locator('progress')
      .first()
      .evaluate((bar: HTMLProgressElement) => bar.value, undefined, { timeout: 250 })
      .catch(() => null);
    if (value !== null) values.add(value);
    await page.waitForTimeout(50);
  }
  return [...values];
}

const asFile = (name: string, rows: number) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(largeExport(rows)),
});

test('an import that was stopped goes on, also on a page that was opened anew, and nothing is there twice', async ({
  extension,
  stored,
}) => {
  test.setTimeout(240_000);
  const ROWS = 4_000;
  const page = await openImport(extension);
  const file = { ...asFile('large.csv', ROWS) };
  const begin = async (on: Page) => {
    await fileInput(on).setInputFiles(file);
    await expect(on.getByText('4,000 rows under')).toBeVisible({ timeout: 60_000 });
    // A file from a test has no date of its own.
    await on.getByLabel('As of').fill('2026-09-14T09:00');
    await on.getByRole('button', { name: 'Check without storing' }).click();
    await on.getByRole('button', { name: /^Import / }).click({ timeout: 120_000 });
  };
  await begin(page);
  await progressUntil(page, async (seen) => seen.some((value) => value > 0));
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped after')).toBeVisible({ timeout: 30_000 });
  const stopped = (await stored()).deals?.length ?? 0;
  expect(stopped).toBeGreaterThan(0);
  expect(stopped).toBeLessThan(ROWS);
  await page.getByRole('button', { name: 'Go on' }).click();
  await progressUntil(page, async (seen) => seen.some((value) => value > stopped));
  // As a closed window ends it.
  await page.close();
  const again = await openImport(extension);
  await begin(again);
  await expect(again.getByRole('button', { name: 'Deals to touch today' })).toBeVisible({ timeout: 120_000 });
  const { fresh = '', same = '', refused } = await counts(again);
  const figure = (text: string) => Number(text.replace(/\D/g, ''));
  expect(figure(fresh) + figure(same)).toBe(ROWS);
  expect(figure(same)).toBeGreaterThanOrEqual(stopped);
  expect(refused).toBe('0');
  const rows = await stored();
  expect(rows.deals).toHaveLength(ROWS);
  expect(rows.aliases).toHaveLength(ROWS);
});

test('axe finds nothing of weight on the import page at any step, light and dark, and it fits a narrow window', async ({
  extension,
}) => {
  test.slow();
  const page = await openImport(extension);
  await cleanInBothSchemes(page, 'first');
  await choose(page, 'salesforce-report.csv');
  await page.getByText('How it is written').click();
  await page.getByText('Tell it by an address').click();
  await cleanInBothSchemes(page, 'found');
  await page.getByRole('button', { name: 'Check without storing' }).click();
  await expect(page.getByRole('button', { name: /^Import / })).toBeVisible();
  await cleanInBothSchemes(page, 'checked');
  // 1280 by 800 at 200 %, and a narrow window.
  for (const width of [640, 360]) {
    await page.setViewportSize({ width, height: 400 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `${width}`,
    ).toBeLessThanOrEqual(0);
  }
  // By the keyboard alone.
  await page.getByRole('button', { name: /^Import / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What was stored' })).toBeVisible();
  await cleanInBothSchemes(page, 'stored');
});
