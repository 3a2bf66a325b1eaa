import { inSidePanel } from '../browser/beside.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { missingForScreen, openScreen, type Screen } from '../browser/screen.ts';
import { test as base, expect, overlay } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';

const missing = missingForScreen();
const CALM = { late: 'off', torn: 'off' } as const;

/** The same stories' start, with a browser that has a window, and a hand on its keys. */
const test = base.extend<{ shown: Screen; extension: Extension }>({
  shown: async ({ browserName: _ }, use) => {
    const screen = await openScreen(1400, 900);
    await use(screen);
    screen.close();
  },
  extension: async ({ demo, shown }, use) => {
    const size = ['--window-position=0,0', '--window-size=1400,880'];
    const env = { DISPLAY: shown.display };
    const extension = await startExtension({ headless: false, viewport: null, args: size, env });
    await routeDemo(extension.context, demo);
    await use(extension);
    await extension.close();
  },
});

test.skip(missing.length > 0, `Not installed here: ${missing.join(', ')}.`);

const textOf = (extension: Extension) => inSidePanel(extension, 'document.querySelector("main")?.innerText ?? ""');
const kindOf = (extension: Extension) => inSidePanel(extension, 'document.querySelector("main")?.dataset.kind ?? ""');

test('the browser gives every command the key that it asks for', async ({ extension }) => {
  const worker = await extension.worker();
  const keys = await worker.evaluate(async () => {
    const commands = await chrome.commands.getAll();
    return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
  });
  expect(keys).toMatchObject({
    'hide-everywhere': 'Alt+Shift+H',
    'open-side-panel': 'Alt+Shift+S',
    'open-dashboard': 'Alt+Shift+D',
    'review-next': 'Alt+Shift+J',
  });
});

test('a key opens the side panel on the open deal, and a review goes on by keys from the page itself', async ({
  extension,
  demo,
  shown,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(page).pill).toBeVisible();
  await overlay(page).pill.click();
  const fact = await overlay(page).card.locator('h2').textContent();
  await page.bringToFront();
  shown.press('alt+shift+s');
  await expect.poll(() => kindOf(extension), { timeout: 20_000 }).toBe('deal');
  expect(await textOf(extension)).toContain(fact);
  await inSidePanel(
    extension,
    `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Start a review').click()`,
  );
  await expect.poll(() => kindOf(extension), { timeout: 40_000 }).toBe('plan');
  await expect.poll(() => textOf(extension), { timeout: 40_000 }).toMatch(/about \d+ min/);
  await inSidePanel(extension, `document.querySelector('main form').requestSubmit()`);
  await expect.poll(() => kindOf(extension)).toBe('run');
  await expect.poll(() => textOf(extension)).toMatch(/1 of \d+/);
  // The focus is in the CRM's page: "n" would be typed there, the browser's own key is not.
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  const before = page.url();
  shown.press('alt+shift+j');
  await expect.poll(() => textOf(extension)).toMatch(/2 of \d+/);
  await expect.poll(() => page.url()).not.toBe(before);
});

test('keys hide the card in all tabs, show it again, and open the dashboard', async ({ extension, demo, shown }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill } = overlay(page);
  await expect(pill).toBeVisible();
  await page.bringToFront();
  shown.press('alt+shift+h');
  await expect(pill).toBeHidden();
  shown.press('alt+shift+h');
  await expect(pill).toBeVisible();
  const dashboard = extension.context.waitForEvent('page');
  shown.press('alt+shift+d');
  expect((await dashboard).url()).toMatch(/dashboard\.html/);
});
