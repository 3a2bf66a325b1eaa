import type { Page } from '@playwright/test';
import { askAs } from '../browser/ask.ts';
import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

/** What has the focus, by its words, wherever shadow roots end. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return 'the page';
    const label = at.closest('label')?.querySelector('span')?.textContent;
    return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim();
  });
}

async function pressUntil(page: Page, key: string, isThere: (words: string) => boolean, most: number): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press(key);
    if (isThere(await focused(page))) return;
  }
  throw new Error(`${most} times ${key}, and the focus was never there; it is on “${await focused(page)}”.`);
}

test('the keyboard alone reaches pill, card and every control, and the page’s own keys are left out of it', async ({
  extension,
  demo,
  complaints,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('hubspot', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();
  // A CRM's single-key shortcuts, as such libraries listen for them.
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, (event) => {
        const to = event.target as Element;
        if (!to.closest('input, textarea, select')) heard.push(`${type} ${(event as KeyboardEvent).key}`);
      });
    }
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

  await pressUntil(page, 'Tab', (words) => words.startsWith('Sideline:'), 120);
  await heard();
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await expect.poll(() => focused(page)).toBe('Sideline on this deal');

  // Every control of the card is reached in turn, forwards.
  const controls = await card
    .locator('button, summary, input, select, a[href]')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }))
        .map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()),
    );
  expect(controls.length).toBeGreaterThan(6);
  const reached: string[] = [];
  for (let press = 0; press < controls.length; press++) {
    await page.keyboard.press('Tab');
    reached.push(await focused(page));
  }
  expect(reached.sort()).toEqual(controls.sort());

  // A form takes the focus along, keeps the page's keys away, and gives it back by Esc.
  await card.getByRole('button', { name: 'Set next step' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('What will happen');
  await page.keyboard.type('new call n g c');
  await expect(card.getByLabel('What will happen')).toHaveValue('new call n g c');
  await page.keyboard.press('Escape');
  await expect(card.locator('form')).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('Set next step');

  // An action whose button goes leaves the keyboard in the card.
  const asked = card.getByRole('button', { name: 'Asked', exact: true });
  await asked.focus();
  const idle = () => expect(card.locator('[aria-busy="true"]')).toHaveCount(0);
  while ((await asked.count()) > 0) {
    await idle();
    const question = await card.locator('.lead, .question').first().textContent();
    await page.keyboard.press('Enter');
    await expect(async () => {
      const now = await card.locator('.lead, .question').first().textContent();
      expect((await asked.count()) === 0 || now !== question).toBe(true);
    }).toPass();
  }
  await expect.poll(() => focused(page)).toBe('Sideline on this deal');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect.poll(() => focused(page)).toMatch(/^Sideline:/);
  expect(await heard()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('open or closed is remembered for each site by itself, across reloads and deals', async ({ extension, demo }) => {
  const [first, second] = demo.deals.filter(({ outcome }) => outcome === 'open');
  const page = await extension.context.newPage();
  await page.goto(urlOf('pipedrive', 'record', first, CALM));
  const { pill, card } = overlay(page);
  await expect(pill).toHaveAttribute('aria-expanded', 'false');
  await pill.click();
  await expect(card).toBeVisible();

  await page.reload();
  await expect(card).toBeVisible();
  // It opened by memory: the focus is the page's.
  expect(await focused(page)).toBe('the page');
  await page.goto(urlOf('pipedrive', 'record', second, CALM));
  await expect(card).toBeVisible();

  await page.goto(urlOf('odoo', 'record', first, CALM));
  await expect(pill).toHaveAttribute('aria-expanded', 'false');
  await expect(card).toHaveCount(0);

  await page.goto(urlOf('pipedrive', 'record', first, CALM));
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toHaveCount(0);
  await extension.stopWorker();
  await page.reload();
  await expect(pill).toHaveAttribute('aria-expanded', 'false');
});

test('the overlay is light on a light page and dark on a dark one, whatever the system is', async ({
  extension,
  demo,
}) => {
  const page = await extension.context.newPage();
  const { pill } = overlay(page);
  const dock = page.locator('sideline-overlay .dock');
  /** What is painted, not what is declared. */
  const isDark = () =>
    pill.evaluate((element) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      return red + green + blue < 380;
    });
  for (const crm of ['hubspot', 'pipedrive', 'odoo', 'dynamics', 'tryton', 'salesforce'] as const) {
    await page.goto(urlOf(crm, 'record', demo.team.showcase.healthy, CALM));
    // With the page standing open, too: it is followed from one to the other.
    for (const system of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: system });
      const dark = system === 'dark' && crm !== 'salesforce' && crm !== 'tryton';
      await expect(pill).toBeVisible();
      await expect(dock, `${crm} on a ${system} system`).toHaveAttribute('data-scheme', dark ? 'dark' : 'light');
      expect(await isDark(), `${crm} on a ${system} system`).toBe(dark);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
  }

  // Salesforce stays light; a switch of the page's own, with no word from the system, is followed all the same.
  await expect(dock).toHaveAttribute('data-scheme', 'light');
  await page.addStyleTag({ content: 'html.night, html.night * { background-color: #16181c; color: #ddd }' });
  await page.evaluate(() => document.documentElement.classList.add('night'));
  await expect(dock).toHaveAttribute('data-scheme', 'dark');
  // And a page that is dark by its frame alone, over a body that says it is white.
  await page.evaluate(() => {
    document.documentElement.classList.remove('night');
    document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#101215"></div>');
  });
  await page.evaluate(() => document.body.setAttribute('data-theme', 'night'));
  await expect(dock).toHaveAttribute('data-scheme', 'dark');
});

test('one key hides everything of ours in all tabs, and the popup says so and shows it again', async ({
  extension,
  demo,
}) => {
  const one = await extension.context.newPage();
  await one.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(overlay(one).pill).toBeVisible();
  const other = await extension.context.newPage();
  await other.goto(urlOf('odoo', 'record', demo.team.showcase.healthy, CALM));
  await overlay(other).pill.click();

  await overlay(other).card.getByRole('button', { name: 'Hide in all tabs' }).click();
  for (const page of [one, other]) await expect(page.locator('sideline-overlay button')).toHaveCount(0);
  // Nor does it come back by itself: not with a reload, not with another deal.
  await other.reload();
  await other.waitForTimeout(1_200);
  await expect(other.locator('sideline-overlay button')).toHaveCount(0);

  const popup = await openPopupFor(extension, other);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'hidden');
  await popup.getByRole('button', { name: 'Show again' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'deal');
  await expect(overlay(one).pill).toBeVisible();
  await expect(overlay(other).card).toBeVisible();
  await popup.getByRole('button', { name: 'Hide in all tabs' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'hidden');
  await expect(overlay(one).pill).toHaveCount(0);
  await popup.close();

  // The browser's command does what this message does; it cannot be pressed without a browser window.
  expect(await askAs(extension, 'overlay.hide-everywhere', {})).toEqual({ ok: true, hidden: false });
  for (const page of [one, other]) await expect(overlay(page).pill).toBeVisible();
  await extension.stopWorker();
  expect(await askAs(extension, 'overlay.hide-everywhere', {})).toEqual({ ok: true, hidden: true });
  for (const page of [one, other]) await expect(page.locator('sideline-overlay button')).toHaveCount(0);
});

test('what moved since the last look is told, from what to what, and stays told for the rest of this look', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const deal = demo.find(demo.team.showcase.atRisk.id);
  demo.edit(deal.id, { amount: deal.amount - 23_000, nextStep: 'Ana Ferreira rings back' });
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  const changes = card.locator('[data-part="changes"]');
  await expect(changes.locator('h3')).toContainText(/^Since/);
  await expect(changes).toContainText('$84,000');
  await expect(changes).toContainText('$61,000');
  await expect(changes).toContainText('Ana Ferreira rings back');
  const told = await changes.locator('li').count();

  // One more while the page stands open is added to them.
  demo.edit(deal.id, { owner: 'Robin Achterberg' });
  await page.evaluate(() => (window as unknown as { __sim: { refresh(): Promise<void> } }).__sim.refresh());
  await expect(changes).toContainText('Robin Achterberg');
  await expect(changes.locator('li')).toHaveCount(told + 1);
  await page.reload();
  await expect(changes).toContainText('$61,000');

  // Where nothing was seen before, nothing is said to have moved.
  await page.goto(urlOf('odoo', 'record', demo.team.showcase.healthy, CALM));
  await pill.click();
  await expect(card).toContainText('First look at this deal');
  await expect(changes.locator('li')).toHaveCount(0);
});

test('a card that was acted on and left at once does not come back over the page after it', async ({
  extension,
  demo,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('hubspot', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card.getByRole('button', { name: 'Snooze' })).toBeVisible();
  await page.evaluate(() => {
    const root = document.querySelector('sideline-overlay')?.shadowRoot;
    const buttons = [...(root?.querySelectorAll<HTMLButtonElement>('.bar button') ?? [])];
    buttons.find(({ textContent }) => textContent === 'Snooze')?.click();
    void (window as unknown as { __sim: { go(href: string): Promise<void> } }).__sim.go(
      '/contacts/4815162/objects/0-1',
    );
  });
  await expect(pill).toBeHidden();
  await page.waitForTimeout(1_500);
  await expect(pill).toBeHidden();
});
