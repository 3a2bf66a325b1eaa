import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/deal/day.ts';
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import { packDeals, packedPlaces, unpackDeals } from '../../lib/history/packed.ts';
import type { Change } from '../../lib/history/types.ts';
import { mergeDeals } from '../../lib/store/merge-deals.ts';
import type { MergeRow } from '../../lib/store/merges.ts';
import type { PackRow, PackState } from '../../lib/store/packs.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import type { AliasRow, RowSet, SightingRow, StateRow } from '../../lib/store/schema.ts';
import type { Rows } from '../browser/seed.ts';
import { DAY, dealReading, HOUR, MONDAY, reading, usd } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from '../store/open-test-store.ts';
import { placesMissingIn, problemsIn } from './stored-problems.ts';

const DEALS = 90;

const listOn = (day: number) =>
  reading({
    page: 'list',
    at: MONDAY + day * DAY,
    deals: Array.from({ length: DEALS }, (_, row) =>
      dealReading(
        {
          name: `Deal ${row}`,
          owner: `Owner ${(row + (row % 3 === 0 ? day : 0)) % 4}`,
          amount: usd(1_000 * (row + 1)),
          closeDate: addDays('2026-11-20', row % 5 === 0 ? day : 0),
        },
        `rec-${row}`,
      ),
    ),
    rows: { loaded: DEALS, total: DEALS },
  });

/** A list over days, one look that came late, rounded and emptied values, packs, a tail beside them, and a merge. */
async function sound(): Promise<Rows> {
  const name = freshName();
  const store = openTab(name);
  const now = MONDAY + 20 * DAY;
  for (const day of [0, 3, 7, 5, 8]) await store.recordReading(listOn(day), now);
  await refreshPacks(openTables(name));
  const record = (day: number, said: Parameters<typeof dealReading>[0]) =>
    store.recordReading(reading({ at: MONDAY + day * DAY, deals: [dealReading(said, 'rec-3')] }), now + HOUR);
  await record(9, { name: 'Deal 3', amount: usd(310_000, 500), nextStep: 'Call Karel' });
  await record(10, { name: 'Deal 3', amount: usd(309_750), nextStep: { missing: 'empty' } });
  await record(9.5, { name: 'Deal 3', owner: 'Ana', nextStep: 'Send the draft' });
  const db = openTables(name);
  const [from, into] = (await db.deals.toArray()).map(({ id }) => id);
  await mergeDeals(db, from ?? '', into ?? '', now);
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

let rows: Rows;
beforeAll(async () => {
  rows = await sound();
});

test('sound rows have no problems: late looks, rounded values, packs, a tail and a merge among them', () => {
  expect(rows.packs).toHaveLength(2);
  expect(rows.merges).toHaveLength(1);
  expect((rows.changes as Change[]).filter(({ refines }) => refines)).not.toEqual([]);
  expect(problemsIn(rows)).toEqual([]);
  expect(placesMissingIn(rows)).toEqual([]);
});

test('a row that is gone leaves its place behind', () => {
  const { changes, sightings } = structuredClone(rows) as Tables;
  const [lost] = changes.splice(7, 1);
  expect(placesMissingIn({ ...rows, changes })).toEqual([lost?.seq]);
  const [look] = sightings.splice(1, 1);
  expect(placesMissingIn({ ...rows, sightings })).toEqual([look?.seq]);
});

/** The tables as they are typed, so that a fault can be put in. */
type Tables = {
  changes: Change[];
  sightings: SightingRow[];
  rowSets: RowSet[];
  states: StateRow[];
  aliases: AliasRow[];
  merges: MergeRow[];
  packs: PackRow[];
  deals: { id: string; url: string }[];
  meta: { key: string; value: unknown }[];
};

const last = <T>(all: readonly T[]): T => all.at(-1) as T;
const first = <T>(all: readonly T[]): T => all[0] as T;
const packState = ({ meta }: Tables) => meta.find(({ key }) => key === 'packs')?.value as PackState;
/** The last row of a list that changed an owner known before. */
const news = ({ changes }: Tables) =>
  last(
    changes.filter(({ from, field, evidence }) => from !== undefined && field === 'owner' && evidence.page === 'list'),
  );

const FAULTS: Record<string, { plant: (tables: Tables) => void; says: RegExp }> = {
  'a change that is gone': {
    plant: (tables) => tables.changes.splice(tables.changes.indexOf(news(tables)), 1),
    says: /its rows give owner as/,
  },
  'a change to another value': {
    plant: (tables) => Object.assign(news(tables), { to: 'Somebody else' }),
    says: /its rows give owner as/,
  },
  'a change from another value': {
    plant: (tables) => Object.assign(news(tables), { from: 'Somebody else' }),
    says: /gives .* stored is/,
  },
  'a change that may have happened earlier than it says': {
    plant: (tables) => {
      const row = news(tables);
      row.after = (row.after ?? 0) - DAY;
    },
    says: /gives .* stored is/,
  },
  'a change that is told as more precise alone': {
    plant: (tables) => Object.assign(news(tables), { refines: true }),
    says: /gives .* stored is/,
  },
  'a change that was none': {
    plant: ({ changes, sightings, meta }) => {
      const look = last(sightings);
      const { seq, at: seenAt, recordedAt, page } = look;
      const name = first(changes.filter(({ to }) => to === 'Deal 3'));
      const evidence = { ...name.evidence, page };
      changes.push({ ...name, seq, from: name.to, after: seenAt, seenAt, recordedAt, evidence });
      look.seq++;
      Object.assign(meta.find(({ key }) => key === 'seq') ?? {}, { value: look.seq });
    },
    says: /gives .* stored is .*"name"/,
  },
  'a change of a look that was not kept': {
    plant: (tables) => tables.changes.push({ ...last(tables.changes), seq: last(tables.sightings).seq + 1 }),
    says: /belongs to no look/,
  },
  'a change that is taken for a file’s and was none': {
    plant: ({ changes }) => {
      const row = last(changes.filter(({ field }) => field === 'name'));
      const again = { ...row, seq: row.seq + 0.5, from: 'Another name', after: row.seenAt, seenAt: row.seenAt + 1 };
      changes.push({ ...again, evidence: { ...row.evidence, page: 'file' } });
    },
    says: /of name was none/,
  },
  'a look that showed other fields': {
    plant: ({ rowSets }) => {
      // The lists' own: all its deals with one field less.
      const set = first(rowSets);
      set.masks = set.masks.map((mask) => mask & (mask - 1));
    },
    says: /stored is/,
  },
  'a look that showed a field that nobody ever read': {
    plant: ({ rowSets }) => {
      const set = first(rowSets);
      set.masks = set.masks.map((mask) => mask | (2 ** FIELD_NAMES.indexOf('probability')));
    },
    says: /showed other fields/,
  },
  'a look without its rows': { plant: ({ rowSets }) => rowSets.pop(), says: /shows no rows/ },
  'a look that is gone': { plant: ({ sightings }) => sightings.pop(), says: /the last place is/ },
  'a look stored twice': {
    plant: ({ sightings }) => sightings.push({ ...last(sightings), seq: last(sightings).seq + 1 }),
    says: /reading stored twice/,
  },
  'a place taken twice': {
    plant: ({ changes, sightings }) => Object.assign(last(changes), { seq: last(sightings).seq }),
    says: /place taken twice/,
  },
  'a place that was not counted': {
    plant: ({ meta }) => Object.assign(meta.find(({ key }) => key === 'seq') ?? {}, { value: 1 }),
    says: /the last place is/,
  },
  'an order that does not rise with time': {
    plant: ({ sightings }) => Object.assign(last(sightings), { recordedAt: 1 }),
    says: /was recorded before the one below it/,
  },
  'a checkpoint that says something else': {
    plant: ({ states }) => Object.assign(first(states).fields.owner ?? {}, { value: 'Somebody else' }),
    says: /its rows give owner as/,
  },
  'a checkpoint that was seen at another time': {
    plant: ({ states }) => Object.assign(first(states), { lastSeenAt: 1 }),
    says: /last seen otherwise/,
  },
  'a deal without a checkpoint': { plant: ({ states }) => states.pop(), says: /has no checkpoint/ },
  'a deal without a record': { plant: ({ aliases }) => aliases.pop(), says: /has no record/ },
  'a record of two deals': {
    plant: ({ aliases }) => aliases.push({ ...first(aliases), deal: last(aliases).deal }),
    says: /record of two deals/,
  },
  'rows of a deal that is not on record': {
    plant: ({ deals }) => deals.pop(),
    says: /changes name deal .* not on record/,
  },
  'a merge into a deal that is not on record': {
    plant: ({ merges }) => Object.assign(first(merges), { into: 'nobody' }),
    says: /merges name deal nobody/,
  },
  'a merge of a deal that is not on record': {
    plant: ({ merges }) => Object.assign(first(merges), { deal: 'nobody' }),
    says: /merges name deal nobody/,
  },
  'merges that lead to each other': {
    plant: ({ merges }) => merges.push({ ...first(merges), deal: first(merges).into, into: first(merges).deal }),
    says: /lead to each other/,
  },
  'a pack that is gone': { plant: ({ packs }) => packs.pop(), says: /is missing from the packs/ },
  'a pack stored twice': {
    plant: ({ packs }) => packs.push({ ...first(packs), block: 99 }),
    says: /is packed twice/,
  },
  'a pack that was cut off': {
    plant: ({ packs }) => Object.assign(first(packs), { values: first(packs).values.slice(0, 200) }),
    says: /cannot be read/,
  },
  'a pack that says something else': {
    plant: ({ packs }) => Object.assign(first(packs), { values: first(packs).values.replace('Owner 1', 'Owner 9') }),
    says: /changes are packed otherwise/,
  },
  'a pack whose evidence says something else': {
    plant: ({ packs }) =>
      Object.assign(first(packs), { evidence: first(packs).evidence.replace('css owner', 'css other') }),
    says: /changes are packed otherwise/,
  },
  'a pack that forgot what came late': {
    plant: ({ packs }) => {
      for (const pack of packs) {
        Object.assign(pack, packDeals(unpackDeals(pack).map((deal) => ({ ...deal, played: null }))));
      }
    },
    says: /played changes are packed otherwise/,
  },
  'a pack of another record': {
    plant: ({ packs, deals }) => {
      const [packed] = packedPlaces(first(packs));
      Object.assign(deals.find(({ id }) => id === packed?.head[0]) ?? {}, { url: 'https://other.example/' });
    },
    says: /record are packed otherwise/,
  },
  'packs that say they go further': {
    plant: (tables) => Object.assign(packState(tables), { upTo: last(tables.sightings).seq }),
    says: /packed otherwise/,
  },
  'packs that nobody knows of': {
    plant: (tables) =>
      tables.meta.splice(tables.meta.indexOf(tables.meta.find(({ key }) => key === 'packs') ?? first(tables.meta)), 1),
    says: /how far they go/,
  },
};

test.each(Object.entries(FAULTS))('%s is found', (_, { plant, says }) => {
  const planted = structuredClone(rows);
  plant(planted as Tables);
  expect(problemsIn(planted).join('\n')).toMatch(says);
});
