import { afterEach, expect, test } from 'vitest';
import { NO_CHOICE } from '../../lib/process/checklists/checklist.ts';
import { openChecklists } from '../../lib/store/checklists.ts';
import { personOf } from '../../lib/store/erase-person.ts';
import { erasePerson } from '../../lib/store/erase-rules.ts';
import { tableInDisorder } from '../../lib/store/row-checks.ts';
import { MONDAY, reading } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function pages(name: string) {
  const checklists = openChecklists(name);
  open.push(checklists);
  return checklists;
}

test('nothing is chosen before it was, and two pages do not undo each other', async () => {
  const name = freshName();
  const [one, two] = [pages(name), pages(name)];
  expect(await one.read()).toEqual(NO_CHOICE);
  await Promise.all([
    one.change((before) => ({ ...before, everywhere: 'bant' })),
    two.change((before) => ({ ...before, pipelines: { ...before.pipelines, Renewals: 'spiced' } })),
  ]);
  expect(await two.read()).toEqual({ own: [], everywhere: 'bant', pipelines: { Renewals: 'spiced' } });
});

test('what is not valid is refused, and a part that is not understood stays in its row', async () => {
  const name = freshName();
  const checklists = pages(name);
  await checklists.change((before) => ({ ...before, everywhere: 'bant' }));
  const bad = { id: 'bant', name: 'x', items: [] };
  await expect(checklists.change((before) => ({ ...before, own: [bad] }))).rejects.toMatchObject({ code: 'invalid' });
  const db = openTables(name);
  await db.settings.put({ key: 'checklists', value: { own: 'of a later version', everywhere: 'bant', pipelines: {} } });
  await checklists.change((before) => ({ ...before, everywhere: 'spiced' }));
  expect((await db.settings.get('checklists'))?.value).toEqual({
    ...{ own: 'of a later version', everywhere: 'spiced', pipelines: {} },
  });
});

test('of a person that is erased neither their answer’s proof nor their name is left; the answer stays', async () => {
  const name = freshName();
  const store = openTab(name);
  const { deals } = await store.recordReading(reading(), MONDAY);
  const deal = deals[0] ?? '';
  const said = { deal, at: MONDAY, recordedAt: MONDAY };
  await store.putAnswer({
    ...said,
    question: 'budget',
    answer: 'yes',
    proof: 'The money is there',
    saidBy: 'Ana Roth, CFO',
  });
  await store.putAnswer({
    ...said,
    question: 'need',
    answer: 'no',
    proof: 'Ana Roth was not asked',
    saidBy: 'Marek Nowak',
  });
  await store.putAnswer({ ...said, question: 'scope', answer: 'no' });
  const db = openTables(name);
  expect(await tableInDisorder(db)).toBeNull();
  await erasePerson(db, personOf(['Ana Roth']));
  const rows = await db.answers.orderBy('[deal+question+at]').toArray();
  expect(rows).toEqual([
    { ...said, question: 'budget', answer: 'yes' },
    { ...said, question: 'need', answer: 'no', proof: 'erased person was not asked', saidBy: 'Marek Nowak' },
    { ...said, question: 'scope', answer: 'no' },
  ]);
  await db.answers.put({ ...said, question: 'scope', answer: 'no', proof: 7 as never });
  expect(await tableInDisorder(db)).toBe('answers');
});
