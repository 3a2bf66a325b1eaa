import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { bundleForPage } from '../bench/bundle-for-page.ts';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { expect, test } from './harness.ts';

/** Enough that each week takes a moment to freeze. */
const MANY = 1_500;

type InPage = { fillPipeline(deals: number, now: number): Promise<void> };

/** Eight weeks of looks at many deals, in the extension's own database. */
async function withManyDeals(extension: Extension): Promise<void> {
  const page = await extension.openPage('dashboard.html');
  await expect(page.getByRole('heading', { name: 'No deal is on record yet' })).toBeVisible();
  await page.evaluate(`${await bundleForPage('pipeline-in-page.ts')}; globalThis.sideline = sideline;`);
  await page.evaluate(
    ([count, now]) => (globalThis as unknown as { sideline: InPage }).sideline.fillPipeline(count, now),
    [MANY, Date.now()] as const,
  );
  await page.close();
}

const FREEZING = /^Freezing \d+ weeks that ended unfrozen: \d+ of \d+ done\.$/;
const frozenOn = (page: Page) => page.getByRole('region', { name: 'Frozen' }).getByRole('listitem');

test('weeks that ended unfrozen freeze behind the list, one by one, while the other tabs answer', async ({
  extension,
  complaints,
}) => {
  test.setTimeout(360_000);
  await withManyDeals(extension);
  const desk = await extension.openPage('dashboard.html#snapshots');
  const progress = desk.getByText(FREEZING);
  await expect(progress).toContainText(' 0 of ', { timeout: 60_000 });
  const weeks = Number(/\d+/.exec((await progress.textContent()) ?? '')?.[0]);
  expect(weeks).toBeGreaterThan(4);
  await expect(desk.getByText('None yet. The first will stand here in a moment.')).toBeVisible();
  const draft = /^(Draft: Week of .* It stands here once they are frozen|The next draft stands)/;
  await expect(desk.getByText(draft)).toBeVisible();

  await expect(progress).toContainText(' 1 of ', { timeout: 60_000 });
  await desk.getByRole('link', { name: 'Pipeline' }).click();
  await expect(desk.locator('tr.deal').first()).toBeVisible({ timeout: 30_000 });
  await desk.getByRole('link', { name: 'Snapshots' }).click();
  await expect(progress).toBeVisible();
  await expect(frozenOn(desk).first()).toContainText('not reviewed');
  // A draft cannot begin where the last sheet ended before that one is frozen.
  await desk.goto(`${desk.url().replace(/#.*/, '')}#snapshots/draft%202026-01-05`);
  await expect(desk.getByText(/^The draft stands here once they are frozen/)).toBeVisible();
  await desk.close();

  // Closed in between: what was frozen stands, the next opening goes on, and a second one at once does no harm.
  const path = 'dashboard.html#snapshots';
  const desks = [await extension.openPage(path), await extension.openPage(path)];
  for (const again of desks) await expect(frozenOn(again).first()).toBeVisible({ timeout: 60_000 });
  await expect(desks[1]?.getByText(/^Freezing /) ?? progress).toBeVisible();
  for (const again of desks) {
    await expect(frozenOn(again)).toHaveCount(weeks, { timeout: 120_000 });
    await expect(again.getByText(/^Freezing /)).toHaveCount(0, { timeout: 60_000 });
    expect(new Set(await frozenOn(again).getByRole('link').allTextContents()).size).toBe(weeks);
  }
  await cleanInBothSchemes(desks[0] as Page, 'frozen weeks', '.snapshots > .panel');
  expect(complaints).toEqual([]);
});

test('what is typed in a draft is kept letter by letter, and reads no deal anew', async ({
  extension,
  withHistory,
  complaints,
}) => {
  test.setTimeout(240_000);
  await withHistory('salesforce');
  await extension.context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Worker.prototype.postMessage = function (this: Worker, message: { name?: string }) {
      asked.push(message.name ?? '');
      return postMessage.call(this, message);
    };
  });
  const desk = await extension.openPage('dashboard.html#snapshots');
  await expect(desk.getByText(/^Freezing /)).toHaveCount(0, { timeout: 120_000 });
  await frozenOn(desk).first().getByRole('link').click({ timeout: 60_000 });
  await desk.getByRole('button', { name: 'Correct it' }).click({ timeout: 60_000 });
  const sheet = desk.locator('.sheet-frame');
  const sentence = desk.getByLabel('One sentence for the head of the sheet');
  await expect(sheet).toContainText('Draft: not frozen', { timeout: 60_000 });
  // Whatever was written before is through.
  await desk.waitForTimeout(2_000);
  const asked = (name: string) =>
    desk.evaluate(
      (name) => (globalThis as unknown as { asked: string[] }).asked.filter((one) => one === name).length,
      name,
    );
  const before = { read: await asked('read'), snapshotSheet: await asked('snapshotSheet') };
  await sentence.pressSequentially('Two signatures, one week.', { delay: 30 });
  await expect(sentence).toBeFocused();
  await expect(sheet).toContainText('Two signatures, one week.', { timeout: 60_000 });
  await desk.waitForTimeout(1_500);
  expect(await asked('read')).toBe(before.read);
  expect(await asked('snapshotSheet')).toBeLessThanOrEqual(before.snapshotSheet + 2);
  const address = desk.url();
  await sentence.pressSequentially(' And a third', { delay: 5 });
  await desk.waitForTimeout(100);
  await desk.close();
  const again = await extension.openPage('dashboard.html');
  await again.goto(address);
  await expect(again.getByLabel('One sentence for the head of the sheet')).toHaveValue(
    'Two signatures, one week. And a third',
    { timeout: 60_000 },
  );
  expect(complaints).toEqual([]);
});

test('a week is drafted, typed for, frozen, verified, handed on and corrected', async ({
  extension,
  withHistory,
  complaints,
}) => {
  test.setTimeout(360_000);
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#snapshots');
  // Weeks that nobody froze stand there as of their ends.
  const frozen = frozenOn(desk);
  await expect(frozen.first()).toContainText('not reviewed', { timeout: 60_000 });
  await expect(desk.getByText(/^Freezing /)).toHaveCount(0, { timeout: 120_000 });
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
  const texts = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
  expect(texts.includes('The quarter hangs on two signatures.')).toBe(true);

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
  const saved = popup.waitForEvent('download', { timeout: 120_000 });
  await popup.getByRole('button', { name: 'Save the snapshot as CSV' }).click();
  const progress = popup.getByText(FREEZING);
  await expect(progress).toBeVisible({ timeout: 60_000 });
  const file = await saved;
  await expect(progress).toHaveCount(0);
  const parts = unzipSync(readFileSync(await file.path()));
  expect(Object.keys(parts)).toContain('deals.csv');
  expect(new TextDecoder().decode(parts['deals.csv']).split('\r\n').length).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
});
