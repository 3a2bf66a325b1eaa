import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Extension, startExtension } from '../browser/extension.ts';
import { type Form, formIn, formOf, putForm, restoredFrom, withStore } from '../browser/other-form.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { getRows } from '../browser/seed.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { test as base, expect } from './harness.ts';

type Started = {
  extension: Extension;
  /** The database as it is by now: its form, and every row. */
  stands(): Promise<unknown>;
  /** What no page said to the user, but to its console. */
  uncaught: string[];
};

const test = base.extend<{ startOn(form: Form, options?: { reads: boolean }): Promise<Started> }>({
  /** A browser whose profile holds a database of this form when today's build starts in it. */
  startOn: async ({ demo }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'sideline-form-'));
    let extension: Extension | null = null;
    await use(async (form, options) => {
      const before = await startExtension({ profile });
      const page = await before.openPage('manifest.json');
      for (const other of before.context.pages()) if (other !== page) await other.close();
      await before.stopWorker();
      await putForm(page, form);
      await before.close();
      const started = await startExtension({ profile, ...options });
      extension = started;
      const uncaught: string[] = [];
      started.context.on('weberror', (error) => uncaught.push(String(error.error())));
      await routeDemo(started.context, demo);
      const plain = await started.openPage('manifest.json');
      const stands = async () => ({ ...(await formIn(plain)), rows: await getRows(plain) });
      return { extension: started, stands, uncaught };
    });
    await (extension as Extension | null)?.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

const NOT_UPGRADED = /could not bring its records into their new form, so nothing new is recorded\. They are safe/;
const NEWER = /written by a newer Sideline\. They are safe; update the extension/;

const sectionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a database that a step of this build fails on stays readable, can be saved, and is not written to', async ({
  startOn,
  demo,
}) => {
  // No step can change how a store makes its keys: the one that is asked to fails, and all that it did is taken back.
  const form = withStore(formOf(1), 'prompts', { autoIncrement: true });
  const { extension, stands, uncaught } = await startOn(form);
  const before = await stands();
  expect(before).toMatchObject({ version: form.version, rows: form.rows });

  const popup = await extension.openPage('popup.html');
  await expect(popup.locator('main')).toContainText(NOT_UPGRADED);
  await expect(popup.locator('main')).toContainText('$48.5K');
  await popup.close();
  const crm = await extension.context.newPage();
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { late: 'off', torn: 'off' }));
  await expect(crm.locator('sideline-overlay')).toContainText(NOT_UPGRADED);
  await crm.close();

  const page = await extension.openPage('data.html');
  await expect(page.getByRole('alert')).toContainText(NOT_UPGRADED);
  await expect(page.locator('[data-kind="changes"] td').first()).toHaveText(String(form.rows.changes?.length));
  const download = page.waitForEvent('download');
  await sectionOf(page, 'Backup').getByRole('button', { name: 'Save a backup' }).click();
  const file = await (await download).path();
  await expect(sectionOf(page, 'Backup')).toContainText('Saved to your downloads.');
  const options = await extension.openPage('options.html');
  await sectionOf(options, 'Roster and goals').getByLabel('Your work').selectOption('rep');
  await sectionOf(options, 'Reading').getByLabel('In boards').click();
  for (const name of ['Roster and goals', 'Reading'])
    await expect(sectionOf(options, name).locator('.line.error')).toContainText(NOT_UPGRADED);
  await options.close();
  const erase = sectionOf(page, 'Erase');
  await erase.getByLabel('Everything', { exact: true }).check();
  await erase.getByRole('button', { name: 'Count what would go' }).click();
  await expect(erase.getByText(NOT_UPGRADED).or(erase.getByText('This would go'))).toBeVisible();
  if (await erase.getByText('This would go').isVisible()) {
    await erase.getByLabel('I know that this cannot be undone').check();
    await erase.getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(erase.getByText(NOT_UPGRADED)).toBeVisible();
  }
  expect(await stands()).toEqual(before);
  expect(uncaught).toEqual([]);

  // A browser where the steps work takes the backup, whole.
  const [history] = await restoredFrom(file);
  expect(history?.changes).toEqual(form.rows.changes);
});

test('a database of a newer version is left as it is, what it lacks too, and every page says what to do', async ({
  startOn,
  demo,
}) => {
  const known = formOf(3);
  const later = { name: 'later', keyPath: 'id', autoIncrement: false, indexes: [] };
  const dropped = withStore(withStore(known, 'packs', null), 'aliases', { indexes: [] });
  const form = {
    ...dropped,
    version: 999,
    stores: [...dropped.stores, later],
    rows: { ...known.rows, later: [{ id: 1 }] },
  };
  const { extension, stands, uncaught } = await startOn(form, { reads: false });
  const before = await stands();
  expect(before).toMatchObject({ version: 999, rows: { later: [{ id: 1 }] } });
  const popup = await extension.openPage('popup.html');
  await expect(popup.locator('main')).toContainText(NEWER);
  await popup.close();
  const crm = await extension.context.newPage();
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { late: 'off', torn: 'off' }));
  await expect(crm.locator('h1, [slot="primaryField"]').first()).toBeVisible();
  const page = await extension.openPage('data.html');
  await expect(page.getByRole('alert')).toContainText(NEWER);
  await expect(page.getByRole('region')).toHaveCount(0);
  await page.goto(page.url().replace('data.html', 'options.html'));
  await expect(page.getByRole('alert')).toContainText(NEWER);
  await expect(page.getByRole('region')).toHaveCount(0);
  await page.goto(page.url().replace('options.html', 'import.html'));
  await page.locator('.drop input[type="file"]').setInputFiles('test/import/files/zoho.csv');
  await expect(page.getByRole('alert')).toContainText(NEWER);
  expect(await stands()).toEqual(before);
  expect(uncaught).toEqual([]);
});
