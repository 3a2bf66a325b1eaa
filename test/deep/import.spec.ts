import { writeFileSync } from 'node:fs';
import { expect, test } from '../e2e/harness.ts';
import { largeExport } from '../import/large-export.ts';

/** Five times as many take five times as long; how a page of a hundred thousand answers is told by itself. */
const ROWS = 20_000;
const SAID = ROWS.toLocaleString('en');

test('twenty thousand rows are checked and stored whole, and a second time are all the same', async ({
  extension,
  stored,
}) => {
  test.setTimeout(30 * 60_000);
  const path = test.info().outputPath('large.csv');
  writeFileSync(path, largeExport(ROWS));
  const page = await extension.openPage('import.html');
  const rounds: string[] = [];
  for (const expected of ['fresh', 'same']) {
    const began = Date.now();
    await page.locator('.drop input[type="file"]').setInputFiles(path);
    await expect(page.getByText(`${SAID} rows under`)).toBeVisible({ timeout: 120_000 });
    const read = Date.now();
    await page.getByRole('button', { name: 'Check without storing' }).click();
    await expect(page.getByRole('button', { name: /^Import / })).toBeVisible({ timeout: 8 * 60_000 });
    await expect(page.locator(`[data-count="${expected}"]`)).toHaveText(SAID);
    const checked = Date.now();
    await page.getByRole('button', { name: /^Import / }).click();
    await expect(page.getByRole('button', { name: 'Deals to touch today' })).toBeVisible({ timeout: 12 * 60_000 });
    await expect(page.locator(`[data-count="${expected}"]`)).toHaveText(SAID);
    rounds.push(`read ${read - began} ms, checked ${checked - read} ms, stored ${Date.now() - checked} ms`);
  }
  console.info(`Twenty thousand rows: ${rounds.join('; the second time ')}`);
  expect((await stored()).deals).toHaveLength(ROWS);
});
