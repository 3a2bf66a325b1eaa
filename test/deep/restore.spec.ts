import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/harness.ts';
import { randomOf } from '../sim/team/random.ts';
import { longestTask } from './longest-task.ts';
import { runSeed } from './seed.ts';

const TRIES = 6;

const sectionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function checkFile(page: Page, file: string) {
  const restore = sectionOf(page, 'Restore');
  await restore.getByLabel('Backup file').setInputFiles(file);
  await restore.getByRole('button', { name: 'Look into it' }).click();
  await restore.getByRole('button', { name: 'Check it' }).click();
  await expect(restore).toContainText('The backup is in order', { timeout: 90_000 });
  return restore;
}

test('a page that is closed in the middle of a restore leaves all as it was, or all as the backup says', async ({
  extension,
  withHistory,
  stored,
}) => {
  test.setTimeout(10 * 60_000);
  const seed = runSeed('restore');
  const random = randomOf(seed, 'restore');
  await withHistory('salesforce');
  const whole = await stored();
  const first = await extension.openPage('data.html');
  let file = '';
  const tasks = {
    saved: await longestTask(extension, async () => {
      const download = first.waitForEvent('download');
      await sectionOf(first, 'Backup').getByRole('button', { name: 'Save a backup' }).click();
      file = await (await download).path();
    }),
    checked: await longestTask(extension, async () => void (await checkFile(first, file))),
    merged: await longestTask(extension, async () => {
      await sectionOf(first, 'Restore').getByRole('button', { name: 'Merge', exact: true }).click();
      await expect(sectionOf(first, 'Restore')).toContainText('Merged.', { timeout: 60_000 });
    }),
  };
  const told = Object.entries(tasks).map(([step, ms]) => `${step} ${ms.toFixed(1)} ms`);
  console.log(`restore: ${whole.changes?.length} changes, longest task of the page: ${told.join(', ')}`);
  expect(Math.max(...Object.values(tasks)), told.join(', ')).toBeLessThan(50);

  await sectionOf(first, 'Erase').getByLabel('Everything', { exact: true }).check();
  await sectionOf(first, 'Erase').getByRole('button', { name: 'Count what would go' }).click();
  await sectionOf(first, 'Erase').getByLabel('I know that this cannot be undone').check();
  await sectionOf(first, 'Erase').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(sectionOf(first, 'Erase')).toContainText('Erased:', { timeout: 60_000 });
  await first.close();

  const seen = { none: 0, whole: 0 };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const page = await extension.openPage('data.html');
    const restore = await checkFile(page, file);
    await restore.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.waitForTimeout(attempt * 700 + random.whole(0, 700));
    await page.close();
    const { deals, changes, sightings, states } = await stored();
    const isWhole = (deals?.length ?? 0) > 0;
    seen[isWhole ? 'whole' : 'none']++;
    expect([changes?.length, sightings?.length, states?.length]).toEqual(
      isWhole ? [whole.changes?.length, whole.sightings?.length, whole.states?.length] : [0, 0, 0],
    );
    if (isWhole) break;
  }
  console.log(`restore: closed ${seen.none} times before it was done, ${seen.whole} after; seed ${seed}`);
});
