import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addDays, dayInZone } from '../../lib/deal/day.ts';
import { askAs } from '../browser/ask.ts';
import type { Extension } from '../browser/extension.ts';
import { openPopupFor } from '../browser/popup.ts';
import { putRows, type Rows } from '../browser/seed.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, test, timeZone } from './harness.ts';

// A night would not have been quiet enough to tell: every day is worked here, from its first minute to its last.
const ALWAYS = {
  digest: true,
  digestAt: '00:00',
  quietFrom: '00:00',
  quietTo: '00:00',
  notifications: true,
  morning: '00:00',
};
const EVERY_DAY = { version: 1, role: 'rep', calendar: { workdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] } };
const today = () => dayInZone(Date.now(), timeZone);

type Promised = { id: string; what: string; by: string; remindAt?: number };

/** Promises of ours on the one deal on record; what is set is as above. */
async function promise(
  extension: Extension,
  rows: Rows,
  promises: readonly Promised[],
  settings = ALWAYS,
): Promise<void> {
  const deal = (rows.deals as { id: string }[])[0]?.id;
  const common = {
    deal,
    who: 'We',
    side: 'ours',
    proof: null,
    madeAt: Date.now() - 60_000,
    movedFrom: [],
    settled: null,
  };
  const page = await extension.openPage('manifest.json');
  await putRows(page, {
    settings: [
      { key: 'settings', value: EVERY_DAY },
      { key: 'reminders', value: settings },
    ],
    promises: promises.map((one) => ({ ...common, ...one })),
  });
  await page.close();
}

/** What the browser shows, told by a page of ours: the worker may be stopped. */
async function shown(page: Page): Promise<{ badge: string; notifications: string[] }> {
  return page.evaluate(async () => ({
    badge: await chrome.action.getBadgeText({}),
    notifications: Object.keys(await new Promise<object>((resolve) => chrome.notifications.getAll(resolve))),
  }));
}

async function dismiss(page: Page): Promise<void> {
  for (const id of (await shown(page)).notifications) await page.evaluate((one) => chrome.notifications.clear(one), id);
}

const remind = (extension: Extension) => askAs(extension, 'reminders.changed', {});

test('a step that is due shows on the icon and in one digest, however often the worker is stopped', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  await promise(extension, await stored(), [
    { id: 'p1', what: 'Send the prices', by: today() },
    { id: 'p2', what: 'Ring their sponsor', by: addDays(today(), -1) },
    { id: 'p3', what: 'Plan the visit', by: addDays(today(), 3) },
  ]);
  const page = await extension.openPage('popup.html');
  await remind(extension);
  expect(await shown(page)).toEqual({ badge: '2', notifications: ['remind'] });
  await dismiss(page);
  await remind(extension);
  await extension.stopWorker();
  await remind(extension);
  expect(await shown(page)).toEqual({ badge: '2', notifications: [] });
  // It has asked the browser to be woken again.
  expect(await page.evaluate(() => chrome.alarms.get('remind'))).toMatchObject({ name: 'remind' });
});

test('an alarm rings at its time, though the worker was stopped between', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  const remindAt = Date.now() + 12_000;
  const ringing = { id: 'p1', what: 'Send the prices', by: today(), remindAt };
  await promise(extension, await stored(), [ringing], { ...ALWAYS, digest: false });
  const page = await extension.openPage('manifest.json');
  await remind(extension);
  expect(await shown(page)).toEqual({ badge: '1', notifications: [] });
  await extension.stopWorker();
  await expect.poll(async () => (await shown(page)).notifications, { timeout: 60_000 }).toHaveLength(1);
  expect(Date.now()).toBeGreaterThanOrEqual(remindAt);
  await dismiss(page);
  await remind(extension);
  expect((await shown(page)).notifications).toEqual([]);
});

test('a click on what the browser shows settles the step, puts it off or opens its deal', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  await promise(extension, await stored(), [{ id: 'p1', what: 'Send the prices', by: today() }]);
  const page = await extension.openPage('manifest.json');
  await remind(extension);
  const [id = ''] = (await shown(page)).notifications;
  // Nobody can click it here: the browser's own event is sent as if somebody had.
  const click = async (event: 'onClicked' | 'onButtonClicked', ...said: unknown[]) => {
    const worker = await extension.worker();
    await worker.evaluate(
      ([event, said]) =>
        (chrome.notifications[event] as unknown as { dispatch(...said: unknown[]): void }).dispatch(...said),
      [event, [id, ...said]] as const,
    );
  };
  const [crm] = await Promise.all([extension.context.waitForEvent('page'), click('onClicked')]);
  await expect.poll(() => crm.url()).toBe((await stored()).deals?.map((deal) => (deal as { url: string }).url)[0]);
  expect((await shown(page)).notifications).toEqual([]);
  await click('onButtonClicked', 1);
  await expect.poll(async () => (await shown(page)).badge).toBe('');
  expect((await stored()).promises).toMatchObject([{ settled: null }]);
  await click('onButtonClicked', 0);
  await expect.poll(async () => (await stored()).promises).toMatchObject([{ settled: { as: 'kept' } }]);
});

test('the popup shows the steps of the day, and what is done there shows on the icon', async ({
  extension,
  demo,
  withHistory,
  stored,
}) => {
  await withHistory('salesforce', demo.team.showcase.atRisk);
  const names = ['Send the prices', 'Ring their sponsor', 'Plan the visit', 'Ask for the list'];
  await promise(
    extension,
    await stored(),
    names.map((what, n) => ({ id: `p${n}`, what, by: today() })),
  );
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list'));
  const popup = await openPopupFor(extension, page);
  const steps = popup.locator('[data-part="steps"]');
  await expect(steps.locator('li')).toHaveCount(4);
  const press = (name: string) => steps.getByRole('button', { name, exact: true }).click();

  await press('Done: Send the prices');
  await expect(steps.locator('li')).toHaveCount(3);
  await press('Tomorrow: Ring their sponsor');
  await expect(steps.locator('li')).toHaveCount(2);
  await expect.poll(async () => (await shown(popup)).badge).toBe('2');

  await press('More: Plan the visit');
  await steps.getByLabel('Alarm on its day').fill('23:59');
  await press('Set');
  await expect(steps.locator('li', { hasText: 'Plan the visit' })).toContainText(/today, /);
  const [download] = await Promise.all([popup.waitForEvent('download'), press('Calendar file: Plan the visit')]);
  const file = readFileSync((await download.path()) ?? '', 'utf8');
  expect(download.suggestedFilename()).toBe(`step-${today()}.ics`);
  expect(file).toContain('SUMMARY:Plan the visit\r\n');
  expect(file).toContain('BEGIN:VALARM');

  await press('More: Ask for the list');
  const item = steps.locator('li', { hasText: 'Ask for the list' });
  await item.getByLabel('Another day').fill(addDays(today(), 2));
  await item.getByRole('button', { name: 'Move' }).click();
  await expect(steps).toContainText('Coming');
  await expect.poll(async () => (await shown(popup)).badge).toBe('1');
  const rows = (await stored()).promises as { id: string; settled: unknown; remindAt?: number; movedFrom: string[] }[];
  expect(rows).toMatchObject([
    { id: 'p0', settled: { as: 'kept' } },
    { id: 'p1', settled: null },
    { id: 'p2', remindAt: new Date(`${today()}T23:59:00`).getTime() },
    { id: 'p3', movedFrom: [today()] },
  ]);
});

test('the options say when to remind, and keep it', async ({ extension, complaints }) => {
  const page = await extension.openPage('options.html');
  const section = page.getByRole('region', { name: 'Reminders', exact: true });
  await section.getByLabel('The digest comes at').fill('07:15');
  await section.getByRole('button', { name: 'Keep this' }).click();
  await expect.poll(() => page.evaluate(() => document.querySelector('main')?.textContent)).toContain('Reminders');
  await section.getByRole('button', { name: 'Show no notifications' }).click();
  await expect(section).toContainText('The browser shows nothing by itself');
  await page.reload();
  await expect(section.getByLabel('The digest comes at')).toHaveValue('07:15');
  await expect(section.getByRole('button', { name: 'Let the browser show them' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on the deal itself an own promise gets an alarm, is put off, and goes into the calendar', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  const deal = demo.team.showcase.atRisk;
  await withHistory('salesforce', deal);
  await promise(extension, await stored(), [{ id: 'p0', what: 'Send the prices', by: today() }]);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.find(deal.id)));
  const popup = await openPopupFor(extension, page);
  const item = popup.locator('li.promise', { hasText: 'Send the prices' });
  const remind = () => item.locator('[data-part="remind"] summary').click();
  await remind();
  await item.getByLabel('Alarm on its day').fill('23:59');
  await item.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(item.locator('[data-part="remind"] summary')).toHaveText('Alarm set');
  const file = item.getByRole('button', { name: 'Calendar file: Send the prices' });
  const [download] = await Promise.all([popup.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe(`step-${today()}.ics`);
  await item.getByRole('button', { name: 'Tomorrow: Send the prices' }).click();
  await expect(item).toContainText('Put off until the next working day.');
  await expect.poll(async () => (await shown(popup)).badge).toBe('');
  const [row] = (await stored()).promises as { remindAt?: number; settled: unknown }[];
  expect(row).toMatchObject({ remindAt: new Date(`${today()}T23:59:00`).getTime(), settled: null });
  expect(complaints).toEqual([]);
});
