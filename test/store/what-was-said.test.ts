import { expect, test } from 'vitest';
import type { AgreedWait, DealPromise, PromptEvent } from '../../lib/deal/promise.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, MONDAY, reading } from '../deal/make-reading.ts';
import { freshName, openTab } from './open-test-store.ts';

const promise = (deal: string, part: Partial<DealPromise> = {}): DealPromise => ({
  id: 'promise-1',
  deal,
  what: 'redlines',
  who: 'Ana',
  side: 'theirs',
  by: '2026-11-14',
  proof: 'mail',
  madeAt: MONDAY,
  movedFrom: [],
  settled: null,
  ...part,
});

const wait = (deal: string): AgreedWait => ({
  id: 'wait-1',
  deal,
  until: '2026-12-02',
  what: 'Their board meets',
  saidBy: 'Ana',
  madeAt: MONDAY,
  endedAt: null,
});

const event = (deal: string): PromptEvent => ({
  id: 'event-1',
  deal,
  prompt: 'pushed-1',
  signal: 'pushed',
  basis: 'closeDate 2026-11-28',
  kind: 'asked',
  at: MONDAY,
  until: null,
});

async function withDeal(): Promise<{ store: Store; deal: string }> {
  const store = openTab(freshName());
  const { deals } = await store.recordReading(reading(), MONDAY);
  return { store, deal: deals[0] ?? '' };
}

test('what was said of a deal comes with its history', async () => {
  const { store, deal } = await withDeal();
  await store.putPromise(promise(deal));
  await store.putWait(wait(deal));
  await store.addPromptEvent(event(deal));
  expect(await store.loadHistory(deal)).toMatchObject({
    promises: [promise(deal)],
    waits: [wait(deal)],
    prompts: [event(deal)],
  });
});

test('an answer is kept with its deal, and what was answered before stays', async () => {
  const { store, deal } = await withDeal();
  const answer = (said: string, at: number) => ({ deal, question: 'budget', answer: said, at, recordedAt: at });
  await store.putAnswer(answer('yes', MONDAY + DAY));
  await store.putAnswer(answer('no', MONDAY));
  await store.putAnswer(answer('no', MONDAY));
  expect((await store.loadHistory(deal))?.answers).toEqual([answer('no', MONDAY), answer('yes', MONDAY + DAY)]);
  await expect(store.putAnswer({ ...answer('no', MONDAY), deal: 'nobody' })).rejects.toMatchObject({
    code: 'unknown-deal',
  });
});

test('each is kept once, however often the message is sent', async () => {
  const { store, deal } = await withDeal();
  for (const _ of [1, 2]) {
    await store.putPromise(promise(deal));
    await store.putWait(wait(deal));
    await store.addPromptEvent(event(deal));
  }
  const history = await store.loadHistory(deal);
  expect([history?.promises, history?.waits, history?.prompts].map((rows) => rows?.length)).toEqual([1, 1, 1]);
});

test('a promise that moves keeps its earlier dates, and the same move twice is one', async () => {
  const { store, deal } = await withDeal();
  await store.putPromise(promise(deal));
  await store.movePromise(deal, 'promise-1', '2026-11-21');
  await store.movePromise(deal, 'promise-1', '2026-11-21');
  await store.movePromise(deal, 'promise-1', '2026-12-01');
  const [moved] = (await store.loadHistory(deal))?.promises ?? [];
  expect(moved).toMatchObject({ by: '2026-12-01', movedFrom: ['2026-11-14', '2026-11-21'] });
});

test('a promise settled twice the same way keeps the first day', async () => {
  const { store, deal } = await withDeal();
  await store.putPromise(promise(deal));
  await store.settlePromise(deal, 'promise-1', { as: 'kept', at: MONDAY, reason: null });
  await store.settlePromise(deal, 'promise-1', { as: 'kept', at: MONDAY + DAY, reason: null });
  expect((await store.loadHistory(deal))?.promises[0]?.settled).toEqual({ as: 'kept', at: MONDAY, reason: null });
});

test('a wait ends once', async () => {
  const { store, deal } = await withDeal();
  await store.putWait(wait(deal));
  await store.endWait(deal, 'wait-1', MONDAY + DAY);
  await store.endWait(deal, 'wait-1', MONDAY + 2 * DAY);
  expect((await store.loadHistory(deal))?.waits[0]?.endedAt).toBe(MONDAY + DAY);
});

test('nothing is kept for a deal that is not on record', async () => {
  const { store } = await withDeal();
  await expect(store.putPromise(promise('nobody'))).rejects.toMatchObject({ code: 'unknown-deal' });
  await expect(store.putWait(wait('nobody'))).rejects.toMatchObject({ code: 'unknown-deal' });
  await expect(store.addPromptEvent(event('nobody'))).rejects.toMatchObject({ code: 'unknown-deal' });
});

test("one deal's promise or wait is out of reach from another", async () => {
  const { store, deal } = await withDeal();
  const { deals } = await store.recordReading(reading({ tenant: 'dunmore' }), MONDAY);
  const other = deals[0] ?? '';
  await store.putPromise(promise(deal));
  await store.putWait(wait(deal));
  await expect(store.movePromise(other, 'promise-1', '2026-12-01')).rejects.toMatchObject({ code: 'invalid' });
  await expect(store.endWait(other, 'wait-1', MONDAY)).rejects.toMatchObject({ code: 'invalid' });
  expect((await store.loadHistory(deal))?.promises).toEqual([promise(deal)]);
});

test('a promise that the CRM carries becomes a row with the first word about it, and is found again after that', async () => {
  const { store, deal } = await withDeal();
  const nextStep = 'Ana (buyer): redlines by 14 Nov 2026; proof: mail';
  await store.recordReading(reading({ id: 'r2', at: MONDAY + DAY, said: { nextStep } }), MONDAY + DAY);
  const carried = async () => (await store.loadHistory(deal))?.promises ?? [];
  const [first] = await carried();
  expect(first).toMatchObject({ who: 'Ana', side: 'theirs', what: 'redlines', by: '2026-11-14', settled: null });
  await store.movePromise(deal, first?.id ?? '', '2026-11-20');
  await store.settlePromise(deal, first?.id ?? '', { as: 'kept', at: MONDAY + 2 * DAY, reason: null });
  expect(await carried()).toMatchObject([
    { id: first?.id, by: '2026-11-20', movedFrom: ['2026-11-14'], settled: { as: 'kept' } },
  ]);
  await expect(store.settlePromise(deal, 'crm nobody', { as: 'kept', at: MONDAY, reason: null })).rejects.toMatchObject(
    {
      code: 'invalid',
    },
  );
});
