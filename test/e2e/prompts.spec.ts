import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

test.setTimeout(240_000);

const CALM = { late: 'off', torn: 'off' } as const;

type Row = { key: string; value: Record<string, unknown> };
type Question = { id: string; question: string; followUp: string };
const shipped = (language: string): Question[] => JSON.parse(readFileSync(`public/prompts/${language}.json`, 'utf8'));

async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // In the dark only colours can differ.
    const axe = new AxeBuilder({ page }).include('main');
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme} ${id} ${target}`)));
  }
  return found;
}

test('the questions are read in another language, put in own words by the keyboard, and the card asks them', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  await withHistory('salesforce');
  const crm = await extension.context.newPage();
  const { pill, card } = overlay(crm);
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await pill.click();
  await expect(card).toContainText('Vague answer?');
  const text = (await card.textContent()) ?? '';
  const follow = shipped('en').filter(({ followUp }) => text.includes(followUp));
  expect(follow).toHaveLength(1);
  await card.getByText('Vague answer?').click();
  await expect(card.getByText(follow[0]?.followUp ?? '')).toBeVisible();

  const page = await extension.openPage('prompts.html');
  await expect(page.getByRole('status').first()).toHaveText('127 questions.');
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Language of the questions').selectOption('de');
  const german = shipped('de').find(({ id }) => id === follow[0]?.id);
  await expect(card).toContainText(german?.followUp ?? 'none');

  const row = page.locator(`[data-prompt="${german?.id}"]`);
  await page.getByRole('searchbox').fill(german?.followUp ?? '');
  await expect(page.getByRole('status').first()).toHaveText('1 question.');
  await row.getByRole('button', { name: /^Edit/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('To a vague answer').fill('Which hour was it?');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').fill('Which hour was it?');
  await expect(row).toContainText('In your words.');
  await expect(card).toContainText('Which hour was it?');
  const rows = (await stored()).settings as Row[];
  expect(rows.find(({ key }) => key === 'prompts')?.value).toMatchObject({ language: 'de', off: [], added: [] });

  // Switched off it is asked no more, and another takes its place.
  await row.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(card).not.toContainText('Which hour was it?');
  await expect(card).toContainText('Vague answer?');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await download).path();
  await page.getByRole('button', { name: 'All as shipped…' }).click();
  await page.getByRole('button', { name: 'Yes, drop all my changes' }).click();
  await expect(card).toContainText(german?.followUp ?? 'none');
  await page.getByLabel('Read in questions').setInputFiles(file);
  await expect(page.getByText('They were added to yours')).toBeVisible();
  await expect(card).not.toContainText(german?.followUp ?? 'none');

  await page.setViewportSize({ width: 360, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(complaints).toEqual([]);
});
