import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
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
  // On a day without work the part says so.
  await expect(empty.locator('[data-part=touch] :is(li, p)').first()).toBeVisible();
  await cleanInBothSchemes(empty, 'today');
  expect(complaints).toEqual([]);
});

test('what changed is a bridge whose bars open to their deals, by hand and by the keyboard', async ({
  extension,
  withHistory,
  complaints,
}) => {
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#changed');
  const bridge = desk.getByRole('region', { name: 'What changed in USD' });
  await expect(bridge.locator('svg.recharts-surface')).toBeVisible();
  const since = desk.locator('.changed [role="status"]');
  const week = await since.textContent();
  await desk.locator('.changed select').first().selectOption('quarter');
  await expect(since).not.toHaveText(week ?? '');
  const first = bridge.locator('.chips button').first();
  const count = Number(await first.locator('.figure').textContent());
  await first.focus();
  await desk.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(bridge.locator('.deals li')).toHaveCount(count);
  // The chart is read bar by bar with the arrows, and its figures stand in a table.
  await bridge.locator('svg.recharts-surface').focus();
  await desk.keyboard.press('ArrowRight');
  await expect(bridge.locator('.tip')).toBeVisible();
  await bridge.getByText('As a table').click();
  await expect(bridge.locator('table tbody tr').first()).toContainText('Then');
  await cleanInBothSchemes(desk, 'what changed');
  await fitsNarrow(desk);
  expect(complaints).toEqual([]);
});
