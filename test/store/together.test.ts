import { expect, test } from 'vitest';
import { movesSince } from '../../lib/coaching/list-changes.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { addDays, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, HOUR, MONDAY, reading, type Said, usd } from '../deal/make-reading.ts';
import { freshName, openTab } from './open-test-store.ts';

const ROWS = 12;

const listAt = (at: number, said: (row: number) => Said, url = 'https://larkfield.example.com/deals') =>
  reading({
    page: 'list',
    url,
    at,
    deals: Array.from({ length: ROWS }, (_, row) => dealReading({ name: `Deal ${row}`, ...said(row) }, `r${row}`)),
    rows: { loaded: ROWS, total: ROWS },
    stages: ['Discovery', 'Proposal', 'Negotiation', 'Won', 'Lost'].map((label, order) => ({ id: null, label, order })),
  });

async function marksIn(store: Store, field: string) {
  const changes = (await store.loadHistories()).flatMap((history) => history.changes);
  return changes
    .filter((row) => row.field === field && row.from !== undefined)
    .map(({ together, display }) => (display ? 'display' : (together ?? 0)));
}

const before = (row: number): Said => ({
  owner: row < 7 ? 'Ana' : 'Ben',
  closeDate: addDays('2026-11-20', row),
  amount: usd(1_000 * (row + 1)),
  stage: { id: null, label: 'Negotiation', order: null },
});

async function edited(after: number, said: (row: number) => Said): Promise<Store> {
  const store = openTab(freshName());
  await store.recordReading(listAt(MONDAY, before), MONDAY);
  await store.recordReading(listAt(MONDAY + after, said), MONDAY + after);
  return store;
}

test('a territory handed over and dates moved by one act are known as such', async () => {
  const owners = await edited(DAY, (row) => ({ ...before(row), owner: 'Cem' }));
  expect((await marksIn(owners, 'owner')).sort()).toEqual([...Array(5).fill(5), ...Array(7).fill(7)]);
  const toOneDay = await edited(HOUR, (row) => ({
    ...before(row),
    closeDate: row < 8 ? '2026-12-31' : addDays('2026-11-20', row),
  }));
  expect(await marksIn(toOneDay, 'closeDate')).toEqual(Array(8).fill(8));
  const byDays = await edited(HOUR, (row) => ({ ...before(row), closeDate: addDays('2026-11-20', row + 30) }));
  expect(await marksIn(byDays, 'closeDate')).toEqual(Array(ROWS).fill(ROWS));
});

test('what happened one by one over a week is each deal’s own', async () => {
  const week = await edited(7 * DAY, (row) => ({ ...before(row), closeDate: '2026-12-31' }));
  expect(await marksIn(week, 'closeDate')).toEqual(Array(ROWS).fill(0));
  const few = await edited(HOUR, (row) => ({
    ...before(row),
    closeDate: row < 4 ? '2026-12-31' : addDays('2026-11-20', row),
  }));
  expect(await marksIn(few, 'closeDate')).toEqual(Array(4).fill(0));
});

test('another display currency is no cut, whenever it was chosen', async () => {
  const euros = await edited(7 * DAY, (row) => ({ ...before(row), amount: money(920 * (row + 1), 'EUR') }));
  expect(await marksIn(euros, 'amount')).toEqual(Array(ROWS).fill('display'));
  const two = await edited(7 * DAY, (row) => ({
    ...before(row),
    amount: row < 2 ? money(920, 'EUR') : usd(1_000 * (row + 1)),
  }));
  expect(await marksIn(two, 'amount')).toEqual([0, 0]);
});

test('what is gone from a view is found by the view that it stood in', async () => {
  const store = openTab(freshName());
  await store.recordReading(listAt(MONDAY, before), MONDAY);
  const shorter = { ...listAt(MONDAY + DAY, before), rows: { loaded: ROWS - 1, total: ROWS - 1 } };
  shorter.deals.length = ROWS - 1;
  await store.recordReading({ ...shorter, url: 'https://larkfield.example.com/other' }, MONDAY + DAY);
  const view = {
    crm: 'pipedrive',
    tenant: 'larkfield',
    page: 'list' as const,
    url: 'https://larkfield.example.com/deals',
  };
  expect(await store.goneFrom(view)).toBeNull();
  await store.recordReading({ ...shorter, id: 'again', at: MONDAY + 2 * DAY }, MONDAY + 2 * DAY);
  const missing = await store.dealOf('pipedrive', 'larkfield', `r${ROWS - 1}`);
  expect(await store.goneFrom(view)).toEqual({ deals: [missing], stoodAt: MONDAY, missedAt: MONDAY + 2 * DAY });
});

test('a date that somebody moved on many deals at once is told as such, and is no push of this deal', async () => {
  const now = MONDAY + 3 * DAY;
  const moment = { asOf: now, knownAt: now, timeZone: 'UTC' };
  const later = (row: number): Said => ({ ...before(row), closeDate: addDays('2026-11-20', row + 45) });
  const pushed = async (store: Store) => {
    const deal = await store.dealOf('pipedrive', 'larkfield', 'r3');
    const history = deal === null ? null : await store.loadHistory(deal);
    if (!history) throw new Error('no such deal');
    const { on } = assessDeal(history, { moment, calendar: MONDAY_TO_FRIDAY, team: null });
    const words = wordsFor('en-GB');
    const { lines } = movesSince(history, moment, MONDAY, words, speakerAt(now, 'UTC', 'en-GB'));
    return { isPushed: on.some(({ signal }) => signal === 'pushed'), lines: lines.map(({ text }) => text) };
  };
  const bulk = await pushed(await edited(HOUR, later));
  expect(bulk).toEqual({ isPushed: false, lines: [expect.stringMatching(/, with 11 other deals at once$/)] });
  // The same move of one deal alone.
  const own = await pushed(await edited(HOUR, (row) => (row === 3 ? later(row) : before(row))));
  expect(own).toEqual({ isPushed: true, lines: [expect.not.stringContaining('at once')] });
  const euros = await edited(HOUR, (row) => ({ ...before(row), amount: money(920 * (row + 1), 'EUR') }));
  expect((await pushed(euros)).lines).toEqual([expect.stringMatching(/another display currency$/)]);
});
