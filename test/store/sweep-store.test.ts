import { expect, test } from 'vitest';
import { outcomeOf } from '../../lib/deal/stage-kind.ts';
import { emptySweep } from '../../lib/deal/sweep.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { openSweeps } from '../../lib/store/sweep-store.ts';
import { DAY, dealReading, HOUR, MONDAY, reading } from '../deal/make-reading.ts';
import { freshName, openTab } from './open-test-store.ts';

const WEEK = { from: '2026-11-02', to: '2026-11-08' };
const VIEW = {
  url: 'https://larkfield.example.com/deals',
  crm: 'pipedrive',
  tenant: 'larkfield',
  page: 'list' as const,
};

const list = (at: number, ids: string[], total: number | null = ids.length, url = VIEW.url) =>
  reading({
    ...{ page: 'list', url, at, rows: { loaded: ids.length, total } },
    deals: ids.map((id) => dealReading({ name: `Deal ${id}` }, id)),
  });

async function withLooks() {
  const name = freshName();
  const [store, sweeps] = [openTab(name), openSweeps(name)];
  const first = await store.recordReading(list(MONDAY, ['1', '2', '3']), MONDAY);
  await store.recordReading(list(MONDAY + HOUR, ['1'], 1, `${VIEW.url}/won`), MONDAY + HOUR);
  await store.recordReading(list(MONDAY + DAY, ['1', '2'], 2), MONDAY + DAY);
  return { store, sweeps, deals: first.deals as string[] };
}

test('looks at one view come with its own deals, oldest first, from a moment on', async () => {
  const { sweeps, deals } = await withLooks();
  const looks = await sweeps.viewLooks(VIEW, 0);
  expect(looks.map(({ at, rows }) => [at, rows?.total])).toEqual([
    [MONDAY, 3],
    [MONDAY + DAY, 2],
  ]);
  expect(looks[0]?.deals.toSorted()).toEqual(deals.toSorted());
  expect(await sweeps.viewLooks(VIEW, MONDAY + HOUR)).toHaveLength(1);
});

test('lists that were looked at lately are offered once each, the latest first', async () => {
  const { sweeps } = await withLooks();
  expect((await sweeps.seenViews(0)).map(({ url, rows }) => [url, rows?.total])).toEqual([
    [VIEW.url, 2],
    [`${VIEW.url}/won`, 1],
  ]);
  expect(await sweeps.seenViews(MONDAY + 2 * DAY)).toEqual([]);
});

test('the user’s word for an outcome is a change with its day, and can be taken back', async () => {
  const { store, sweeps, deals } = await withLooks();
  const [deal = ''] = deals;
  const outcomeAt = async (at: number) => {
    const history = await store.loadHistory(deal);
    const known = history && dealAsOf(history, { asOf: at, knownAt: at, timeZone: 'UTC' });
    return known && [outcomeOf(known), known.fields.outcome?.evidence.page, known.fields.outcome?.evidence.rule];
  };
  await sweeps.sayOutcome(deal, 'won', MONDAY + 2 * DAY);
  expect(await outcomeAt(MONDAY + 2 * DAY)).toEqual(['won', 'said', 'said by you']);
  expect(await outcomeAt(MONDAY + DAY)).toEqual(['open', undefined, undefined]);
  await sweeps.sayOutcome(deal, 'open', MONDAY + 3 * DAY);
  expect((await outcomeAt(MONDAY + 3 * DAY))?.[0]).toBe('open');
  // A page that says otherwise later is believed over both.
  await store.recordReading(
    reading({ at: MONDAY + 4 * DAY, deals: [dealReading({ outcome: 'lost' }, '1')] }),
    MONDAY + 4 * DAY,
  );
  const states = await Promise.all(deals.map((id) => store.loadHistory(id)));
  expect(states.map((history) => history?.changes.at(-1)?.to)).toContain('lost');
  await expect(sweeps.sayOutcome('nobody', 'won', MONDAY)).rejects.toMatchObject({ code: 'unknown-deal' });
});

test('what was said of a week is kept, two pages do not undo each other, and a complete week stays so', async () => {
  const { sweeps } = await withLooks();
  await Promise.all([
    sweeps.changeSweep(WEEK, (before) => ({ ...before, whole: [...before.whole, 'a'] })),
    sweeps.changeSweep(WEEK, (before) => ({ ...before, filtered: [{ deal: 'x', at: MONDAY }] })),
  ]);
  await sweeps.changeSweep(WEEK, (before) => ({ ...before, completedAt: MONDAY, covered: ['x'] }));
  await sweeps.changeSweep(WEEK, () => ({ ...emptySweep(WEEK), completedAt: MONDAY + DAY }));
  expect(await sweeps.sweeps()).toEqual([{ ...emptySweep(WEEK), completedAt: MONDAY, covered: ['x'] }]);
});
