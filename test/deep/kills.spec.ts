import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { getRows, type Rows } from '../browser/seed.ts';
import { overlay, todaysTeam } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { randomOf } from '../sim/team/random.ts';
import { createEditStream, storedSteps } from './edit-stream.ts';
import { runSeed } from './seed.ts';
import { problemsIn } from './stored-problems.ts';

const KILLS = 10;

/** Ends the browser's own process at once, as a crash or a pulled plug would. */
async function killBrowser({ context }: Extension): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is gone.');
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not name its process.');
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(main.id, 'SIGKILL');
  await gone;
}

async function readStored(extension: Extension): Promise<Rows> {
  const page = await extension.openPage('popup.html');
  await page.locator('main').waitFor();
  const rows = await getRows(page);
  await page.close();
  return rows;
}

test('a browser that is killed ten times keeps all that its cards had shown', async () => {
  const seed = runSeed('browser kills');
  const random = randomOf(seed, 'kills');
  const demo = createDemoCrm({ team: todaysTeam(), late: 'off' });
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const stream = createEditStream(demo, deal.id, random);
  const profile = mkdtempSync(join(tmpdir(), 'sideline-kills-'));
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      const extension = await startExtension({ profile });
      const before = kill > 0 ? await readStored(extension) : null;
      if (before) {
        const steps = storedSteps(before);
        expect([...stream.acknowledged].filter((step) => !steps.has(step))).toEqual([]);
        expect(problemsIn(before)).toEqual([]);
        expect(before.deals).toHaveLength(1);
      }
      if (kill === KILLS) {
        console.log(
          `browser kills: ${KILLS} kills, ${stream.edits()} edits, ${stream.acknowledged.size} acknowledged, ${before?.changes?.length} changes; seed ${seed}`,
        );
        await extension.close();
        break;
      }
      await routeDemo(extension.context, demo);
      const page = await extension.context.newPage();
      await page.goto(urlOf('salesforce', 'record', deal));
      await expect(overlay(page).pill).toBeVisible();
      if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
      const edits = random.whole(2, 6);
      for (let edit = 0; edit < edits; edit++) {
        const step = await stream.next(page);
        if (edit === edits - 1 && random.chance(0.5)) await page.waitForTimeout(random.whole(0, 150));
        else await stream.awaitShown(page, step, 1_500);
      }
      await killBrowser(extension);
    }
    expect(stream.acknowledged.size).toBeGreaterThan(KILLS);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
