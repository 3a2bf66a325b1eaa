import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName, FieldValue } from '../../lib/deal/fields.ts';
import type { DealKey, ImportedChange, ImportedDeal, ImportPortion } from '../../lib/deal/imported.ts';
import type { FieldReading } from '../../lib/deal/reading.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { pastAsOf } from '../../lib/history/past-as-of.ts';
import { importPortion } from '../../lib/store/import-portion.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, MONDAY, reading, type Said, usd } from '../deal/make-reading.ts';
import { problemsIn } from '../faults/stored-problems.ts';
import { contentOf, freshName, openTab, openTables } from './open-test-store.ts';

const NOW = MONDAY + 10 * DAY;
const moment = (at: number) => ({ asOf: at, knownAt: NOW + 90 * DAY, timeZone: 'UTC' });
let portions = 0;

const portion = (part: Partial<ImportPortion>): ImportPortion => ({
  id: `portion-${++portions}`,
  crm: 'pipedrive',
  tenant: 'larkfield',
  file: 'pipeline.csv',
  at: MONDAY,
  timeZone: 'UTC',
  deals: [],
  changes: [],
  past: [],
  ...part,
});

const row = (line: number, said: Said, recordId: string | null = null): ImportedDeal => ({
  ...dealReading(said, recordId),
  row: line,
});

const key = (name: string | null, recordId: string | null = null): DealKey => ({
  recordId,
  name,
  account: null,
  owner: null,
});

const said = <V extends FieldValue>(value: V): FieldReading<V> => ({
  ok: true,
  value,
  raw: String(value),
  rule: 'Value',
});

const stage = (label: string) => ({ id: null, label, order: null });

function moved(line: number, of: DealKey, from: string | null, to: string, at: number): ImportedChange {
  return {
    row: line,
    key: of,
    field: 'stage',
    from: from === null ? null : said(stage(from)),
    to: said(stage(to)),
    at,
  };
}

async function importInto(name: string, said: ImportPortion, dry = false) {
  const db = openTables(name);
  const counts = await importPortion(db, said, NOW, { dry });
  db.close();
  return counts;
}

async function onlyHistory(store: Store) {
  const histories = await store.loadHistories();
  expect(histories).toHaveLength(1);
  const [history] = histories;
  if (!history) throw new Error('no deal is on record');
  return history;
}

const lark: Said = { name: 'Larkfield Press', account: 'Larkfield', owner: 'Ana', amount: usd(48_500) };

describe('a deal export', () => {
  it('becomes deals, told by the file and the column', async () => {
    const name = freshName();
    const counts = await importInto(name, portion({ deals: [row(2, lark, '7'), row(3, { name: 'Dunmore Foods' })] }));
    expect(counts).toEqual({ fresh: 2, changed: 0, same: 0, refused: [] });
    const store = openTab(name);
    const deal = await store.dealOf('pipedrive', 'larkfield', '7');
    const history = deal === null ? null : await store.loadHistory(deal);
    expect(history && dealAsOf(history, moment(NOW))?.fields.amount).toMatchObject({
      value: usd(48_500),
      seenAt: MONDAY,
      evidence: { page: 'file', rule: 'pipeline.csv · css amount' },
    });
    expect(history?.sightings).toMatchObject([{ page: 'file', at: MONDAY, recordedAt: NOW }]);
  });

  it('leaves no trace when it is a dry run, and counts the same as the real one', async () => {
    const name = freshName();
    const file = portion({ deals: [row(2, lark, '7'), row(3, {}, '8'), row(4, lark, '7')] });
    const before = await contentOf(name);
    const dry = await importInto(name, file, true);
    expect(dry).toEqual({
      fresh: 1,
      changed: 0,
      same: 0,
      refused: [
        { row: 3, reason: 'no-name' },
        { row: 4, reason: 'twice-in-file' },
      ],
    });
    expect(await contentOf(name)).toEqual(before);
    expect(await importInto(name, file)).toEqual(dry);
  });

  it('changes nothing when it comes again, as the same file or saved anew', async () => {
    const name = freshName();
    const file = portion({ deals: [row(2, lark, '7'), row(3, { name: 'Dunmore Foods', owner: 'Ben' })] });
    await importInto(name, file);
    const once = await contentOf(name);
    expect(await importInto(name, file)).toMatchObject({ fresh: 0, changed: 0, same: 2 });
    expect(await contentOf(name)).toEqual(once);
    expect(await importInto(name, { ...file, id: 'saved anew' })).toMatchObject({ fresh: 0, changed: 0, same: 2 });
    expect((await contentOf(name)).changes).toEqual(once.changes);
  });

  it('is the page of the same record, whichever came first', async () => {
    for (const fileFirst of [true, false]) {
      const name = freshName();
      const store = openTab(name);
      const file = portion({ deals: [row(2, lark, '7')], at: MONDAY - 20 * DAY });
      const page = reading({ said: { ...lark, amount: usd(40_000) } });
      if (fileFirst) await importInto(name, file);
      await store.recordReading(page, NOW);
      if (!fileFirst) await importInto(name, file);
      const history = await onlyHistory(store);
      const amounts = changesAsOf(history, moment(NOW)).filter(({ field }) => field === 'amount');
      expect(amounts.map(({ to, seenAt }) => [to, seenAt])).toEqual([
        [usd(48_500), MONDAY - 20 * DAY],
        [usd(40_000), MONDAY],
      ]);
      expect(history.deal.url).toBe('https://larkfield.example.com/deal/7');
    }
  });

  it('is found by the page that opens it later, by id or by name, where its site was not known', async () => {
    for (const recordId of ['7', null]) {
      const name = freshName();
      const store = openTab(name);
      await importInto(name, portion({ tenant: '', deals: [row(2, lark, recordId)] }));
      await store.recordReading(reading({ said: lark, at: NOW - DAY }), NOW);
      const history = await onlyHistory(store);
      expect(history.deal).toMatchObject({ crm: 'pipedrive', tenant: 'larkfield', firstSeenAt: MONDAY });
      expect(await store.dealOf('pipedrive', 'larkfield', '7')).toBe(history.deal.id);
    }
  });

  it('is not taken for the deal of another name, account or record', async () => {
    const name = freshName();
    const store = openTab(name);
    await importInto(
      name,
      portion({
        tenant: '',
        deals: [
          row(2, lark, '7'),
          row(3, { name: 'Renewal', account: 'Dunmore' }),
          row(4, { name: 'Twin', account: 'North' }),
        ],
      }),
    );
    await importInto(
      name,
      portion({ tenant: '', crm: 'other', deals: [row(2, { name: 'Twin', account: 'Elsewhere' })] }),
    );
    const page = (recordId: string, said: Said) => reading({ deals: [dealReading(said, recordId)], at: NOW - DAY });
    await store.recordReading(page('7', { name: 'Marlow Press' }), NOW);
    await store.recordReading(page('8', { name: 'Renewal', account: 'Larkfield' }), NOW);
    await store.recordReading(page('9', { name: 'Twin' }), NOW);
    expect(await store.loadHistories()).toHaveLength(7);
  });

  it('refuses a name that several deals share, and a moment that has not come', async () => {
    const name = freshName();
    const store = openTab(name);
    for (const id of ['7', '8'])
      await store.recordReading(reading({ deals: [dealReading({ name: 'Renewal' }, id)] }), NOW);
    const file = portion({ deals: [row(2, { name: 'Renewal' })] });
    expect((await importInto(name, file)).refused).toEqual([{ row: 2, reason: 'several-deals' }]);
    const ahead = portion({ deals: [row(2, lark)], at: NOW + DAY });
    expect((await importInto(name, ahead)).refused).toEqual([{ row: 2, reason: 'in-the-future' }]);
  });
});

/** Deals whose rows of change are looked up while `work` runs. */
async function lookedUp(work: () => Promise<unknown>): Promise<unknown[]> {
  const honest = IDBIndex.prototype.getAll;
  const asked: unknown[] = [];
  IDBIndex.prototype.getAll = function (this: IDBIndex, query, ...rest) {
    // Browsers take a range, newer ones also a range among options.
    const { lower, query: within } = query as unknown as { lower?: unknown; query?: { lower: unknown } };
    if (this.objectStore.name === 'changes') asked.push(lower ?? within?.lower);
    return honest.call(this, query, ...rest);
  };
  try {
    await work();
  } finally {
    IDBIndex.prototype.getAll = honest;
  }
  return asked;
}

describe('a deal export that is known', () => {
  const others = Array.from({ length: 30 }, (_, at) =>
    row(at + 3, { name: `Order ${at}`, owner: 'Ben' }, `${100 + at}`),
  );

  it('is told by the checkpoints of its deals, and the rows of those alone are read that it says more of', async () => {
    const name = freshName();
    await importInto(name, portion({ deals: [row(2, lark, '7'), ...others] }));
    const again = portion({ deals: [row(2, lark, '7'), ...others] });
    expect(await lookedUp(() => importInto(name, again))).toEqual([]);
    const store = openTab(name);
    const deal = await store.dealOf('pipedrive', 'larkfield', '7');
    const more = portion({ deals: [row(2, { ...lark, amount: usd(51_000) }, '7'), ...others] });
    expect(await lookedUp(() => importInto(name, more))).toEqual([deal]);
    const history = deal === null ? null : await store.loadHistory(deal);
    expect(history && dealAsOf(history, moment(NOW))?.fields.amount).toMatchObject({ value: usd(51_000) });
  });

  it('leaves what its rows add up to, whatever several files of one moment and of others say', async () => {
    const told = fc.record({
      day: fc.integer({ min: 0, max: 2 }),
      owner: fc.constantFrom('Ana', 'Ben'),
      amount: fc.constantFrom(usd(48_500), usd(51_000), { ...usd(48_500), halfStep: 50_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 2, maxLength: 6 }), async (files) => {
        const name = freshName();
        for (const { day, ...fields } of files)
          await importInto(
            name,
            portion({ at: MONDAY + day * DAY, deals: [row(2, { name: 'Larkfield', ...fields }, '7')] }),
          );
        const db = openTables(name);
        const rows = Object.fromEntries(
          await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
        );
        expect(problemsIn(rows)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a history export', () => {
  const rows = [
    moved(2, key(null, '7'), 'Discovery', 'Proposal', MONDAY - 30 * DAY),
    moved(3, key(null, '7'), 'Proposal', 'Negotiation', MONDAY - 9 * DAY),
  ];

  it('extends the past of a deal that a page showed', async () => {
    const name = freshName();
    const store = openTab(name);
    await store.recordReading(reading({ said: { name: 'Larkfield Press', stage: stage('Negotiation') } }), MONDAY);
    expect(await importInto(name, portion({ changes: rows }))).toEqual({ fresh: 0, changed: 2, same: 0, refused: [] });
    const history = await onlyHistory(store);
    const stages = changesAsOf(history, moment(NOW)).filter(({ field }) => field === 'stage');
    expect(stages.map(({ to, after, seenAt }) => [(to as { label: string }).label, after, seenAt])).toEqual([
      ['Discovery', null, MONDAY - 30 * DAY - 1],
      ['Proposal', MONDAY - 30 * DAY - 1, MONDAY - 30 * DAY],
      ['Negotiation', MONDAY - 9 * DAY - 1, MONDAY - 9 * DAY],
    ]);
    expect(dealAsOf(history, moment(MONDAY - 20 * DAY))?.fields.stage?.value?.label).toBe('Proposal');
    // What was known before the file came stays what was known.
    expect(dealAsOf(history, { asOf: MONDAY - 20 * DAY, knownAt: MONDAY, timeZone: 'UTC' })).toBeNull();
    expect(dealAsOf(history, moment(NOW))?.lastSeenAt).toBe(MONDAY);
    expect(history.deal.firstSeenAt).toBe(MONDAY - 30 * DAY - 1);
    expect(await importInto(name, portion({ changes: rows }))).toEqual({ fresh: 0, changed: 0, same: 2, refused: [] });
  });

  it('refuses rows of deals that are not on record, and keeps the others', async () => {
    const name = freshName();
    const counts = await importInto(
      name,
      portion({ deals: [row(2, lark, '7')], changes: [...rows, moved(9, key('Nobody', null), 'A', 'B', MONDAY)] }),
    );
    expect(counts.refused).toEqual([{ row: 9, reason: 'no-deal' }]);
    expect((await onlyHistory(openTab(name))).changes.filter(({ field }) => field === 'stage')).toHaveLength(3);
  });

  it('gives the same past in any order and any division, and leaves a database without contradictions', async () => {
    const fields: FieldName[] = ['owner', 'closeDate'];
    const values = { owner: ['Ana', 'Ben', 'Cem'], closeDate: ['2026-11-28', '2026-12-12', '2027-01-08'] };
    const change = fc.record({
      field: fc.constantFrom(...fields),
      to: fc.nat(2),
      day: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(change, { maxLength: 8, selector: ({ field, day }) => `${field} ${day}` }),
        fc.func(fc.nat()),
        fc.integer({ min: 0, max: 70 }),
        async (drawn, weight, looked) => {
          // Each row says what it was before, as exports do.
          const ordered = [...drawn].sort((a, b) => a.day - b.day);
          const value = (field: FieldName, at: number) => values[field as 'owner'][at] ?? '';
          const told = ordered.map(({ field, to, day }, at): ImportedChange => {
            const last = ordered.slice(0, at).findLast((one) => one.field === field);
            const from = last ? said(value(field, last.to)) : null;
            return {
              row: at + 2,
              key: key(null, '7'),
              field,
              from,
              to: said(value(field, to)),
              at: MONDAY - day * -DAY - 70 * DAY,
            };
          });
          const record = async (parts: ImportedChange[][], pageFirst: boolean) => {
            const name = freshName();
            const store = openTab(name);
            const at = MONDAY + (looked - 70) * DAY + 1;
            const last = (field: FieldName) => told.findLast((one) => one.field === field && one.at < at)?.to;
            const fields = Object.fromEntries(
              ['owner', 'closeDate'].flatMap((field) => {
                const now = last(field as FieldName);
                return now ? [[field, now]] : [];
              }),
            );
            const page = reading({
              id: 'page',
              at,
              deals: [{ recordId: '7', url: null, fields: { name: said('Larkfield'), ...fields } }],
            });
            if (!pageFirst)
              await importInto(
                name,
                portion({ id: 'deals', at: MONDAY - 80 * DAY, deals: [row(2, { name: 'Larkfield' }, '7')] }),
              );
            if (pageFirst) await store.recordReading(page, NOW);
            for (const [index, changes] of parts.entries())
              await importInto(name, portion({ id: `part ${index}`, changes }));
            if (!pageFirst) await store.recordReading(page, NOW);
            if (pageFirst)
              await importInto(
                name,
                portion({ id: 'deals', at: MONDAY - 80 * DAY, deals: [row(2, { name: 'Larkfield' }, '7')] }),
              );
            const db = openTables(name);
            const rows = Object.fromEntries(
              await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
            );
            expect(problemsIn(rows)).toEqual([]);
            return onlyHistory(store);
          };
          const whole = await record([told], false);
          const shuffled = [...told].sort((a, b) => weight(a.row) - weight(b.row));
          const other = await record(
            shuffled.map((one) => [one]),
            true,
          );
          for (let day = -75; day < 5; day += 5) {
            const plain = (history: typeof whole) => {
              const deal = dealAsOf(history, moment(MONDAY + day * DAY));
              return (
                deal &&
                Object.entries(deal.fields)
                  .map(([field, known]) => [field, known.value])
                  .sort()
              );
            };
            expect(plain(other)).toEqual(plain(whole));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('activities are kept with the deal, each once', async () => {
  const name = freshName();
  const entry = {
    kind: 'event',
    day: '2026-10-20',
    what: 'call',
    side: 'unknown',
    who: 'Ana',
    text: 'Pricing call',
    evidence: { rule: 'Date', raw: '20/10/2026' },
  } as const;
  const file = portion({ deals: [row(2, lark, '7')], past: [{ row: 5, key: key('Larkfield Press'), entry }] });
  await importInto(name, file);
  expect(await importInto(name, { ...file, id: 'again' })).toMatchObject({ changed: 0, same: 2 });
  const history = await onlyHistory(openTab(name));
  expect(pastAsOf(history, moment(NOW)).events.map(({ entry: one }) => [one.text, one.evidence.rule])).toEqual([
    ['Pricing call', 'pipeline.csv · Date'],
  ]);
});
