import type { Page } from '@playwright/test';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test.setTimeout(180_000);

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const figure = (text: string | null) => Number((text ?? '').replace(/[^\d.-]/g, ''));
const figures = async (cells: ReturnType<Page['locator']>) => (await cells.allTextContents()).map(figure);

test('the gap opens without a goal, says how to set one, and adds up once there is one', async ({
  extension,
  withHistory,
  complaints,
}) => {
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#gap');
  await expect(desk.getByRole('heading', { name: /^No goal for Q\d \d{4} yet$/ })).toBeVisible();
  await expect(region(desk, 'Pacing').locator('tbody tr').first()).toContainText('$');
  await expect(region(desk, 'What would close it')).toContainText('With a goal this names');
  await cleanInBothSchemes(desk, 'no goal');

  await desk.goto(desk.url().replace(/#.*/, '#today'));
  const typed = desk.getByRole('textbox', { name: /^Goal, Q/ });
  await typed.fill('2000000');
  await typed.press('Enter');
  await expect(desk.locator('[data-part=behind]')).toContainText('Goal');
  await desk.getByRole('link', { name: 'Gap', exact: true }).click();

  const gap = region(desk, /^The gap of/);
  await expect(gap.getByRole('status')).toContainText('Goal $2,000,000');
  await gap.getByText('As a table').click();
  const [goal, closed, commit, left] = await figures(gap.locator('tbody td.number'));
  expect(goal).toBe(2_000_000);
  expect((goal ?? 0) + (closed ?? 0) + (commit ?? 0)).toBeCloseTo(left ?? Number.NaN, 2);

  // The parts add up as they are written, to the gap that the bars end in.
  const where = region(desk, 'Where it is');
  const parts = await figures(where.locator('tbody td.number'));
  const [total] = await figures(where.locator('tfoot td.number'));
  expect(parts.length).toBeGreaterThan(8);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total ?? Number.NaN, 2);
  expect(total).toBe(left);

  // Each opens to its deals by the keyboard.
  const won = gap.locator('.chips button').first();
  await won.focus();
  await desk.keyboard.press('Enter');
  await expect(gap.locator('.deals li')).toHaveCount(figure(await won.locator('.figure').textContent()));
  const part = where.locator('[data-part=settled] summary');
  await part.focus();
  await desk.keyboard.press('Enter');
  await expect(where.locator('[data-part=settled] .deals li').first()).toBeVisible();
  await gap.locator('svg.recharts-surface').focus();
  await desk.keyboard.press('ArrowRight');
  await expect(gap.locator('.tip')).toBeVisible();

  // Persons and deals without an owner come to what everybody comes to.
  const each = region(desk, 'Person by person');
  const commits = await figures(each.locator('tbody tr td:nth-child(4)'));
  const everybody = commits.pop() ?? Number.NaN;
  expect(commits.length).toBeGreaterThan(3);
  expect(commits.reduce((sum, one) => sum + one, 0)).toBeCloseTo(everybody, 2);
  expect(everybody).toBe(-(commit ?? Number.NaN));

  await expect(region(desk, 'What would close it').locator('.deals li').first()).toBeVisible();
  await expect(region(desk, 'Coverage')).toContainText('Own win rate');
  await cleanInBothSchemes(desk, 'with a goal');

  const whose = desk.getByRole('combobox', { name: 'Whose' });
  const someone = (await whose.locator('option').nth(1).textContent()) ?? '';
  await whose.selectOption({ index: 1 });
  await expect(whose).toHaveValue(`p ${someone}`);
  await expect(desk.getByRole('heading', { name: /^No goal for/ })).toBeVisible();
  await cleanInBothSchemes(desk, 'one person');
  await fitsNarrow(desk);
  expect(complaints).toEqual([]);
});
