import { foldRows } from '../../lib/history/fold.ts';
import type { Change } from '../../lib/history/types.ts';
import { expect, overlay, test } from '../e2e/harness.ts';
import { createEditStream, refresh, storedSteps } from '../faults/edit-stream.ts';
import { placesMissingIn, problemsIn } from '../faults/stored-problems.ts';
import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { randomOf } from '../sim/team/random.ts';
import { runSeed } from './seed.ts';

const EDITS = 40;
/** Each page's own parts come at once, so that both tabs read in the same moment. */
const CALM = { late: 'off', torn: 'off' };

test('two tabs that say the same of one deal in the same moment leave it once', async ({ extension, demo, stored }) => {
  const seed = runSeed('same readings');
  const random = randomOf(seed, 'same');
  const deal = demo.find(demo.team.showcase.healthy.id);
  const tabs = await Promise.all([extension.context.newPage(), extension.context.newPage()]);
  const [left, right] = tabs;
  // From the very first look on: both meet a deal that nobody knows.
  await Promise.all(tabs.map((page) => page.goto(urlOf('salesforce', 'record', deal, CALM))));
  for (const page of tabs) await expect(overlay(page).pill).toBeVisible();
  for (const page of tabs) if ((await overlay(page).card.count()) === 0) await overlay(page).pill.click();
  const stream = createEditStream(demo, deal.id, random);
  let stops = 0;
  for (let edit = 0; edit < EDITS; edit++) {
    const step = await stream.next(...tabs);
    if (random.chance(0.3)) {
      await left.waitForTimeout(random.whole(0, 130));
      await extension.stopWorker();
      stops++;
    }
    const patience = random.whole(50, 1_200);
    await Promise.all(tabs.map((page) => stream.awaitShown(page, step, patience)));
  }
  const last = await stream.next(...tabs);
  for (const page of [left, right]) expect(await stream.awaitShown(page, last, 20_000)).toBe(true);

  const rows = await stored();
  expect(stream.lostFrom(rows)).toEqual([]);
  expect(problemsIn(rows)).toEqual([]);
  expect(placesMissingIn(rows)).toEqual([]);
  expect(rows.deals).toHaveLength(1);
  // What both say is one change, dated by the one that said it first. A tab that is behind may say the step before again.
  const told = foldRows({ changes: rows.changes as Change[], sightings: [] }).changes.filter(
    ({ field }) => field === 'nextStep',
  );
  expect(told.length - storedSteps(rows).size).toBeLessThanOrEqual(EDITS / 10);
  expect(stream.acknowledged.size).toBeGreaterThan(EDITS / 10);
  console.log(
    `same readings: 2 tabs, ${stream.edits()} edits, ${stops} stops, ${stream.acknowledged.size} acknowledged, 0 lost, ${rows.changes?.length} changes; seed ${seed}`,
  );
});

test('a list and a record that are read in the same moment keep one history of each deal', async ({
  extension,
  demo,
  stored,
}) => {
  const seed = runSeed('list and record');
  const random = randomOf(seed, 'list');
  const open = demo.deals.filter(({ outcome }) => outcome === 'open');
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const others = open.filter(({ id }) => id !== deal.id).slice(0, 8);
  const [record, list] = await Promise.all([extension.context.newPage(), extension.context.newPage()]);
  await Promise.all([
    record.goto(urlOf('hubspot', 'record', deal, CALM)),
    list.goto(urlOf('hubspot', 'list', undefined, CALM)),
  ]);
  for (const page of [record, list]) await expect(overlay(page).pill).toBeVisible();
  if ((await overlay(record).card.count()) === 0) await overlay(record).pill.click();
  const stream = createEditStream(demo, deal.id, random);
  let stops = 0;
  for (let edit = 0; edit < EDITS; edit++) {
    for (const other of others) if (random.chance(0.4)) demo.edit(other.id, { amount: 1_000 * random.whole(10, 400) });
    const step = await stream.next(record, list);
    if (random.chance(0.3)) {
      await record.waitForTimeout(random.whole(0, 130));
      await extension.stopWorker();
      stops++;
    }
    await stream.awaitShown(record, step, random.whole(50, 1_200));
  }
  for (const [at, other] of others.entries()) demo.edit(other.id, { amount: 7_000 + at });
  const last = await stream.next(record, list);
  expect(await stream.awaitShown(record, last, 20_000)).toBe(true);
  const amounts = async () => {
    const rows = await stored();
    const dealOf = new Map(
      (rows.aliases as { recordId: string; deal: string }[]).map((row) => [row.recordId, row.deal]),
    );
    const states = new Map(
      (rows.states as { deal: string; fields: { amount?: { value: { minor: number } } } }[]).map((row) => [
        row.deal,
        row,
      ]),
    );
    return others.map(
      (other) => states.get(dealOf.get(recordIdOf('hubspot', other)) ?? '')?.fields.amount?.value.minor,
    );
  };
  await expect.poll(amounts, { timeout: 20_000 }).toEqual(others.map((_, at) => 100 * (7_000 + at)));
  await refresh(list);

  const rows = await stored();
  expect(stream.lostFrom(rows)).toEqual([]);
  expect(problemsIn(rows)).toEqual([]);
  expect(placesMissingIn(rows)).toEqual([]);
  expect(rows.deals?.length).toBeGreaterThan(others.length);
  expect(stream.acknowledged.size).toBeGreaterThan(EDITS / 10);
  console.log(
    `list and record: ${stream.edits()} edits, ${stops} stops, ${stream.acknowledged.size} acknowledged, 0 lost, ${rows.deals?.length} deals, ${rows.changes?.length} changes; seed ${seed}`,
  );
});
