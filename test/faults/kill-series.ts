/** The whole browser killed again and again while edits are recorded, on one profile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import type { Rows } from '../browser/seed.ts';
import { expect, overlay, storedRows, todaysTeam } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { createDemoCrm } from '../sim/crm/demo-crm.ts';
import { randomOf } from '../sim/team/random.ts';
import { createEditStream } from './edit-stream.ts';
import { killBrowser } from './kill-browser.ts';
import { placesMissingIn, problemsIn } from './stored-problems.ts';

/**
 * After each kill everything that a card had shown must be on record, and the rows must not contradict each other.
 * Prints its counts.
 */
export async function killSeries({ kills, seed }: { kills: number; seed: number }): Promise<void> {
  const random = randomOf(seed, 'kills');
  const demo = createDemoCrm({ team: todaysTeam(), late: 'off' });
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const stream = createEditStream(demo, deal.id, random);
  const profile = mkdtempSync(join(tmpdir(), 'sideline-kills-'));

  const check = async (extension: Extension): Promise<Rows> => {
    const rows = await storedRows(extension);
    expect(stream.lostFrom(rows)).toEqual([]);
    expect(placesMissingIn(rows)).toEqual([]);
    expect(problemsIn(rows)).toEqual([]);
    expect(rows.deals).toHaveLength(1);
    return rows;
  };
  const editAndKill = async (extension: Extension): Promise<void> => {
    await routeDemo(extension.context, demo);
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'record', deal));
    await expect(overlay(page).pill).toBeVisible();
    if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
    const edits = random.whole(2, 5);
    for (let edit = 1; edit <= edits; edit++) {
      const step = await stream.next(page);
      if (edit === edits && random.chance(0.5)) await page.waitForTimeout(random.whole(0, 150));
      else await stream.awaitShown(page, step, 1_500);
    }
    await killBrowser(extension);
  };

  try {
    for (let kill = 0; kill < kills; kill++) {
      const extension = await startExtension({ profile });
      if (kill > 0) await check(extension);
      await editAndKill(extension);
    }
    const extension = await startExtension({ profile });
    const rows = await check(extension);
    await extension.close();
    // A series in which hardly anything was acknowledged would prove nothing.
    expect(stream.acknowledged.size).toBeGreaterThan(kills);
    console.log(
      `browser kills: ${kills} kills, ${stream.edits()} edits, ${stream.acknowledged.size} acknowledged, 0 lost, ${rows.changes?.length} changes; seed ${seed}`,
    );
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
