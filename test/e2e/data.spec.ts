import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Extension } from '../browser/extension.ts';
import { putRows } from '../browser/seed.ts';
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

test.setTimeout(180_000);

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
  await withHistory('salesforce', demo.team.showcase.atRisk);
  const crm = await extension.context.newPage();
  const { pill, card } = overlay(crm);
  const look = async () => {
    await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
    await expect(pill).toBeVisible();
    if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
    return (await card.locator('h2').first().textContent()) ?? '';
  };
  await look();
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card).toContainText('Quiet until');
  const said = (await card.locator('h2').first().textContent()) ?? '';
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

  expect(said).toContain('Quiet until');
  expect(await look()).toBe(said);
  expect(complaints).toEqual([]);
});

test('a deal that is erased is gone from its tab, and begins anew when it is opened again', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  const { atRisk } = demo.team.showcase;
  await withHistory('salesforce', atRisk);
  const crm = await extension.context.newPage();
  const { pill, card } = overlay(crm);
  await crm.goto(urlOf('salesforce', 'record', atRisk, CALM));
  await expect(pill).toBeVisible();
  const before = await stored();
  expect(before.sightings?.length).toBeGreaterThan(2);

  const page = await openData(extension);
  const erase = sectionOf(page, 'Erase');
  await erase.getByLabel('Part of its name or account').fill(demo.find(atRisk.id).name);
  await erase.locator('input[name="deal"]').check();
  await erase.getByRole('button', { name: 'Count what would go' }).click();
  await erase.getByLabel('I know that this cannot be undone').check();
  await erase.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(erase).toContainText('Erased: 1 deal');
  await expect(pill).toHaveCount(0);
  expect((await stored()).changes).toEqual([]);

  await crm.bringToFront();
  await crm.reload();
  await expect(pill).toBeVisible();
  await expect(card.or(pill)).not.toHaveCount(0);
  expect((await stored()).sightings).toHaveLength(1);
});

test('a copy a day goes into the folder that was picked, the last five are kept, and the page says so', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  const page = await openData(extension);
  expect(await page.evaluate(() => typeof window.showDirectoryPicker)).toBe('function');
  // The browser's own question cannot be answered here: a folder of the page's own stands in for the user's.
  const prepare = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('copies', { create: true });
      for (const day of ['01', '02', '03', '04', '05']) {
        await folder.getFileHandle(`sideline-2020-01-${day}.sideline`, { create: true });
      }
      await folder.getFileHandle('other.txt', { create: true });
      window.showDirectoryPicker = async () => folder;
    });
  await prepare();
  const folder = sectionOf(page, 'Copies in a folder');
  await folder.getByRole('button', { name: 'Pick a folder' }).click();
  await expect(folder).toContainText('Last copied');
  const names = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names.sort();
  });
  expect(names).toHaveLength(6);
  expect(names).toContain('other.txt');
  expect(names).not.toContain('sideline-2020-01-01.sideline');
  // It outlives the page, and no second copy is written on the same day.
  const said = await folder.locator('p', { hasText: 'Last copied' }).textContent();
  await page.reload();
  await expect(folder).toContainText(said ?? 'Last copied');
  await folder.getByRole('button', { name: 'Stop copying' }).click();
  await expect(folder.getByRole('button', { name: 'Pick a folder' })).toBeVisible();
});

test('one deal under two addresses is shown as one, and taken apart again', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  const { atRisk } = demo.team.showcase;
  await withHistory('salesforce', atRisk);
  const rows = await stored();
  const [deal, alias, state] = [rows.deals?.[0], rows.aliases?.[0], rows.states?.[0]] as Record<string, unknown>[];
  const twin = crypto.randomUUID();
  const page = await openData(extension);
  // As the same org was read before it was given its own domain.
  await putRows(page, {
    deals: [{ ...deal, id: twin, tenant: 'na139' }],
    aliases: [{ ...alias, deal: twin, tenant: 'na139' }],
    states: [{ ...state, deal: twin, tenant: 'na139' }],
  });
  await page.reload();
  const section = sectionOf(page, 'Deals that may be one');
  await expect(section).toContainText('The same record, on two addresses of one CRM');
  await section.getByRole('button', { name: 'They are one' }).click();
  await expect(section).toContainText('One since');
  expect((await stored()).merges).toHaveLength(1);
  await expect(section.locator('[data-twin]')).toHaveCount(0);
  await section.getByRole('button', { name: 'Take apart' }).click();
  await expect(section.locator('[data-twin]')).toHaveCount(1);
  expect((await stored()).merges).toEqual([]);
});
