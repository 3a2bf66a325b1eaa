import type { Page } from '@playwright/test';
import { axeFindings, cleanInBothSchemes, SCHEMES } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

test('axe finds nothing of weight in pill and card, closed, open, unfolded and with its forms, light and dark', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('hubspot');
  const page = await extension.context.newPage();
  const { pill, card } = overlay(page);
  const host = page.locator('sideline-overlay');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(urlOf('hubspot', 'record', demo.team.showcase.atRisk, CALM));
  await expect(pill).toBeVisible();
  const check = async (state: string) => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await expect(host.locator('.dock')).toHaveAttribute('data-scheme', colorScheme);
      expect(await axeFindings(page, 'sideline-overlay', colorScheme), `${state}, ${colorScheme}`).toEqual([]);
    }
  };
  await check('closed');
  await pill.click();
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Set next step' }).click();
  await check('form of the next step');
  await card.getByLabel('What will happen').fill('redlines');
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByRole('button', { name: /^Moved/ }).click();
  await card.getByRole('button', { name: 'Agreed wait' }).click();
  await host.evaluate((element) => {
    for (const fold of element.shadowRoot?.querySelectorAll('details') ?? []) fold.open = true;
  });
  await check('unfolded, with both forms');
});

async function checkPopup(extension: Extension, page: Page, kind: string): Promise<Page> {
  const popup = await openPopupFor(extension, page);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', kind);
  await popup.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await cleanInBothSchemes(popup, kind, 'main');
  return popup;
}

test('axe finds nothing of weight in the popup that has nothing to show yet, light and dark', async ({ extension }) => {
  const { context } = extension;
  const page = await context.newPage();
  await context.route('https://other.pipedrive.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Deals</h1>' }),
  );
  await page.goto(urlOf('unknown', 'list'));
  await (await checkPopup(extension, page, 'unknown-site')).close();
  await page.goto('https://other.pipedrive.com/deal/7');
  await (await checkPopup(extension, page, 'ask-access')).close();
  await page.goto('https://acme.pipedrive.com/settings?sim=closed=on');
  await checkPopup(extension, page, 'empty');
});

test('axe finds nothing of weight in the popup on a deal, on a list, hidden and switched off, light and dark', async ({
  extension,
  demo,
  withHistory,
}) => {
  // Half a year is recorded first, and eight states are gone through.
  test.setTimeout(180_000);
  const page = await extension.context.newPage();
  await withHistory('salesforce');
  await page.goto(urlOf('salesforce', 'list'));
  await (await checkPopup(extension, page, 'today')).close();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(page).pill).toBeVisible();
  const popup = await checkPopup(extension, page, 'deal');
  await popup.getByRole('button', { name: 'Hide in all tabs' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'hidden');
  await cleanInBothSchemes(popup, 'hidden', 'main');
  await popup.getByRole('button', { name: 'Show again' }).click();
  await popup.getByRole('button', { name: 'Switch off here' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'off');
  await cleanInBothSchemes(popup, 'off', 'main');
});

test('axe finds nothing of weight on the welcome page, before and after its list, light and dark', async ({
  extension,
}) => {
  const welcome = await extension.openPage('welcome.html');
  await expect(welcome.getByRole('heading', { level: 1 })).toBeVisible();
  await cleanInBothSchemes(welcome, 'first');
  await welcome.getByRole('button', { name: 'Pipedrive' }).click();
  await cleanInBothSchemes(welcome, 'with a CRM picked');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list', undefined, { late: 'off' }));
  const worker = await extension.worker();
  await expect
    .poll(() => worker.evaluate(async () => 'last-list' in (await chrome.storage.session.get('last-list'))))
    .toBe(true);
  await welcome.bringToFront();
  await welcome.locator('details summary').first().click();
  await cleanInBothSchemes(welcome, 'with its list');
});

test('at 200 % the card scrolls within itself, loses nothing, and never scrolls sideways', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  // 1280 by 800 at 200 %.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const before = await sideways();
  await pill.click();
  await expect(card).toBeVisible();
  await card.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
  });
  expect(await sideways()).toBe(before);
  const box = await card.boundingBox();
  expect(box).not.toBeNull();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(640);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(400);

  /** Controls that cannot be brought into sight, and anything that is wider than the card. */
  const lost = () =>
    card.evaluate((element) => {
      const root = element.getRootNode() as ShadowRoot;
      const bad: string[] = [];
      for (const part of element.querySelectorAll<HTMLElement>('button, summary, input, select, p, h2, td, dd')) {
        if (!part.checkVisibility()) continue;
        part.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const name = `${part.tagName} ${(part.getAttribute('aria-label') ?? part.textContent ?? '').slice(0, 40)}`;
        const frame = element.getBoundingClientRect();
        if (left < frame.left - 1 || right > frame.right + 1) bad.push(`${name}: cut off at the side`);
        if (top < 0 || bottom > innerHeight) bad.push(`${name}: out of the window`);
        const hit = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        if (part.matches('button, input, select, summary') && !(hit && part.contains(hit)))
          bad.push(`${name}: covered`);
      }
      for (const part of [element, ...element.querySelectorAll<HTMLElement>('.scroll, form')]) {
        if (part.scrollWidth > part.clientWidth + 1) bad.push(`${part.className} scrolls sideways`);
      }
      return bad;
    });
  expect(await lost()).toEqual([]);
  await card.getByRole('button', { name: 'Set next step' }).click();
  expect(await lost()).toEqual([]);
  await card.getByLabel('What will happen').fill('redlines');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card).toContainText('redlines');
  expect(await lost()).toEqual([]);

  const popup = await openPopupFor(extension, page);
  await popup.setViewportSize({ width: 320, height: 300 });
  expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const welcome = await extension.openPage('welcome.html');
  await welcome.setViewportSize({ width: 640, height: 400 });
  await expect(welcome.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await welcome.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('nothing of ours moves for whoever prefers less motion, and the card works the same', async ({
  extension,
  demo,
}) => {
  const page = await extension.context.newPage();
  const { pill, card } = overlay(page);
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const moving = () =>
    page.locator('sideline-overlay').evaluate((host) => {
      const all = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
      return all.filter((each) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(each);
        const animates = animationName !== 'none' && animationDuration !== '0s';
        return animates || transitionDuration.split(', ').some((part) => part !== '0s');
      }).length;
    });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await pill.click();
  await expect(card).toBeVisible();
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving()).toBeGreaterThan(0);
});

test('axe finds nothing of weight in the lesson and on the page of what was taught, light and dark, and both fit a narrow window', async ({
  extension,
  demo,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('hubspot', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(page).pill).toBeVisible();
  const popup = await openPopupFor(extension, page);
  await popup.getByRole('button', { name: 'What was read' }).click();
  await cleanInBothSchemes(popup, 'what was read', 'main');
  await popup.getByRole('button', { name: 'Correct a field by pointing' }).click();
  const lesson = page.locator('sideline-teach .teach');
  await lesson.getByRole('button', { name: 'Other side' }).click();
  await lesson.locator('[data-field="owner"] button').first().click();
  await page.getByText(demo.team.showcase.atRisk.account, { exact: true }).first().click();
  await expect(lesson.locator('[data-field="owner"]')).toContainText('Forget');
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expect(lesson).toHaveAttribute('data-scheme', colorScheme);
    expect(await axeFindings(page, 'sideline-teach', colorScheme), colorScheme).toEqual([]);
  }
  // 200 % zoom of a small window.
  await page.setViewportSize({ width: 512, height: 400 });
  const box = await lesson.boundingBox();
  expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 512 && box.y + box.height <= 400).toBe(true);
  expect(await lesson.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await lesson.getByRole('button', { name: 'Read by this' }).click();
  await expect(lesson).toHaveCount(0);

  const options = await extension.openPage('options.html');
  await expect(options.getByRole('region', { name: 'hubspot' })).toHaveCount(1);
  await options.getByText('Edit', { exact: true }).click();
  await cleanInBothSchemes(options, 'what was taught');
  await options.setViewportSize({ width: 360, height: 600 });
  expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('axe finds nothing of weight on the page of your data, light and dark, with a backup checked and an erasure counted', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  const page = await extension.openPage('data.html');
  const backup = page.getByRole('region', { name: 'Backup', exact: true });
  const download = page.waitForEvent('download');
  await backup.getByRole('button', { name: 'Save a backup' }).click();
  const restore = page.getByRole('region', { name: 'Restore', exact: true });
  await restore.getByLabel('Backup file').setInputFiles(await (await download).path());
  await restore.getByRole('button', { name: 'Look into it' }).click();
  await restore.getByRole('button', { name: 'Check it' }).click();
  await expect(restore).toContainText('The backup is in order');
  await restore.getByRole('button', { name: 'Replace everything' }).click();
  await expect(restore).toContainText('Type “replace” first.');
  const erase = page.getByRole('region', { name: 'Erase', exact: true });
  for (const what of ['One person', 'One site', 'Everything before a day', 'Everything', 'One deal']) {
    await erase.getByLabel(what, { exact: true }).check();
    expect(await axeFindings(page, 'main', 'light'), what).toEqual([]);
  }
  await erase.locator('input[name="deal"]').check();
  await erase.getByRole('button', { name: 'Count what would go' }).click();
  await expect(erase).toContainText('This would go');
  await cleanInBothSchemes(page, 'your data');
  // 200 % zoom of a small window.
  await page.setViewportSize({ width: 360, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
