import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Extension } from '../browser/extension.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;
const PASSPHRASE = 'seven grey herons';

const sectionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openData(extension: Extension): Promise<Page> {
  const page = await extension.openPage('data.html');
  await expect(sectionOf(page, 'Erase')).toBeVisible();
  return page;
}

/** Saves a backup through the page; gives where it was downloaded to. */
async function saveBackup(page: Page, passphrase: string | null): Promise<string> {
  const backup = sectionOf(page, 'Backup');
  if (passphrase !== null) {
    await backup.getByLabel('Passphrase, if you want one').fill(passphrase);
    await backup.getByLabel('The same once more').fill(passphrase);
  }
  const download = page.waitForEvent('download');
  await backup.getByRole('button', { name: 'Save a backup' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^sideline-\d{4}-\d\d-\d\d\.sideline$/);
  await expect(backup).toContainText('Saved to your downloads.');
  return file.path();
}

async function checkBackup(page: Page, file: string, passphrase: string | null) {
  const restore = sectionOf(page, 'Restore');
  await restore.getByLabel('Backup file').setInputFiles(file);
  await restore.getByRole('button', { name: 'Look into it' }).click();
  if (passphrase !== null) await restore.getByLabel('Its passphrase').fill(passphrase);
  await restore.getByRole('button', { name: 'Check it' }).click();
  return restore;
}

async function eraseEverything(page: Page) {
  const erase = sectionOf(page, 'Erase');
  await erase.getByLabel('Everything', { exact: true }).check();
  await erase.getByLabel('Keep settings and taught sites').uncheck();
  await erase.getByRole('button', { name: 'Count what would go' }).click();
  await erase.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(erase).toContainText('Nothing was erased.');
  await erase.getByLabel('I know that this cannot be undone').check();
  await erase.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(erase).toContainText(/Erased: [\d,]+ deals?/);
}

test('backed up with a passphrase, everything erased and restored: the deal says what it said', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  await withHistory('salesforce');
  const crm = await extension.context.newPage();
  const { pill, card } = overlay(crm);
  const look = async () => {
    await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
    await expect(pill).toBeVisible();
    if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
    return (await card.locator('h2').first().textContent()) ?? '';
  };
  const said = await look();
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card).toContainText('Quiet until');
  const before = await stored();

  const page = await openData(extension);
  const file = await saveBackup(page, PASSPHRASE);
  expect(readFileSync(file).includes('Opportunity')).toBe(false);
  await eraseEverything(page);
  await expect(pill).toHaveCount(0);
  const { meta: _, ...left } = await stored();
  expect(Object.values(left).flat()).toEqual([]);

  const restore = await checkBackup(page, file, 'eight grey herons');
  await expect(restore).toContainText('This passphrase does not open this backup. Nothing was changed.');
  await restore.getByLabel('Its passphrase').fill(PASSPHRASE);
  await restore.getByRole('button', { name: 'Check it' }).click();
  await expect(restore).toContainText('The backup is in order');
  await restore.getByRole('button', { name: 'Replace everything' }).click();
  await expect(restore).toContainText('Type “replace” first.');
  await restore.getByLabel('Type “replace”').fill('replace');
  await restore.getByRole('button', { name: 'Replace everything' }).click();
  await expect(restore).toContainText('Replaced.');
  const { meta: __, ...after } = await stored();
  const { meta: ___, ...once } = before;
  expect(after).toEqual(once);

  await look();
  await expect(card).toContainText('Quiet until');
  await card.getByRole('button', { name: /^(Unsnooze|End|Wake)/ }).first().click().catch(() => {});
  expect(said).not.toBe('');
  expect(complaints).toEqual([]);
});
