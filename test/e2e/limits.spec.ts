import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { askAs } from '../browser/ask.ts';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

test.setTimeout(180_000);

const CALM = { late: 'off', torn: 'off' } as const;
const barOf = (page: Page) => page.getByRole('region', { name: 'Changes', exact: true });
const today = (page: Page) => page.getByRole('region', { name: 'Today', exact: true });
const cell = (page: Page, name: string) => page.getByLabel(name, { exact: false }).first();
const LONG_NAME = 'Verlängerungen'.repeat(20);
const STALLED = 'Standing still, late stages';

async function openLimits(extension: Extension): Promise<Page> {
  const page = await extension.openPage('limits.html');
  await expect(today(page)).toContainText(/open deals? marked|No deals on record|seen open/);
  return page;
}

async function markedToday(page: Page): Promise<number> {
  return Number(/(\d+) of \d+ open deals? marked/.exec((await today(page).textContent()) ?? '')?.[1]);
}

async function save(page: Page): Promise<void> {
  await barOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(barOf(page).getByRole('status')).toHaveText('Saved.');
}

async function storedLimits(stored: () => Promise<Record<string, unknown[]>>): Promise<unknown> {
  const rows = (await stored()).settings as { key: string; value: { limits?: unknown } }[] | undefined;
  return rows?.find(({ key }) => key === 'settings')?.value.limits ?? {};
}

test('a limit is changed by the keyboard, its count is seen first, and once saved the card obeys', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  await withHistory('salesforce');
  const crm = await extension.context.newPage();
  const { pill } = overlay(crm);
  await crm.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(pill).toBeVisible();
  await expect(pill).not.toHaveAttribute('data-band', 'quiet');

  const page = await openLimits(extension);
  const marked = await markedToday(page);
  expect(marked).toBeGreaterThan(0);
  await cell(page, STALLED).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('4');
  await expect(barOf(page).getByRole('status')).toContainText(/^Marks \d+ of \d+ open deals, \d+ today\.$/);
  expect(await storedLimits(stored)).toEqual({});
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await expect(page.locator('tr[data-signal="stalled"] .effect')).toContainText(/Marks \d+ of \d+ open deals/);

  // All signals off: nothing is left to mark a deal for.
  await barOf(page).getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Enter');
  await expect(barOf(page)).toHaveCount(0);
  for (const input of await page.locator('.limits-table input[type="text"]').all()) {
    if ((await input.inputValue()) !== '') await input.fill('');
  }
  for (const box of await page.locator('.limits-table input[type="checkbox"]').all()) await box.uncheck();
  await expect(barOf(page).getByRole('status')).toContainText(`Marks 0 of`);
  await expect(barOf(page).getByRole('status')).toContainText(`${marked} today`);
  await barOf(page).getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(today(page)).toContainText(/0 of \d+ open deals marked/);
  await expect(pill).toHaveAttribute('data-band', 'quiet');

  // The keyboard goes on from the field it was in.
  await expect(page.locator('.limits-table input:focus')).toHaveCount(1);
  await page.getByRole('button', { name: 'Reset all limits' }).click();
  await expect(page.getByLabel('Limits for')).toBeFocused();
  await expect(barOf(page).getByRole('status')).toContainText(`Marks ${marked} of`);
  await save(page);
  expect(await storedLimits(stored)).toEqual({});
  await expect(pill).not.toHaveAttribute('data-band', 'quiet');
  expect(complaints).toEqual([]);
});

test('looser limits are proposed above three in ten, and tried before they are saved', async ({
  extension,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce');
  const page = await openLimits(extension);
  const proposal = page.locator('[data-part="proposal"]');
  await expect(proposal).toHaveCount(0);
  for (const kind of ['early', 'mid', 'late']) await cell(page, `Standing still, ${kind} stages`).fill('3');
  await save(page);
  await expect(proposal).toContainText('More than three in ten are marked');
  await proposal.getByRole('button', { name: 'Try these limits' }).click();
  await expect(proposal).toContainText('Nothing changes before you save');
  const limits = await storedLimits(stored);
  expect(limits).toEqual({ everywhere: { stalled: { early: 3, mid: 3, late: 3 } } });
  await save(page);
  await expect(proposal).toHaveCount(0);
  const looser = await storedLimits(stored);
  expect(looser).not.toEqual(limits);

  const own = page.getByRole('region', { name: 'From your own deals' });
  await own.getByRole('button', { name: 'Suggest from my closed deals' }).click();
  await expect(own.getByRole('checkbox').first()).toBeChecked();
  await own.getByRole('button', { name: 'Put them into the table' }).click();
  await expect(barOf(page).getByRole('status')).toContainText('Marks');
  await barOf(page).getByRole('button', { name: 'Discard' }).click();
  await expect(barOf(page)).toHaveCount(0);
  expect(await storedLimits(stored)).toEqual(looser);
});

test('limits go into a file and come back, and a broken file changes nothing', async ({
  extension,
  withHistory,
  stored,
}, info) => {
  await withHistory('salesforce');
  const page = await openLimits(extension);
  await cell(page, STALLED).fill('33');
  await page.getByLabel('Limits for').selectOption({ label: 'Large deals' });
  await cell(page, STALLED).fill('44');
  await save(page);
  const saved = await storedLimits(stored);
  expect(saved).toEqual({ everywhere: { stalled: { late: 33 } }, sizes: { big: { stalled: { late: 44 } } } });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = info.outputPath('limits.json');
  await (await download).saveAs(file);
  expect(readFileSync(file, 'utf8')).toContain('sideline-limits');

  await page.getByRole('button', { name: 'Reset all limits' }).click();
  await save(page);
  expect(await storedLimits(stored)).toEqual({});

  const files = page.getByRole('region', { name: 'As a file' });
  const input = files.getByLabel('Read in limits');
  await input.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await expect(files).toContainText('This is no file of limits that Sideline wrote. Nothing was changed.');
  await expect(barOf(page)).toHaveCount(0);
  await input.setInputFiles(file);
  await expect(files).toContainText('They stand in the table now.');
  expect(await storedLimits(stored)).toEqual({});
  await save(page);
  expect(await storedLimits(stored)).toEqual(saved);
});

test('what another page saves meanwhile is not lost, and the proofs of a stage are kept', async ({
  extension,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce');
  const [one, other] = [await openLimits(extension), await openLimits(extension)];
  await cell(one, STALLED).fill('25');
  await cell(other, 'Date put off, late stages').fill('20');
  await save(other);
  const proofs = one.locator('.proofs').first();
  await proofs.getByRole('textbox').fill('They named the day they decide\nThey named who signs');
  await expect(barOf(one).getByRole('status')).toContainText('Marks');
  await save(one);
  expect(await storedLimits(stored)).toEqual({ everywhere: { pushed: { late: 20 }, stalled: { late: 25 } } });
  await one.reload();
  await expect(proofs.getByRole('textbox')).toHaveValue('They named the day they decide\nThey named who signs');
  await expect(proofs).toContainText('Set by you.');
  await proofs.getByRole('button', { name: /^Reset the proofs/ }).click();
  await save(one);
  await expect(proofs).toContainText('Expert judgement');
  const stale = { over: '[]', limits: {}, exits: { kinds: { early: [], mid: [], late: [] } } };
  expect(await askAs(extension, 'settings.change', { judging: stale })).toMatchObject({ ok: false, code: 'stale' });
});

test('axe finds nothing of weight, empty and with changes, and nothing scrolls sideways at 200 % or 320 px', async ({
  extension,
  withHistory,
}) => {
  const empty = await openLimits(extension);
  await expect(empty.getByRole('link', { name: 'Open a list of your CRM once' })).toBeVisible();
  await cleanInBothSchemes(empty, 'empty');
  await empty.close();
  await withHistory('salesforce');
  const page = await openLimits(extension);
  const pipelines = { [LONG_NAME]: { stalled: { late: 12 } }, Renewals: { pushed: { mid: 40 } } };
  const buffer = Buffer.from(JSON.stringify({ format: 'sideline-limits', version: 1, limits: { pipelines } }));
  await page.getByLabel('Read in limits').setInputFiles({ name: 'l.json', mimeType: 'application/json', buffer });
  await page.getByLabel('Limits for').selectOption({ label: `${LONG_NAME} (own limits)` });
  await cell(page, STALLED).fill('3');
  await cell(page, 'Date put off, late stages').fill('soon');
  await expect(page.locator('.effect')).toContainText('open deals');
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await cleanInBothSchemes(page, 'with changes');
  await fitsNarrow(page, async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => scrollTo(0, 0));
    await cell(page, STALLED).focus();
    await expect(cell(page, STALLED)).toBeInViewport({ ratio: 1 });
  });
});
