import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder, startExtension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;
const FILE = 'prompts/en.json';

test('questions are read from their file once a card is due, and a worker that was stopped and started again asks the same question', async ({
  extension,
  demo,
  complaints,
}) => {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    const load = self.fetch;
    const reads: string[] = [];
    self.fetch = (...asked) => {
      reads.push(String(asked[0]));
      return load(...asked);
    };
    Object.assign(self, { reads });
  });
  const reads = () => worker.evaluate(() => (self as unknown as { reads: string[] }).reads);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, CALM));
  await expect(overlay(page).pill).toBeVisible();
  // A list asks nothing.
  expect(await reads()).toEqual([]);

  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  const question = card.locator('.lead, .question').first();
  await expect(question).toHaveText(/\?/);
  const asked = await question.textContent();
  await page.reload();
  await expect(question).toHaveText(asked ?? '');
  expect(await reads()).toEqual([`chrome-extension://${extension.id}/${FILE}`]);

  await extension.stopWorker();
  await page.reload();
  await expect(question).toHaveText(asked ?? '');
  await expect(card.getByRole('button', { name: 'Asked', exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a file of questions that cannot be read leaves the card its facts, and says so', async ({ demo }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-questions-'));
  cpSync(buildFolder('e2e'), folder, { recursive: true });
  writeFileSync(join(folder, FILE), readFileSync(join(folder, FILE), 'utf8').slice(0, 9_000));
  const extension = await startExtension({ folder });
  try {
    await routeDemo(extension.context, demo);
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
    const { pill, card } = overlay(page);
    await expect(pill).toContainText(/reason/);
    await pill.click();
    await expect(card.locator('h2')).toHaveText(/\S/);
    await expect(card.locator('[data-part="why"]')).toBeVisible();
    await expect(card.getByRole('button', { name: 'Asked', exact: true })).toHaveCount(0);
    await expect(card.locator('.lines')).toContainText('questions could not be read');
    const popup = await openPopupFor(extension, page);
    await expect(popup.locator('main')).toContainText('questions could not be read');
    await expect(popup.locator('[data-part="why"]')).toBeVisible();
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
