import { join } from 'node:path';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import type { Rows } from '../browser/seed.ts';
import { expect, overlay, storedRows, test } from '../e2e/harness.ts';
import { createEditStream } from '../faults/edit-stream.ts';
import { killBrowser } from '../faults/kill-browser.ts';
import { mountSmallDisk, type SmallDisk } from '../faults/small-disk.ts';
import { placesMissingIn, problemsIn } from '../faults/stored-problems.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { randomOf } from '../sim/team/random.ts';
import { runSeed } from './seed.ts';

const SENTENCE = 'The disk is full, so nothing new is recorded.';
const ROUNDS = 3;
/** Edits of a round on a disk with room, and on a full one. */
const EDITS = 5;
const GROWING: readonly string[] = ['changes', 'sightings', 'deals', 'aliases'];

/** Rows are added and never taken away. */
function expectKept(before: Rows, after: Rows): void {
  for (const table of GROWING) expect(after[table]?.slice(0, before[table]?.length)).toEqual(before[table]);
}

test('a disk that is full indeed loses nothing, is told in the page, and recording goes on by itself', async ({
  demo,
}) => {
  const mounted = mountSmallDisk();
  if (typeof mounted === 'string') console.log(`small disk: skipped, ${mounted}`);
  test.skip(typeof mounted === 'string', String(mounted));
  const disk = mounted as SmallDisk;
  const seed = runSeed('small disk');
  const profile = join(disk.folder, 'profile');
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const stream = createEditStream(demo, deal.id, randomOf(seed, 'disk'));
  let [refused, said] = [0, 0];

  const open = async (extension: Extension) => {
    await routeDemo(extension.context, demo);
    const page = await extension.context.newPage();
    await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }));
    await expect(overlay(page).pill).toBeVisible();
    if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
    return page;
  };
  const check = async (extension: Extension): Promise<Rows> => {
    const rows = await storedRows(extension);
    expect(stream.lostFrom(rows)).toEqual([]);
    expect(problemsIn(rows)).toEqual([]);
    expect(placesMissingIn(rows)).toEqual([]);
    return rows;
  };

  try {
    let extension = await startExtension({ profile });
    let page = await open(extension);
    for (let round = 1; round <= ROUNDS; round++) {
      for (let edit = 0; edit < EDITS; edit++) await stream.awaitShown(page, await stream.next(page), 4_000);
      const before = await check(extension);
      expect(disk.fill()).toBeGreaterThan(0);
      for (let edit = 0; edit < EDITS; edit++) {
        // What Chromium throws away of its own is taken as well.
        disk.fill();
        if (!(await stream.awaitShown(page, await stream.next(page), 1_500))) refused++;
      }
      await expect(async () => {
        disk.fill();
        await stream.next(page);
        await expect(page.locator('sideline-overlay')).toContainText(SENTENCE, { timeout: 3_000 });
        said++;
      }).toPass({ timeout: 30_000 });

      if (round === ROUNDS) {
        // The end of a browser on a full disk.
        await killBrowser(extension);
        disk.free();
        extension = await startExtension({ profile });
        expectKept(before, await check(extension));
        page = await open(extension);
      } else disk.free();
      const last = await stream.next(page);
      expect(await stream.awaitShown(page, last, 30_000)).toBe(true);
      expectKept(before, await check(extension));
    }
    const rows = await storedRows(extension);
    await extension.close();
    const again = await startExtension({ profile });
    expect(await storedRows(again)).toEqual(rows);
    await again.close();
    expect(refused).toBeGreaterThan(ROUNDS);
    console.log(
      `small disk: full ${ROUNDS} times, told ${said} times, ${stream.edits()} edits, ${refused} refused, ${stream.acknowledged.size} acknowledged, 0 lost, ${rows.changes?.length} changes; seed ${seed}`,
    );
  } finally {
    disk.unmount();
  }
});
