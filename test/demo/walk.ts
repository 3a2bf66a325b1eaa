import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TABS } from '../../entrypoints/dashboard/tabs/index.ts';
import type { Extension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';

/** List, board, deal, popup, welcome and the dashboard, as a manager would come by, each left behind as a picture. */
export async function walk(extension: Extension, demo: DemoCrm, folder: string): Promise<void> {
  const shoot = async (page: Page, name: string) => {
    // Everything that is still moving has settled once two frames look the same.
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    console.log(`  ${name}.png`);
  };
  const inBoth = async (page: Page, name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(page, `${name}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const { atRisk, healthy } = demo.team.showcase;

  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list'));
  const overlay = page.locator('sideline-overlay');
  await page.locator('sideline-mark').first().waitFor();
  await shoot(page, '1-list');
  await overlay.locator('button.pill').click();
  await overlay.locator('section.card').waitFor();
  await shoot(page, '2-list-card');

  await page.goto(urlOf('salesforce', 'record', atRisk));
  await overlay.locator('button.pill').waitFor();
  await inBoth(page, '3-deal-pill');
  await overlay.locator('button.pill').click();
  await overlay.locator('section.card').waitFor();
  await inBoth(page, '4-deal-card');
  await overlay.locator('details[data-part="why"] > summary').click();
  await overlay.locator('details[data-part="why"] details > summary').first().click();
  await shoot(page, '5-deal-why');

  const popup = await openPopupFor(extension, page);
  await inBoth(popup, '6-popup-deal');
  await popup.close();

  await page.goto(urlOf('salesforce', 'record', healthy));
  await overlay.locator('section.card').waitFor();
  await shoot(page, '7-deal-healthy');

  await page.goto(urlOf('salesforce', 'list'));
  await page.locator('tr[data-row-key-value]').first().waitFor();
  const today = await openPopupFor(extension, page);
  await inBoth(today, '8-popup-today');
  await today.close();

  const board = await extension.context.newPage();
  await board.goto(urlOf('pipedrive', 'board'));
  await board.locator('[data-test="pipeline-deal-tile"]').first().waitFor();
  await shoot(board, '9-board');

  const welcome = await extension.openPage('welcome.html');
  await welcome.setViewportSize({ width: 1100, height: 900 });
  await welcome.locator('main').waitFor();
  await inBoth(welcome, '10-welcome');

  const goal = await extension.openPage('dashboard.html#today');
  await goal.getByLabel(/^Goal/).first().fill('1.9m');
  await goal.getByRole('button', { name: 'Set goal' }).first().click();
  await goal.getByLabel(/^Goal/).first().waitFor({ state: 'detached' });
  await goal.close();
  for (const [at, { id, title }] of TABS.entries()) {
    const desk = await extension.openPage(`dashboard.html#${id}`);
    await desk.setViewportSize({ width: 1280, height: 960 });
    await desk.getByRole('heading', { name: title, level: 1 }).waitFor();
    await desk.waitForFunction(() => {
      const text = document.querySelector('main')?.innerText ?? '';
      return text.length > 60 && !text.includes('One moment.');
    });
    await inBoth(desk, `${11 + at}-dashboard-${id}`);
    if (id === 'snapshots') {
      // Weeks that nobody froze come first, one by one.
      await desk.locator('.snapshots > .panel').first().waitFor();
      await desk.getByText(/^Freezing /).waitFor({ state: 'detached', timeout: 120_000 });
      // The draft where one stands ready, else the last week.
      await desk.locator('.snapshots a').first().click();
      const sheet = desk.locator('.sheet-frame article.sheet');
      await sheet.waitFor();
      const call = desk.getByLabel(/^Your call/);
      if (await call.isVisible()) {
        const said: [string, string][] = [
          ['Why', 'Their board meets a week later'],
          ['Action', 'Ask for the agenda, and who presents it'],
          ['Who', 'Dana Whitfield'],
          ['By', new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)],
        ];
        for (const [label, text] of said) {
          await desk.getByLabel(label, { exact: true }).first().fill(text);
          await desk.getByLabel(label, { exact: true }).first().blur();
        }
        await call.fill('1.75m');
        await call.blur();
        await sheet
          .getByText(/^Q\d call/)
          .first()
          .waitFor();
        await sheet.getByText('Their board').first().waitFor();
      }
      await inBoth(desk, `${11 + TABS.length}-dashboard-draft`);
      await sheet.screenshot({ path: join(folder, 'snapshot.png'), animations: 'disabled' });
      console.log('  snapshot.png');
    }
    await desk.close();
  }
}
