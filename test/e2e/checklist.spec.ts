import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

test.setTimeout(180_000);

const CALM = { late: 'off', torn: 'off' } as const;

async function weighty(page: Page, within: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('a checklist is chosen in the popup, answered with its proof by the keyboard, and its gaps are a reason', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  await withHistory('salesforce');
  const crm = await extension.context.newPage();
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(crm).pill).toBeVisible();
  const popup = await openPopupFor(extension, crm);
  const fold = popup.locator('[data-part="checklist"]');
  await fold.locator('summary').focus();
  await popup.keyboard.press('Enter');
  // Nothing is asked before a list was chosen.
  await expect(fold).toContainText('none chosen');
  await expect(fold.locator('li')).toHaveCount(0);
  await fold.getByRole('button', { name: 'Use BANT' }).press('Enter');
  await expect(fold.locator('summary')).toContainText('0 of 4 known');

  const budget = fold.locator('li').first();
  await budget.getByRole('button', { name: /^Answer/ }).press('Enter');
  await expect(budget.getByLabel('Yes')).toBeFocused();
  await popup.keyboard.press('Space');
  await popup.keyboard.press('ArrowDown');
  await expect(budget.getByLabel('Partly')).toBeChecked();
  await budget.getByLabel('Proof').fill('Her mail of Monday');
  await budget.getByLabel('Said by').fill('Priya Nair');
  expect(await weighty(popup, 'main')).toEqual([]);
  await popup.keyboard.press('Enter');
  await expect(budget).toContainText('Partly, said by Priya Nair today.');
  await expect(budget).toContainText('Her mail of Monday');
  await expect(budget.getByRole('button', { name: /^Answer anew/ })).toBeFocused();
  await expect(fold.locator('summary')).toContainText('1 of 4 known');

  // A no and half a yes more: gaps that the signals count, on the card in the page as well.
  for (const at of [1, 2, 3]) {
    const item = fold.locator('li').nth(at);
    await item.getByRole('button', { name: /^Answer/ }).click();
    await item.getByLabel('No', { exact: true }).check();
    await item.getByRole('button', { name: 'Save' }).click();
    await expect(item).toContainText('No, today.');
  }
  const { pill, card } = overlay(crm);
  await crm.bringToFront();
  if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
  await expect(card.locator('[data-part="why"]')).toContainText('4 questions answered with less than yes');
  const answers = (await stored()).answers as { question: string; answer: string; proof?: string; saidBy?: string }[];
  expect(answers.find(({ question }) => question === 'budget')).toMatchObject({
    ...{ answer: 'partly', proof: 'Her mail of Monday', saidBy: 'Priya Nair' },
  });

  // It lasts: another popup, after the worker was stopped.
  await extension.stopWorker();
  const again = await openPopupFor(extension, crm);
  await expect(again.locator('[data-part="checklist"] summary')).toContainText('4 of 4 known');
  expect(complaints).toEqual([]);
});

test('a list of one’s own is copied, changed and chosen on its page, and its questions are asked', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.openPage('checklists.html');
  const known = page.getByRole('region', { name: 'The known lists' });
  await known.getByText('BANT', { exact: true }).click();
  await known.getByRole('button', { name: 'Copy BANT to change it' }).click();
  const form = page.getByRole('form', { name: 'Our BANT' });
  await form.getByLabel('Name').fill('Plants');
  await form.getByRole('button', { name: 'Add a question' }).click();
  await form.getByRole('textbox', { name: 'Question 5' }).fill('Did they visit a plant?');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('All pipelines').locator('option', { hasText: 'Plants' })).toHaveCount(1);
  await page.getByLabel('All pipelines').selectOption({ label: 'Plants' });
  await page.reload();
  await expect(page.getByLabel('All pipelines').locator('option:checked')).toHaveText('Plants');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await weighty(page, 'main')).toEqual([]);
  }

  const crm = await extension.context.newPage();
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(crm).pill).toBeVisible();
  const popup = await openPopupFor(extension, crm);
  const fold = popup.locator('[data-part="checklist"]');
  await fold.locator('summary').click();
  await expect(fold.locator('summary')).toContainText('Plants');
  await expect(fold.locator('li')).toHaveCount(5);
  await expect(fold.locator('li').last()).toContainText('Did they visit a plant?');
});
