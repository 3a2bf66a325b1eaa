import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, type StoredChange, test } from './harness.ts';

/** Tabs side by side: most of a page's time is waiting. */
const TABS = 3;

const pwned = (page: import('@playwright/test').Page) => page.evaluate(() => '__pwned' in window);

for (const crm of ['salesforce', 'hubspot', 'pipedrive', 'dynamics', 'odoo', 'tryton'] as const) {
  test(`${crm}: hostile names, a megabyte of text and nonsense amounts harm neither the page nor the record`, async ({
    extension,
    demo,
    stored,
    complaints,
  }) => {
    const deals = demo.addHostile();
    const uncaught: string[] = [];
    const open = async () => {
      const page = await extension.context.newPage();
      page.on('pageerror', (error) => uncaught.push(String(error)));
      return page;
    };
    const left = [...deals];
    await Promise.all(
      Array.from({ length: TABS }, async () => {
        const tab = await open();
        for (let deal = left.pop(); deal; deal = left.pop()) {
          await tab.goto(urlOf(crm, 'record', deal, { late: 'off', torn: 'off' }));
          await tab.waitForTimeout(600);
          expect(await pwned(tab)).toBe(false);
        }
      }),
    );
    const page = await open();
    await page.goto(urlOf(crm, 'record', deals[0], { late: 'off', torn: 'off' }));
    const { pill, card } = overlay(page);
    await expect(pill).toBeVisible();
    await pill.click();
    await expect(card).toBeVisible();
    expect(await card.locator('img, script, iframe').count()).toBe(0);

    const rows = await stored();
    for (const { field, to } of rows.changes as StoredChange[]) {
      const text = JSON.stringify(to);
      expect(text.length, field).toBeLessThan(2_500);
      if (field === 'amount' && to !== null) expect(Number.isSafeInteger((to as { minor: number }).minor)).toBe(true);
      if (field === 'closeDate' && to !== null) expect(to).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    expect(uncaught).toEqual([]);
    expect(complaints.filter((line) => !line.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
  });
}

test('a page that changes a thousand times a second is read all the same', async ({ extension, demo }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { churn: 1000 }));
  await expect(overlay(page).pill).toBeVisible();
});

test('a quick view of a second deal over the first is not taken for the first', async ({ extension, demo, stored }) => {
  const deal = demo.team.showcase.atRisk;
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal, { forms: 'on', late: 'off' }));
  await page.waitForTimeout(2_500);
  const rows = await stored();
  const names = (rows.changes as StoredChange[]).filter(({ field }) => field === 'name').map(({ to }) => to);
  expect(names.every((name) => name === deal.name)).toBe(true);
});

test('an address without a record id, and a page in a closed shadow root, store nothing', async ({
  extension,
  demo,
  stored,
  complaints,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record'));
  await page.waitForTimeout(1_000);
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { closed: 'on' }));
  await page.waitForTimeout(1_500);
  await expect(overlay(page).pill).toHaveCount(0);
  expect((await stored()).deals).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a message that is not ours is refused and stores nothing', async ({ extension, demo, stored }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.healthy, { late: 'off' }));
  await expect(overlay(page).pill).toBeVisible();
  const before = (await stored()).changes?.length;

  // A page cannot reach the extension at all, and an own page may not speak for a web page.
  const fromPage = await page.evaluate(
    (id) =>
      new Promise((resolve) => {
        const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: (...words: unknown[]) => void } } })
          .chrome?.runtime;
        if (!runtime?.sendMessage) return resolve('unreachable');
        runtime.sendMessage(id, { name: 'reading.record', data: {} }, () => resolve('answered'));
      }),
    extension.id,
  );
  expect(fromPage).toBe('unreachable');

  const popup = await extension.openPage('popup.html');
  const replies = await popup.evaluate(async () => {
    const send = (name: string, data: unknown) =>
      chrome.runtime.sendMessage({ name, data }).then((reply) => reply?.code);
    return [
      await send('reading.record', { reading: { id: 'x' }, overlay: false }),
      await send('promise.make', {
        deal: 'd',
        what: 'x'.repeat(10_000),
        who: '',
        side: 'ours',
        by: '2026-02-31',
        proof: null,
      }),
      await send('settings.change', { role: 'owner' }),
    ];
  });
  expect(replies).toEqual(['wrong-sender', 'invalid-message', 'invalid-message']);
  expect((await stored()).changes?.length).toBe(before);
});
