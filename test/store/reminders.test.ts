import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { DealPromise } from '../../lib/deal/promise.ts';
import { DEFAULT_REMINDERS, EMPTY_LOG } from '../../lib/deal/reminder.ts';
import { courierLine } from '../../lib/process/courier-line.ts';
import { openReminders } from '../../lib/store/reminders.ts';
import { tableInDisorder } from '../../lib/store/row-checks.ts';
import { dealReading, MONDAY, reading, type Said } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const NINE = MONDAY;

/** A store with these deals on record, by their record ids. */
async function withDeals(deals: Record<string, Said>) {
  const name = freshName();
  const store = openTab(name);
  const ids: Record<string, string> = {};
  for (const [recordId, said] of Object.entries(deals)) {
    const fields = { name: `Deal ${recordId}`, owner: 'Kim Olsen', outcome: 'open' as const, ...said };
    const url = `https://larkfield.example.com/deal/${recordId}`;
    const { deals: recorded } = await store.recordReading(
      reading({ url, deals: [dealReading(fields, recordId)] }),
      NINE,
    );
    ids[recordId] = recorded[0] ?? '';
  }
  return { name, store, ids };
}

const promiseOn = (deal: string, more: Partial<DealPromise> = {}): DealPromise => ({
  id: `p-${deal}`,
  deal,
  what: 'Send the prices',
  who: 'We',
  side: 'ours',
  by: '2026-11-25',
  proof: null,
  madeAt: NINE,
  movedFrom: [],
  settled: null,
  ...more,
});

it('before anything was set the defaults hold, and nothing was shown', async () => {
  expect(await openTab(freshName()).reminders()).toEqual({ settings: DEFAULT_REMINDERS, log: EMPTY_LOG });
});

it('what a page sets the background reads, and times that are none are refused', async () => {
  const name = freshName();
  const page = openReminders(name);
  const settings = { ...DEFAULT_REMINDERS, digestAt: '07:45', notifications: true };
  await page.writeSettings(settings);
  await expect(page.writeSettings({ ...settings, quietTo: '25:00' })).rejects.toMatchObject({ code: 'invalid' });
  expect((await openTab(name).reminders()).settings).toEqual(settings);
  page.close();
});

it('times that are not understood are the usual ones', async () => {
  const name = freshName();
  const db = openTables(name);
  await db.settings.put({ key: 'reminders', value: { ...DEFAULT_REMINDERS, digestAt: 830 } });
  expect(await openTab(name).reminders()).toEqual({ settings: DEFAULT_REMINDERS, log: EMPTY_LOG });
});

it('two that write what was shown keep both', async () => {
  const name = freshName();
  const [left, right] = [openTab(name), openTab(name)];
  await Promise.all([
    left.changeReminderLog((log) => ({ ...log, quiet: { ...log.quiet, a: '2026-11-25' } })),
    right.changeReminderLog((log) => ({ ...log, rung: { ...log.rung, b: NINE } })),
  ]);
  expect((await left.reminders()).log).toEqual({ digest: null, quiet: { a: '2026-11-25' }, rung: { b: NINE } });
});

it('an alarm moves with its promise, at the same time of the day', async () => {
  const { name, store, ids } = await withDeals({ a: {} });
  const deal = ids.a ?? '';
  await store.putPromise(promiseOn(deal));
  const page = openReminders(name);
  const wall = (day: string) => new Date(`${day}T14:30:00`).getTime();
  await page.setAlarm(deal, `p-${deal}`, wall('2026-11-25'));
  await store.movePromise(deal, `p-${deal}`, '2027-04-08');
  const [promise] = (await store.loadHistory(deal))?.promises ?? [];
  expect(promise).toMatchObject({ by: '2027-04-08', movedFrom: ['2026-11-25'], remindAt: wall('2027-04-08') });
  await page.setAlarm(deal, `p-${deal}`, null);
  expect((await store.loadHistory(deal))?.promises[0]?.remindAt).toBeNull();
  await expect(page.setAlarm(deal, 'other', NINE)).rejects.toMatchObject({ code: 'invalid' });
  page.close();
});

it('a promise without an alarm is in order as it always was, one with a broken alarm is not', async () => {
  const { name, store, ids } = await withDeals({ a: {} });
  await store.putPromise(promiseOn(ids.a ?? ''));
  const db = openTables(name);
  expect(await tableInDisorder(db)).toBeNull();
  for (const [remindAt, found] of [
    [NINE, null],
    [null, null],
    ['soon', 'promises'],
    [1e300, 'promises'],
  ] as const) {
    await db.promises.put(promiseOn(ids.a ?? '', { remindAt: remindAt as number }));
    expect(await tableInDisorder(db)).toBe(found);
  }
});

it('finds the deals that may hold a step of the user, and no others', async () => {
  const line = courierLine({ what: 'Ring them', who: 'Kim Olsen', side: 'ours', by: '2026-11-25', proof: null });
  const { store, ids } = await withDeals({
    own: { owner: 'Olsen, Kim' },
    lost: { outcome: 'lost' },
    other: { owner: 'Joss Hale', nextStep: 'Call' },
    named: { owner: 'Joss Hale', nextStep: line },
    promised: { owner: 'Joss Hale' },
    settled: { owner: 'Joss Hale' },
  });
  await store.putPromise(promiseOn(ids.promised ?? ''));
  await store.putPromise(promiseOn(ids.settled ?? '', { settled: { as: 'kept', at: NINE, reason: null } }));
  const wanted = [ids.own, ids.named, ids.promised].sort();
  expect((await store.stepDeals(['Kim Olsen'])).sort()).toEqual(wanted);
  expect(await store.stepDeals([])).toEqual([ids.promised]);
});
