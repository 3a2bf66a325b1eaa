import { expect, overlay, test } from '../e2e/harness.ts';
import { createEditStream, refresh, storedSteps } from '../faults/edit-stream.ts';
import { stopSeries } from '../faults/stop-series.ts';
import { problemsIn } from '../faults/stored-problems.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { randomOf } from '../sim/team/random.ts';
import { runSeed } from './seed.ts';
import { rounds } from './series.ts';

const STOPS = rounds(500);
const OPENINGS = rounds(15);
const TWO_TABS_EDITS = rounds(40);

test(`a worker that is stopped ${STOPS} times at any moment loses nothing that the card showed`, async ({
  extension,
  demo,
  complaints,
}) => {
  test.setTimeout(30 * 60_000);
  await stopSeries({ extension, demo }, { stops: STOPS, seed: runSeed('worker stops') });
  expect(complaints).toEqual([]);
});

test('a page that opens while the worker is stopped gets its card all the same', async ({
  extension,
  demo,
  stored,
}) => {
  const seed = runSeed('openings');
  const random = randomOf(seed, 'openings');
  const deals = demo.deals.filter(({ outcome }) => outcome === 'open').slice(0, OPENINGS);
  const page = await extension.context.newPage();
  for (const deal of deals) {
    await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }), { waitUntil: 'commit' });
    for (let stop = 0; stop < 3; stop++) {
      await page.waitForTimeout(random.whole(0, 150));
      await extension.stopWorker();
    }
    await expect(overlay(page).pill).toBeVisible({ timeout: 20_000 });
  }
  const rows = await stored();
  expect(rows.deals).toHaveLength(OPENINGS);
  expect(problemsIn(rows)).toEqual([]);
  console.log(`openings: ${OPENINGS} pages opened under ${3 * OPENINGS} stops; seed ${seed}`);
});

test('two tabs on one deal, edited and stopped under both, keep one history', async ({ extension, demo, stored }) => {
  const seed = runSeed('two tabs');
  const random = randomOf(seed, 'tabs');
  const deal = demo.find(demo.team.showcase.healthy.id);
  const tabs = await Promise.all([extension.context.newPage(), extension.context.newPage()]);
  await Promise.all(tabs.map((page) => page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }))));
  for (const page of tabs) await expect(overlay(page).pill).toBeVisible();
  if ((await overlay(tabs[0]).card.count()) === 0) await overlay(tabs[0]).pill.click();
  const stream = createEditStream(demo, deal.id, random);
  for (let edit = 0; edit < TWO_TABS_EDITS; edit++) {
    const step = await stream.next(tabs[0]);
    if (random.chance(0.6)) await refresh(tabs[1]);
    if (random.chance(0.3)) await extension.stopWorker();
    if (random.chance(0.7)) await stream.awaitShown(tabs[0], step, random.whole(50, 900));
  }
  const last = await stream.next(tabs[0]);
  await refresh(tabs[1]);
  expect(await stream.awaitShown(tabs[0], last, 20_000)).toBe(true);
  await expect.poll(async () => (await stored()).changes?.length).toBeGreaterThan(TWO_TABS_EDITS / 4);

  const rows = await stored();
  expect(stream.lostFrom(rows)).toEqual([]);
  expect(problemsIn(rows)).toEqual([]);
  expect(rows.deals).toHaveLength(1);
  console.log(
    `two tabs: ${stream.edits()} edits, ${stream.acknowledged.size} acknowledged, ${storedSteps(rows).size} stored; seed ${seed}`,
  );
});
