import type { Extension } from '../browser/extension.ts';
import { expect, overlay, test } from '../e2e/harness.ts';
import { createEditStream, refresh } from '../faults/edit-stream.ts';
import { problemsIn } from '../faults/stored-problems.ts';
import { pathOf, urlOf } from '../sim/crm/addresses.ts';
import { randomOf } from '../sim/team/random.ts';

const SENTENCE = 'The disk is full, so nothing new is recorded.';

/** As the browser does it: reading goes on, every write is refused. Lasts as long as the worker lives. */
async function setDiskFull(extension: Extension, full: boolean): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate((isFull) => {
    type Write = 'put' | 'add';
    const scope = globalThis as { honest?: Record<Write, IDBObjectStore[Write]> };
    scope.honest ??= { put: IDBObjectStore.prototype.put, add: IDBObjectStore.prototype.add };
    const refuse = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
    for (const write of ['put', 'add'] as const) {
      IDBObjectStore.prototype[write] = isFull ? refuse : scope.honest[write];
    }
  }, full);
}

test('a full disk is told on the card, keeps what was there, and recording goes on by itself', async ({
  extension,
  demo,
  stored,
  complaints,
}) => {
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal, { late: 'off' }));
  const { pill, card } = overlay(page);
  await pill.click();
  const stream = createEditStream(demo, deal.id, randomOf(1, 'full'));
  expect(await stream.awaitShown(page, await stream.next(page), 8_000)).toBe(true);

  await setDiskFull(extension, true);
  const before = await stored();
  const lost = await stream.next(page);
  await expect(card).toContainText(SENTENCE);
  expect(await stored()).toEqual(before);

  await setDiskFull(extension, false);
  expect(await stream.awaitShown(page, lost, 20_000)).toBe(true);
  await expect(card).not.toContainText(SENTENCE);
  const rows = await stored();
  expect(problemsIn(rows)).toEqual([]);
  expect(stream.lostFrom(rows)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a deal that a full disk keeps off the record gets the sentence in place of a card, then its card', async ({
  extension,
  demo,
  stored,
}) => {
  const [first, second] = demo.deals.filter(({ outcome }) => outcome === 'open');
  const page = await extension.context.newPage();
  await page.goto(urlOf('hubspot', 'record', first, { late: 'off' }));
  await expect(overlay(page).pill).toBeVisible();
  await setDiskFull(extension, true);
  await page.evaluate(
    (href) => (window as unknown as { __sim: { go(href: string): void } }).__sim.go(href),
    pathOf('hubspot', 'record', second),
  );
  await expect(page.locator('sideline-overlay')).toContainText(SENTENCE);
  await expect(overlay(page).pill).toHaveCount(0);
  expect((await stored()).deals).toHaveLength(1);

  await setDiskFull(extension, false);
  await expect(overlay(page).pill).toBeVisible({ timeout: 20_000 });
  await refresh(page);
  const rows = await stored();
  expect(rows.deals).toHaveLength(2);
  expect(problemsIn(rows)).toEqual([]);
});
