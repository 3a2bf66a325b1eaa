import { formatMoney, money } from '../../lib/deal/money.ts';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test('the forecast says what is missing, opens sums to their deals, and keeps a call that was typed', async ({
  extension,
  withHistory,
  complaints,
}) => {
  test.slow();
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#forecast');
  const locale = await desk.evaluate(() => navigator.language);
  await expect(desk.getByRole('region', { name: 'Ladder in USD' }).locator('svg.recharts-surface')).toBeVisible();
  // Half a year holds one whole quarter, and nothing was learnt: no distribution, and the way to one.
  const ours = desk.getByRole('region', { name: 'Ours' });
  await expect(ours).toContainText('2 whole quarters must have been seen');
  await expect(ours.getByRole('link', { name: 'read in a file' })).toBeVisible();

  const table = desk.getByRole('region', { name: 'By person and category' });
  const sum = table.locator('tbody tr').first().getByRole('button').last();
  await sum.focus();
  await desk.keyboard.press('Enter');
  await expect(sum).toHaveAttribute('aria-expanded', 'true');
  const deals = desk.getByRole('region', { name: 'Deals behind the sum' });
  await expect(deals.locator('.deals li').first()).toBeVisible();
  await cleanInBothSchemes(desk, 'the forecast');

  const form = desk.getByRole('form', { name: /^Your call for Q/ });
  await form.getByLabel('will bring in all').fill('565k');
  await desk.keyboard.press('Enter');
  const said = formatMoney(money(565_000, 'USD'), locale);
  await expect(form.getByRole('status')).toHaveText(
    new RegExp(`^Said: \\${said.replaceAll('.', '\\.')} for Q\\d \\d+, everybody\\.$`),
  );
  await form.getByLabel('Your call for').selectOption({ index: 1 });
  await form.getByLabel('will bring in all').fill('0');
  await form.getByRole('button', { name: 'Say it' }).click();
  const calls = table.locator('tbody tr').first();
  await expect(calls).toContainText(said);
  await desk.reload();
  await expect(calls).toContainText(said);
  await expect(table.locator('tbody tr').nth(1)).toContainText(formatMoney(money(0, 'USD'), locale));

  // Another quarter has an address of its own.
  await desk.locator('.forecast select').first().selectOption({ index: 2 });
  await expect(desk.locator('.forecast [role="status"]').first()).toContainText('it is over');
  await expect(ours).toHaveCount(0);
  await desk.locator('.forecast select').first().selectOption({ index: 1 });
  await expect(ours).toBeVisible();
  await fitsNarrow(desk);
  expect(complaints).toEqual([]);
});
