import { describe, expect, it } from 'vitest';
import { type Day, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { FieldValue } from '../../lib/deal/fields.ts';
import type { ImportedChange, ImportPortion } from '../../lib/deal/imported.ts';
import type { FieldReading } from '../../lib/deal/reading.ts';
import { asTold } from '../../lib/history/as-told.ts';
import { courseOf } from '../../lib/risk/course.ts';
import { learnFrom } from '../../lib/risk/learn/learn-from.ts';
import { importPortion } from '../../lib/store/import-portion.ts';
import { dealReading } from '../deal/make-reading.ts';
import { noon } from '../risk/one-deal.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const EXPORTED = noon('2026-09-01');
const NOW = noon('2026-11-02');
const said = <V extends FieldValue>(value: V): FieldReading<V> => ({ ok: true, value, raw: String(value), rule: 'V' });
const stage = (label: string) => said({ id: null, label, order: null });
const key = { recordId: '7', name: null, account: null, owner: null };

const moved = (row: number, field: 'stage' | 'closeDate', from: string, to: string, on: Day): ImportedChange => {
  const as = (text: string): FieldReading<FieldValue> => (field === 'stage' ? stage(text) : said(text));
  return { row, key, field, from: as(from), to: as(to), at: noon(on) };
};

const portion = (id: string, part: Partial<ImportPortion>): ImportPortion => ({
  ...{ id, crm: 'pipedrive', tenant: 'larkfield', file: `${id}.csv`, at: EXPORTED, timeZone: 'UTC' },
  ...{ deals: [], changes: [], past: [], ...part },
});

const DEAL = portion('deals', {
  deals: [
    {
      ...dealReading({ name: 'Dock lights', stage: { id: null, label: 'Lost', order: null }, outcome: 'lost' }, '7'),
      row: 1,
    },
  ],
});
const MOVES = portion('moves', {
  changes: [
    moved(1, 'stage', 'Lead', 'Proposal', '2026-04-01'),
    moved(2, 'closeDate', '2026-05-15', '2026-06-30', '2026-05-04'),
    moved(3, 'stage', 'Proposal', 'Legal', '2026-05-20'),
    moved(4, 'stage', 'Legal', 'Lost', '2026-07-01'),
  ],
});

async function historyFrom(...portions: ImportPortion[]) {
  const name = freshName();
  const store = openTab(name);
  await store.readSettings();
  const db = await openTables(name);
  for (const one of portions) await importPortion(db, one, NOW, { dry: false });
  const [history] = await store.loadHistories();
  if (!history) throw new Error('Nothing was kept.');
  return history;
}

describe('closed deals that a file told of', () => {
  const settings = { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' };

  it('are learnt from as its dated moves say they looked, and never as the export found them', async () => {
    const { examples } = learnFrom([await historyFrom(DEAL, MOVES)], NOW, settings);
    expect(examples.length).toBeGreaterThan(2);
    for (const { at, ended, lost, levels } of examples) {
      expect([ended.at, lost]).toEqual([noon('2026-07-01'), 1]);
      expect(at).toBeLessThan(noon('2026-07-01'));
      expect(levels['stage-back']).toBeUndefined();
    }
    // Files tell no order of stages, but how long it had been in each: four weeks, a week, five weeks.
    const days = examples.map(({ measures }) => Math.round(Math.expm1(measures.stageClock ?? 0)));
    expect(days).toEqual([0, 28, 7, 35]);
    // Its date is known from its first dated move on.
    expect(examples.map(({ dated, measures }) => [dated, measures.dateMoves !== undefined])).toEqual([
      ...[false, false, true, true].map((known) => [known, known]),
    ]);
  });

  it('have a course, which ends before the end', async () => {
    const until = { asOf: noon('2026-07-01') - 1, knownAt: noon('2026-07-01') - 1, timeZone: 'UTC' };
    const history = await historyFrom(DEAL, MOVES);
    expect(courseOf(history, { calendar: MONDAY_TO_FRIDAY }, until)).toEqual([]);
    const course = courseOf(asTold(history), { calendar: MONDAY_TO_FRIDAY }, until);
    expect(course.length).toBeGreaterThan(8);
    expect(Math.max(...course.map(({ at }) => at))).toBeLessThan(noon('2026-07-01'));
  });

  it('teach nothing where the file says no more than how they ended', async () => {
    expect(learnFrom([await historyFrom(DEAL)], NOW, settings).examples).toEqual([]);
  });
});
