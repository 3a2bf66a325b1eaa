import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Extension } from '../browser/extension.ts';
import { tabIdOf } from '../browser/popup.ts';
import type { Rows } from '../browser/seed.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

test.setTimeout(300_000);

const CALM = { late: 'off', torn: 'off' } as const;

/** The side panel as it stands beside a page, opened as a page of its own in a panel's size. */
async function openPanelFor(extension: Extension, page: Page): Promise<Page> {
  const tab = await tabIdOf(extension, page);
  const panel = await extension.context.newPage();
  await panel.setViewportSize({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${extension.id}/sidepanel.html?tab=${tab}`);
  await panel.locator('main.panel:not([data-kind="loading"])').waitFor();
  return panel;
}

const kindOf = (panel: Page) => panel.locator('main.panel');
const asked = (rows: Rows) => (rows.prompts as { kind: string; deal: string }[]).filter(({ kind }) => kind === 'asked');

/** What stands in the clipboard's place once something was copied. */
async function catchCopies(panel: Page): Promise<() => Promise<string>> {
  await panel.evaluate(() => {
    Object.assign(navigator.clipboard, {
      writeText: async (text: string) => {
        document.body.dataset.copied = text;
      },
    });
  });
  return async () => (await panel.locator('body').getAttribute('data-copied')) ?? '';
}

/** What axe finds of weight, in both schemes. */
async function findings(panel: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: panel }).include('main').analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(...nodes.map(({ target, failureSummary }) => `${colorScheme} ${id}: ${target}: ${failureSummary}`));
    }
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Controls that cannot be brought into sight, and anything wider than the panel. */
const lost = (panel: Page) =>
  panel.evaluate(() => {
    const bad: string[] = [];
    const parts = document.querySelectorAll<HTMLElement>('button, summary, input, select, p, h2, h3, label');
    for (const part of parts) {
      if (!part.checkVisibility()) continue;
      part.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom, height } = part.getBoundingClientRect();
      const name = `${part.tagName} ${(part.getAttribute('aria-label') ?? part.textContent ?? '').slice(0, 40)}`;
      if (part.matches('.unseen')) continue;
      if (left < -1 || right > innerWidth + 1) bad.push(`${name}: cut off at the side`);
      if (height < innerHeight && (top < -1 || bottom > innerHeight + 1)) bad.push(`${name}: out of the window`);
    }
    if (document.documentElement.scrollWidth > innerWidth) bad.push('scrolls sideways');
    return bad;
  });

test('the panel follows the open deal, hears what is said of it elsewhere, and acts on it', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}, info) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  const fact = (await card.locator('h2').textContent()) ?? '';

  const panel = await openPanelFor(extension, page);
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'deal');
  await expect(panel.locator('section.card h2')).toHaveText(fact);
  await panel.screenshot({ path: info.outputPath('deal.png') });
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(panel.locator('section.card')).toContainText('Quiet until');
  await panel.getByRole('button', { name: 'Wake' }).click();
  await expect(card.locator('h2')).toHaveText(fact);

  // Another deal in the same tab, then a value that changes in it, then no deal.
  const other = demo.find(demo.team.showcase.healthy.id);
  await page.goto(urlOf('salesforce', 'record', other, CALM));
  await expect(overlay(page).pill).toBeVisible();
  await expect(panel.locator('section.card h2')).not.toHaveText(fact);
  demo.edit(other.id, { amount: 12_345 });
  await page.evaluate(() => (window as unknown as { __sim: { refresh(): Promise<void> } }).__sim.refresh());
  await expect(panel.locator('section.card')).toContainText('12,345');
  await page.goto(urlOf('salesforce', 'list'));
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'today');
  await expect(panel.getByRole('button', { name: 'Start a review' })).toBeVisible();
  await panel.screenshot({ path: info.outputPath('today.png') });
  expect(await findings(panel)).toEqual([]);
  expect((await stored()).prompts).toHaveLength(2);

  // The one key, pressed anywhere.
  const own = await extension.openPage('manifest.json');
  const hide = () => own.evaluate(() => chrome.runtime.sendMessage({ name: 'overlay.hide-everywhere', data: {} }));
  await hide();
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'hidden');
  await hide();
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'today');
  expect(complaints).toEqual([]);
});

test('a whole review by the keyboard alone: asked, promised, taken up again, copied', async ({
  extension,
  withHistory,
  stored,
  complaints,
}, info) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, CALM));
  let panel = await openPanelFor(extension, page);
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'today');

  await panel.getByRole('button', { name: 'Start a review' }).focus();
  await panel.keyboard.press('Enter');
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'plan');
  await expect(panel.locator('h2')).toContainText(/\d+ deals? · about \d+ min/, { timeout: 40_000 });
  await panel.screenshot({ path: info.outputPath('plan.png') });
  expect(await findings(panel)).toEqual([]);
  await panel.getByRole('checkbox').focus();
  await panel.keyboard.press('Enter');

  // The first: an answer and a promise.
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'run');
  const ask = panel.locator('h2.ask');
  const first = (await ask.textContent()) ?? '';
  const place = panel.locator('.pace');
  await expect(place).toContainText(/1 of \d+ · about \d+ min/);
  await expect(panel.locator('section.run')).toBeFocused();
  await expect(page).toHaveURL(/Opportunity/);
  await panel.screenshot({ path: info.outputPath('run.png') });
  expect(await findings(panel)).toEqual([]);
  await panel.keyboard.press('1');
  const line = panel.getByLabel(/^Promise/);
  await expect(line).toBeFocused();
  await panel.keyboard.press('ControlOrMeta+A');
  await panel.keyboard.type('Ana Ruiz (buyer): sends the redlines');
  await panel.screenshot({ path: info.outputPath('answered.png') });
  await panel.emulateMedia({ colorScheme: 'dark' });
  await panel.screenshot({ path: info.outputPath('answered-dark.png') });
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.keyboard.press('Enter');
  await expect(place).toContainText('2 of');
  await expect(panel.locator('section.run')).toBeFocused();
  const rows = await stored();
  expect(asked(rows)).toHaveLength(1);
  expect((rows.promises as { what: string }[]).at(-1)).toMatchObject({
    what: 'sends the redlines',
    who: 'Ana Ruiz',
    side: 'theirs',
    proof: expect.stringMatching(/./),
  });
  expect(rows.answers).toMatchObject([{ question: 'review', answer: expect.stringMatching(/^(day|happened)$/) }]);

  // The worker stops and the panel is closed in the middle.
  const second = (await ask.textContent()) ?? '';
  await panel.close();
  await extension.stopWorker();
  panel = await openPanelFor(extension, page);
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'run');
  await expect(panel.locator('.pace')).toContainText('2 of');
  await expect(panel.locator('h2.ask')).toHaveText(second);
  await expect(panel.locator('section.run')).toBeFocused();

  // The second: one key and Enter. The third and what is left: next.
  const before = page.url();
  await panel.keyboard.press('2');
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.pace')).toContainText('3 of');
  await expect.poll(() => page.url()).not.toBe(before);
  await expect.poll(async () => asked(await stored()).length).toBe(2);
  const of = Number(/of (\d+)/.exec((await panel.locator('.pace').textContent()) ?? '')?.[1]);
  for (let at = 3; at <= of; at++) {
    await expect(panel.locator('.pace')).toContainText(`${at} of`);
    await panel.keyboard.press('n');
  }
  await expect(kindOf(panel)).toHaveAttribute('data-kind', 'end');
  expect(await findings(panel)).toEqual([]);
  await panel.screenshot({ path: info.outputPath('end.png') });
  const copied = await catchCopies(panel);
  const copyButton = panel.getByRole('button', { name: 'Copy the list' });
  for (let tabs = 0; tabs < 3; tabs++) {
    if (await copyButton.evaluate((button) => button === document.activeElement)) break;
    await panel.keyboard.press('Tab');
  }
  await expect(copyButton).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const list = await copied();
  expect(list).toContain(first);
  expect(list).toMatch(/Promise: Ana Ruiz \(buyer\): sends the redlines by \d+ \w+ \d{4}; proof: ./);
  expect(list).toContain('Will find out');
  expect(list).toContain('Not talked about this time');
  await panel.getByRole('button', { name: 'Done' }).focus();
  await panel.keyboard.press('Enter');
  await expect(kindOf(panel)).not.toHaveAttribute('data-kind', 'end');
  await expect(panel.getByRole('button', { name: /review/ })).toHaveText('Start a review');
  expect(asked(await stored())).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('at 200 % zoom every screen of the panel shows all it has, and nothing scrolls sideways', async ({
  extension,
  withHistory,
}, info) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, CALM));
  const panel = await openPanelFor(extension, page);
  // 360 by 800 at 200 %.
  await panel.setViewportSize({ width: 180, height: 400 });
  expect(await lost(panel), 'today').toEqual([]);
  await panel.getByRole('button', { name: 'Start a review' }).click();
  await expect(panel.locator('h2')).toContainText('deals', { timeout: 40_000 });
  expect(await lost(panel), 'plan').toEqual([]);
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(panel.locator('section.run')).toBeVisible();
  await panel.locator('details.more summary').click();
  await expect(panel.locator('[data-part="why"]')).toBeVisible();
  expect(await lost(panel), 'run').toEqual([]);
  await panel.screenshot({ path: info.outputPath('run-200.png'), fullPage: true });
  for (const width of [320, 600]) {
    await panel.setViewportSize({ width, height: 800 });
    expect(await lost(panel), `run at ${width}`).toEqual([]);
    await panel.screenshot({ path: info.outputPath(`run-${width}.png`) });
  }
  await panel.locator('section.run').focus();
  while ((await kindOf(panel).getAttribute('data-kind')) === 'run') await panel.keyboard.press('n');
  await panel.setViewportSize({ width: 180, height: 400 });
  expect(await lost(panel), 'end').toEqual([]);
});

test('the popup opens the side panel inside the click, for its own window', async ({ extension, demo }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(page).pill).toBeVisible();
  const popup = await extension.context.newPage();
  const tab = await tabIdOf(extension, page);
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${tab}`);
  await popup.getByRole('button', { name: 'Side panel' }).waitFor();
  const opened = await popup.evaluate(async (id) => {
    const asked: unknown[] = [];
    window.close = () => {};
    chrome.sidePanel.open = (async (what: unknown) => {
      asked.push(what);
    }) as typeof chrome.sidePanel.open;
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Side panel')?.click();
    // At once, in the click: the browser refuses it later.
    const atOnce = [...asked];
    return { atOnce, window: (await chrome.tabs.get(id)).windowId };
  }, tab);
  expect(opened.atOnce).toEqual([{ windowId: opened.window }]);
});
