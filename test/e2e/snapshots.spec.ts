import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test('a week is drafted, typed for, frozen, verified, handed on and corrected', async ({
  extension,
  withHistory,
  complaints,
}) => {
  test.setTimeout(360_000);
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#snapshots');
  // Weeks that nobody froze stand there as of their ends.
  const frozen = desk.getByRole('region', { name: 'Frozen' }).getByRole('listitem');
  await expect(frozen.first()).toContainText('not reviewed', { timeout: 60_000 });
  const before = await frozen.count();
  expect(before).toBeGreaterThan(3);
  await cleanInBothSchemes(desk, 'snapshots');

  await frozen.first().getByRole('link').click();
  const sheet = desk.locator('.sheet-frame');
  await expect(sheet.getByRole('heading', { name: /^Week of/ })).toBeVisible({ timeout: 60_000 });
  await desk.getByRole('button', { name: 'Verify' }).click();
  await expect(desk.locator('.verified')).toContainText('This snapshot is as it was frozen.', { timeout: 60_000 });
  await expect(desk.locator('.verified')).toContainText('every figure is the same');

  // A correction is drafted as any week is: typed for, looked at, frozen.
  await desk.getByRole('button', { name: 'Correct it' }).click();
  const call = desk.getByLabel(/^Your call/);
  await call.fill('540k');
  await call.blur();
  await expect(sheet.locator('.lead').first()).toContainText('call', { timeout: 60_000 });
  await desk.getByLabel('One sentence for the head of the sheet').fill('The quarter hangs on two signatures.');
  await desk.getByLabel('One sentence for the head of the sheet').blur();
  await expect(sheet).toContainText('The quarter hangs on two signatures.', { timeout: 60_000 });
  await cleanInBothSchemes(desk, 'a draft', '.snapshots > .panel');
  await desk.getByRole('button', { name: /^Freeze/ }).click();
  await expect(desk.getByText(/^It corrects what was frozen/)).toBeVisible({ timeout: 60_000 });
  await expect(sheet).toContainText('Reviewed');
  await expect(sheet).toContainText('540');

  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const parts = unzipSync(readFileSync(await file.path()));
  expect(Object.keys(parts)).toContain('xl/workbook.xml');
  expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain('The quarter hangs on two signatures.');

  await desk.getByLabel('Names').selectOption('masked');
  await expect(sheet).toContainText('Person 1', { timeout: 60_000 });
  await desk.getByLabel('Names').selectOption('kept');
  await desk.getByLabel('Compare with').selectOption({ index: 2 });
  await expect(sheet.getByRole('heading', { name: /compared$/ })).toBeVisible({ timeout: 60_000 });
  await desk.getByLabel('Compare with').selectOption({ index: 0 });
  await desk.getByLabel('One person’s own page').selectOption({ index: 1 });
  await expect(sheet.getByRole('heading', { name: /^Your week/ })).toBeVisible({ timeout: 60_000 });
  await cleanInBothSchemes(desk, 'a person’s own page');
  await fitsNarrow(desk);

  await desk.getByRole('link', { name: 'Snapshots' }).click();
  await expect(frozen).toHaveCount(before + 1, { timeout: 60_000 });
  await expect(frozen.filter({ hasText: 'corrected since' })).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('two clicks in the popup save the week’s snapshot', async ({ extension, withHistory, complaints }) => {
  test.setTimeout(240_000);
  await withHistory('salesforce');
  const popup = await extension.openPage('popup.html');
  await popup.getByText('This week’s snapshot').click({ timeout: 60_000 });
  const [file] = await Promise.all([
    popup.waitForEvent('download', { timeout: 120_000 }),
    popup.getByRole('button', { name: 'Save the snapshot as CSV' }).click(),
  ]);
  const parts = unzipSync(readFileSync(await file.path()));
  expect(Object.keys(parts)).toContain('deals.csv');
  expect(new TextDecoder().decode(parts['deals.csv']).split('\r\n').length).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
});
