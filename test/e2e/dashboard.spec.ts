import { cleanInBothSchemes } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test('the dashboard says what to do while nothing is on record, and the day once there is', async ({
  extension,
  withHistory,
  complaints,
}) => {
  const empty = await extension.openPage('dashboard.html');
  await expect(empty.getByRole('heading', { name: 'No deal is on record yet' })).toBeVisible();
  await cleanInBothSchemes(empty, 'nothing on record');
  await withHistory('salesforce');
  // What another page wrote straight into the database is not told: a user's own page is.
  await empty.reload();
  await expect(empty.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(empty.locator('[data-part=touch] li').first()).toBeVisible();
  await cleanInBothSchemes(empty, 'today');
  expect(complaints).toEqual([]);
});
