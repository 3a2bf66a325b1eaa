import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { PersonPage } from '../../lib/deal/person-page.ts';
import type { DealPromise } from '../../lib/deal/promise.ts';
import { openTalks } from '../../lib/store/talk-store.ts';
import { DAY, MONDAY, reading } from '../deal/make-reading.ts';
import { talk } from '../deal/make-talk.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';
import { allRows } from './random-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function browserWithDeal() {
  const name = freshName();
  const [store, talks] = [openTab(name), openTalks(name)];
  open.push(talks);
  const deal = (await store.recordReading(reading(), MONDAY)).deals[0] ?? '';
  return { store, talks, deal, rows: () => allRows(openTables(name)) };
}

const shared = (recordId: string) => ({
  ...{ crm: 'pipedrive', tenant: 'larkfield', recordId, name: 'Larkfield Press' },
  ...{ url: 'https://larkfield.example.com/deal/7', about: '', nextStep: null },
});

const promise = (part: Partial<DealPromise> = {}) => ({
  ...{ id: 'p-1', what: 'sends the terms', who: 'Kim Olsen', side: 'ours' as const, by: '2026-11-10', proof: 'mail' },
  ...{ madeAt: MONDAY, movedFrom: [], settled: null },
  ...part,
});

const pageWith = (promises: ReturnType<typeof promise>[], part: Partial<PersonPage> = {}): PersonPage => ({
  ...{ person: 'Kim Olsen', madeAt: MONDAY, deals: [shared('7'), shared('8')], talk: null },
  promises: promises.map(({ ...one }) => ({ ...one, deal: 0, courier: '' })),
  ...part,
});

test('a page is looked through without a change, comes in, and changes nothing the second time', async () => {
  const { store, talks, deal, rows } = await browserWithDeal();
  const { picked: _, ...notes } = talk({ notes: { topic: 'The terms' } });
  const page = pageWith([promise()], { talk: { ...notes, picked: 0 } });
  page.promises.push({ ...promise({ id: 'p-2' }), deal: 1, courier: '' });
  const before = await rows();
  const difference = { added: 1, grown: 0, same: 0, elsewhere: 1, notes: 'new' };
  expect(await talks.readPage(page, true)).toEqual(difference);
  expect(await rows()).toEqual(before);
  expect(await talks.readPage(page, false)).toEqual(difference);
  expect((await store.loadHistory(deal))?.promises).toEqual([{ ...promise(), deal }]);
  expect(await talks.talks()).toEqual([talk({ notes: { topic: 'The terms' }, picked: deal })]);
  const once = await rows();
  expect(await talks.readPage(page, false)).toEqual({ added: 0, grown: 0, same: 1, elsewhere: 1, notes: 'same' });
  expect(await rows()).toEqual(once);
});

test('a promise is the same by its id or by its line, and what the page knows more of it is added', async () => {
  const { store, talks, deal } = await browserWithDeal();
  await store.putPromise({ ...promise({ id: 'mine' }), deal });
  const settled = { as: 'kept' as const, at: MONDAY + DAY, reason: null };
  const line = promise({ id: 'theirs', who: 'KIM  olsen', settled });
  expect(await talks.readPage(pageWith([line]), false)).toMatchObject({ added: 0, grown: 1 });
  expect((await store.loadHistory(deal))?.promises).toEqual([{ ...promise({ id: 'mine' }), deal, settled }]);
  const moved = promise({ id: 'mine', by: '2026-11-20', movedFrom: ['2026-11-10'] });
  expect(await talks.readPage(pageWith([moved]), false)).toMatchObject({ grown: 1 });
  expect((await store.loadHistory(deal))?.promises[0]).toMatchObject({ by: '2026-11-20', settled });
  expect(await talks.readPage(pageWith([moved, line]), false)).toMatchObject({ added: 1 });
});

test('an id that belongs to another deal’s promise, or to a talk with somebody else, is no way to change it', async () => {
  const { store, talks, rows } = await browserWithDeal();
  const said = reading({
    deals: [{ ...reading().deals[0], recordId: '9' } as never],
    url: 'https://larkfield.example.com/deal/9',
  });
  const other = (await store.recordReading(said, MONDAY)).deals[0] ?? '';
  await store.putPromise({ ...promise({ what: 'something else' }), deal: other });
  await talks.writeTalk(talk({ person: 'Ben Okoro' }), {}, MONDAY);
  const before = await rows();
  const { picked: _, ...notes } = talk({ changedAt: MONDAY + DAY, notes: { topic: 'not theirs' } });
  const settled = { as: 'missed' as const, at: MONDAY + DAY, reason: null };
  const page = pageWith([promise({ settled })], { talk: { ...notes, picked: null } });
  expect(await talks.readPage(page, false)).toEqual({ added: 0, grown: 0, same: 0, elsewhere: 1, notes: 'same' });
  expect(await rows()).toEqual(before);
});

test('of notes that were written on in two browsers the later ones stand', async () => {
  const { talks } = await browserWithDeal();
  await talks.writeTalk(talk(), { notes: { topic: 'here' } }, MONDAY + DAY);
  const { picked: _, ...notes } = talk({ notes: { topic: 'there' } });
  const page = (changedAt: number) => pageWith([], { talk: { ...notes, changedAt, picked: null } });
  expect(await talks.readPage(page(MONDAY), false)).toMatchObject({ notes: 'same' });
  expect(await talks.readPage(page(MONDAY + 2 * DAY), false)).toMatchObject({ notes: 'later' });
  expect((await talks.talks())[0]?.notes).toEqual({ topic: 'there' });
});
