import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { askAs } from '../browser/ask.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, storedRows, test } from './harness.ts';

test.setTimeout(240_000);

const CALM = { late: 'off', torn: 'off' } as const;
const people = (page: Page) => page.getByRole('region', { name: 'Talks', exact: true });
const files = (page: Page) => page.getByRole('region', { name: 'From a file', exact: true });
const topic = (page: Page) => page.getByLabel('Notes: Your topic first');
const kept = (page: Page) => page.getByText('Kept in this browser as you type.');

async function openAgenda(extension: Extension, person?: string): Promise<Page> {
  const page = await extension.openPage('agenda.html');
  await expect(people(page)).toContainText(/as seen from this browser|Nobody is known yet/, { timeout: 60_000 });
  if (person === undefined) return page;
  await people(page)
    .getByRole('button', { name: new RegExp(`^${person}`) })
    .click();
  await expect(page.getByRole('heading', { name: `1:1 with ${person}` })).toBeVisible();
  return page;
}

async function promise(page: Page, what: string, deal: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a promise' }).click();
  const form = page.getByRole('form', { name: 'A new promise' });
  await form.getByLabel('What', { exact: true }).fill(what);
  await form.getByLabel('Proof').fill('their mail');
  await form.getByLabel(/^On/).selectOption({ label: deal });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('#part-next')).toContainText(what);
}

/** How many pages a PDF has: its page tree may stand in a packed stream. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      const end = text.indexOf('endstream', index);
      return inflateSync(pdf.subarray(index + length, end)).toString('latin1');
    } catch {
      return '';
    }
  });
  const counts = [text, ...streams].flatMap((part) => [...part.matchAll(/\/Count (\d+)/g)].map(([, n]) => Number(n)));
  return Math.max(0, ...counts);
}

test('notes of a talk survive a closed tab, a promise is taken live, and the talk is finished, by the keyboard', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  await withHistory('salesforce');
  const { atRisk } = demo.team.showcase;
  const [owner, name] = [atRisk.owner.name, atRisk.name];
  const page = await openAgenda(extension);
  const button = people(page).getByRole('button', { name: new RegExp(`^${owner}`) });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `1:1 with ${owner}` })).toBeVisible();
  await topic(page).focus();
  await page.keyboard.type('What can we give, ');
  await expect(kept(page)).toBeVisible();
  await page.keyboard.type('and what for?');
  await page.close({ runBeforeUnload: false });

  const again = await openAgenda(extension, owner);
  await expect(topic(again)).toHaveValue('What can we give, and what for?');
  await expect(people(again)).toContainText('one goes on');
  await promise(again, 'Sends the terms', name);
  await again.getByLabel('To try until next time').fill('Ask who has to live with it');
  await again.getByLabel('We talk again on').fill('2099-12-14');
  await expect(kept(again)).toBeVisible();
  const rows = await stored();
  expect(rows.promises).toMatchObject([{ what: 'Sends the terms', who: owner, side: 'ours', proof: 'their mail' }]);

  await again.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text: string) => Object.assign(window, { copied: text }),
    });
  });
  await again.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(again.getByText('Copied')).toBeVisible();
  const copied = await again.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(copied).toContain(`# 1:1 with ${owner}`);
  expect(copied).toContain('> What can we give, and what for?');
  expect(copied).toContain(`${owner}: Sends the terms by`);
  expect(copied).toContain('To try until next time: Ask who has to live with it');

  await again.getByRole('button', { name: 'Finish this talk' }).focus();
  await again.keyboard.press('Enter');
  await expect(again.getByRole('button', { name: 'Take up again' })).toBeVisible();
  await expect(people(again)).toContainText('1 talk');
  expect((await stored()).talks).toMatchObject([
    {
      person: owner,
      notes: { topic: 'What can we give, and what for?' },
      nextOn: '2099-12-14',
      endedAt: expect.any(Number),
    },
  ]);
  expect(JSON.stringify((await stored()).talks)).not.toMatch(/\b(star|middle|score)\b/i);
  expect(complaints).toEqual([]);
});

test('the sheet is printed alone on A4 and Letter, with its notes whole and no field', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await openAgenda(extension, demo.team.showcase.atRisk.owner.name);
  await page.getByLabel('The one that you pick').selectOption({ index: 1 });
  await expect(page.locator('.talk-deal')).toHaveCount(2);
  // Given the day before: one page.
  for (const format of ['A4', 'Letter'] as const) expect(pagesOf(await page.pdf({ format })), format).toBe(1);
  const lines = Array.from({ length: 12 }, (_, at) => `Line ${at + 1} of a long note`);
  await topic(page).fill(lines.join('\n'));
  for (const format of ['A4', 'Letter'] as const) {
    const pages = pagesOf(await page.pdf({ format }));
    expect(pages, format).toBeGreaterThan(0);
    expect(pages, format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(topic(page)).toBeHidden();
  await expect(people(page)).toBeHidden();
  await expect(page.getByRole('button').first()).toBeHidden();
  const paper = page.locator('#part-topic .on-paper');
  await expect(paper).toBeVisible();
  const { height, lineHeight } = await paper.evaluate((one) => ({
    height: one.getBoundingClientRect().height,
    lineHeight: Number.parseFloat(getComputedStyle(one).lineHeight),
  }));
  expect(Math.round(height / lineHeight)).toBe(lines.length);
  // On paper it is black on white, whatever the screen.
  expect(await page.locator('.sheet-page').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('a page saved in one browser is read in another, promise by promise, and twice changes nothing', async ({
  extension,
  demo,
  withHistory,
}, info) => {
  await withHistory('salesforce');
  const { atRisk } = demo.team.showcase;
  const page = await openAgenda(extension, atRisk.owner.name);
  await topic(page).fill('The terms');
  await promise(page, 'Sends the terms', atRisk.name);
  await expect(kept(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = info.outputPath('page.json');
  await (await download).saveAs(file);
  const others = demo.team.people.map(({ name }) => name).filter((name) => name !== atRisk.owner.name);
  const text = readFileSync(file, 'utf8');
  expect(others.filter((name) => text.includes(`"${name}"`))).toEqual([]);

  const other = await startExtension();
  try {
    await routeDemo(other.context, demo);
    await askAs(other, 'settings.change', { role: 'rep', me: atRisk.owner.name });
    const theirs = await other.openPage('agenda.html');
    const input = theirs.getByLabel('Read in a person’s page');
    const broken = Buffer.from(text.replace('Sends the terms', 'Sends the money'));
    await input.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: broken });
    await expect(files(theirs)).toContainText('Nothing was changed.');
    await input.setInputFiles(file);
    await expect(files(theirs)).toContainText('that this browser has not seen');
    await expect(files(theirs)).toContainText('Its notes would come in.');
    expect((await storedRows(other)).talks ?? []).toEqual([]);

    const crm = await other.context.newPage();
    await crm.goto(urlOf('salesforce', 'record', atRisk, CALM));
    await expect(overlay(crm).pill).toBeVisible();
    await crm.close();
    await input.setInputFiles(file);
    await expect(files(theirs)).toContainText('1 promise would come in.');
    await files(theirs).getByRole('button', { name: 'Take it in' }).click();
    await expect(theirs.getByRole('heading', { name: `1:1 with ${atRisk.owner.name}` })).toBeVisible();
    await expect(topic(theirs)).toHaveValue('The terms');
    await expect(theirs.locator('.sheet-page')).toContainText('Sends the terms');
    const once = await storedRows(other);
    expect(once.promises).toMatchObject([{ what: 'Sends the terms', who: atRisk.owner.name }]);
    expect(once.promises).not.toEqual((await storedRows(extension)).promises);

    await input.setInputFiles(file);
    await expect(files(theirs)).toContainText('1 promise is known here already.');
    await expect(files(theirs).getByRole('button', { name: 'Take it in' })).toHaveCount(0);
    const { promises, talks } = await storedRows(other);
    expect({ promises, talks }).toEqual({ promises: once.promises, talks: once.talks });
  } finally {
    await other.close();
  }
});

test('axe finds nothing of weight, empty and full, and nothing scrolls sideways at 200 % or 320 px', async ({
  extension,
  demo,
  withHistory,
}) => {
  const check = async (page: Page, state: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`),
        `${state}, ${colorScheme}`,
      ).toEqual([]);
    }
    // 1280 by 800 at 200 %, and the narrowest.
    for (const size of [
      { width: 640, height: 400 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(size);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${state}, ${size.width} px`).toBe(
        size.width,
      );
    }
  };
  const empty = await openAgenda(extension);
  await expect(empty.getByText('Nobody is known yet.')).toBeVisible();
  await check(empty, 'empty');
  await empty.getByRole('link', { name: 'What this is for, and what it must not be used for' }).click();
  await expect(empty.getByRole('heading', { name: 'What a rep may correct' })).toBeVisible();
  await check(empty, 'purpose');
  await empty.close();
  await withHistory('salesforce');
  const page = await openAgenda(extension, demo.team.showcase.atRisk.owner.name);
  await page.getByRole('button', { name: 'All your open deals' }).click();
  await expect(page.locator('.talk-deal').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add a promise' }).click();
  await topic(page).fill('Donaudampfschifffahrtsgesellschaft'.repeat(8));
  await check(page, 'all deals');
});
