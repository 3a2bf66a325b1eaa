/** The background worker stopped again and again, at any moment of a stream of readings. */
import type { Extension } from '../browser/extension.ts';
import { getRows, type Rows } from '../browser/seed.ts';
import { expect, fieldsOf, overlay } from '../e2e/harness.ts';
import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import { randomOf } from '../sim/team/random.ts';
import { createEditStream, storedSteps } from './edit-stream.ts';
import { placesMissingIn, problemsIn } from './stored-problems.ts';

/** What `problemsIn` does with n rows takes n² steps: so often in a series, and at its end. */
const FULL_LOOKS = 20;

/**
 * After each stop everything that a card had shown must be on record; now and then, and at the end, the rows must not
 * contradict each other. Prints its counts.
 */
export async function stopSeries(
  { extension, demo }: { extension: Extension; demo: DemoCrm },
  { stops, seed }: { stops: number; seed: number },
): Promise<void> {
  const random = randomOf(seed, 'stops');
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }));
  await overlay(page).pill.click();
  // Stays open beside the CRM's page: it runs nothing of ours and looks at the database alone.
  const own = await extension.openPage('manifest.json');
  await page.bringToFront();

  const stream = createEditStream(demo, deal.id, random);
  const check = async (isFull: boolean): Promise<Rows> => {
    const rows = await getRows(own);
    expect(stream.lostFrom(rows)).toEqual([]);
    expect(placesMissingIn(rows)).toEqual([]);
    if (isFull) expect(problemsIn(rows)).toEqual([]);
    return rows;
  };
  const fullEvery = Math.max(1, Math.floor(stops / FULL_LOOKS));
  for (let stop = 1; stop <= stops; stop++) {
    const step = await stream.next(page);
    await page.waitForTimeout(random.whole(0, 130));
    await extension.stopWorker();
    // Some edits follow at once, so that the worker is stopped while it starts.
    if (random.chance(0.6)) await stream.awaitShown(page, step, random.whole(100, 1_200));
    await check(stop % fullEvery === 0);
  }
  const last = await stream.next(page);
  expect(await stream.awaitShown(page, last, 20_000)).toBe(true);

  const rows = await check(true);
  expect(rows.deals).toHaveLength(1);
  expect(fieldsOf(rows, recordIdOf('salesforce', deal))).toMatchObject({
    nextStep: last,
    closeDate: deal.closeDate,
    amount: { minor: deal.amount * 100 },
  });
  // A series in which hardly anything was acknowledged would prove nothing.
  expect(stream.acknowledged.size).toBeGreaterThan(stops / 10);
  console.log(
    `worker stops: ${stops} stops, ${stream.edits()} edits, ${stream.acknowledged.size} acknowledged, 0 lost, ${storedSteps(rows).size} stored, ${rows.changes?.length} changes; seed ${seed}`,
  );
}
