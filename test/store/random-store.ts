import fc from 'fast-check';
import { addDays, type Day } from '../../lib/deal/day.ts';
import type { PastEntry } from '../../lib/deal/past.ts';
import type { DealReading } from '../../lib/deal/reading.ts';
import { mergeDeals } from '../../lib/store/merge-deals.ts';
import type { Database } from '../../lib/store/schema.ts';
import type { Store } from '../../lib/store/store.ts';
import { DAY, dealReading, HOUR, MONDAY, reading, type Said, usd } from '../deal/make-reading.ts';

/** Invented people of a small team. */
export const OWNERS = ['Ada Holm', 'Ben Okoro', 'Cleo Marsh'] as const;
export const TENANTS = ['larkfield', 'dunmore'] as const;
const TODAY: Day = '2026-11-02';

/** A text that no other deal has. */
export const markOf = (tenant: string, record: number) => `${tenant} quill ${record}`;

/** Something that happened in a browser, in an order of its own. */
export type Act = { at: number } & (
  | { kind: 'record'; tenant: string; record: number; said: Said }
  | { kind: 'list'; tenant: string; rows: { record: number; said: Said }[] }
  | { kind: 'past'; tenant: string; record: number; entries: PastEntry[] }
  | { kind: 'promise' | 'wait' | 'prompt' | 'answer' | 'talk'; tenant: string; record: number; who: string; id: string }
  | { kind: 'same'; tenant: string; record: number; into: number }
  | { kind: 'site'; origin: string; currency: string }
);

const tenant = fc.constantFrom(...TENANTS);
const record = fc.integer({ min: 1, max: 5 });
const owner = fc.constantFrom(...OWNERS);
const at = fc.integer({ min: 0, max: 40 }).map((halves) => MONDAY + halves * 12 * HOUR);

const said: fc.Arbitrary<Said> = fc.record(
  {
    amount: fc.integer({ min: 1, max: 9 }).map((thousands) => usd(thousands * 1000, thousands % 3 === 0 ? 500 : 0)),
    owner,
    closeDate: fc.integer({ min: 0, max: 90 }).map((days) => addDays(TODAY, days)),
    stage: fc.constantFrom(
      { id: 'q', label: 'Qualify', order: 0 },
      { id: 'p', label: 'Propose', order: 1 },
      { id: 'c', label: 'Close', order: 2 },
    ),
    nextStep: fc.constantFrom('Call them', 'Ask Ada Holm for the terms', 'Send the draft'),
  },
  { requiredKeys: [] },
);

const entry = fc
  .tuple(fc.integer({ min: -30, max: 20 }), owner, fc.constantFrom('event', 'planned', 'contact'))
  .map(([days, who, kind]): PastEntry => {
    const evidence = { rule: 'css .feed', raw: `${days} days` };
    const day = addDays(TODAY, days);
    if (kind === 'planned') return { kind, what: `Call ${days}`, due: day, owner: who, evidence };
    if (kind === 'contact') return { kind, name: days % 2 ? who : 'Noa Lind', role: null, evidence };
    return { kind: 'event', day, what: 'email', side: 'seller', who, text: `Hello from ${who}, ${days}`, evidence };
  });

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('record' as const), at, tenant, record, said }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      at,
      tenant,
      rows: fc.uniqueArray(fc.record({ record, said }), { maxLength: 5, selector: (row) => row.record }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('past' as const),
      at,
      tenant,
      record,
      entries: fc.array(entry, { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('promise' as const, 'wait' as const, 'prompt' as const, 'answer' as const, 'talk' as const),
      at,
      tenant,
      record,
      who: owner,
      id: fc.uuid(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('site' as const),
      at,
      origin: fc.constantFrom('https://larkfield.example.com', 'https://dunmore.example.com'),
      currency: fc.constantFrom('USD', 'CAD'),
    }),
  },
);

export const acts = fc.array(act, { minLength: 4, maxLength: 25 });

/** And deals of them that are said to be one. */
export const actsWithSame = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: act },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('same' as const), at, tenant, record, into: record }) },
  ),
  { minLength: 4, maxLength: 25 },
);

const urlOf = (tenant: string, record: number) => `https://${tenant}.example.com/deal/${record}`;

function dealOf(tenant: string, record: number, said: Said): DealReading {
  const mark = markOf(tenant, record);
  const deal = dealReading({ name: mark, account: `Account of ${mark}`, ...said }, String(record));
  return { ...deal, url: urlOf(tenant, record) };
}

/** Plays what happened through the real recording, one after the other: later ones may be of an earlier time. */
export async function play(store: Store, db: Database, happened: readonly Act[]): Promise<void> {
  let now = MONDAY + 30 * DAY;
  for (const one of happened) await playOne(store, db, one, now++);
}

async function playOne(store: Store, db: Database, one: Act, now: number): Promise<void> {
  const page = { crm: 'pipedrive', tenant: 'tenant' in one ? one.tenant : '', at: one.at };
  if (one.kind === 'record') {
    const deals = [dealOf(one.tenant, one.record, one.said)];
    await store.recordReading(reading({ ...page, url: urlOf(one.tenant, one.record), deals }), now);
  } else if (one.kind === 'list') {
    const deals = one.rows.map((row) => dealOf(one.tenant, row.record, row.said));
    const rows = { loaded: deals.length, total: deals.length };
    const url = `https://${one.tenant}.example.com/deals`;
    const stages = [{ id: 'q', label: `Qualify ${one.tenant}`, order: 0 }];
    await store.recordReading(reading({ ...page, page: 'list', url, deals, rows, stages }), now);
    await store.learnDateOrders('pipedrive', one.tenant, { 'n/n/n': 'dmy' });
  } else if (one.kind === 'site') {
    const site = { state: 'on' as const, open: true, dateOrder: null, currency: one.currency };
    const limits = { everywhere: { stalled: { late: one.currency === 'USD' ? 30 : 40 } } };
    await store.updateSettings((before) => ({ ...before, limits, sites: { ...before.sites, [one.origin]: site } }));
  } else {
    await playOnDeal(store, db, one, now);
  }
}

type OnDeal = Exclude<Act, { kind: 'record' | 'list' | 'site' }>;

async function playOnDeal(store: Store, db: Database, one: OnDeal, now: number): Promise<void> {
  const deal = await store.dealOf('pipedrive', one.tenant, String(one.record));
  if (deal === null) return;
  const mark = markOf(one.tenant, one.record);
  if (one.kind === 'past') {
    const entries = one.entries.map((each) =>
      each.kind === 'event' ? { ...each, text: `${each.text} on ${mark}` } : each,
    );
    const look = { crm: 'pipedrive', tenant: one.tenant, recordId: String(one.record), at: one.at };
    await store.recordPast({ ...look, entries, parts: ['feed', 'planned', 'contacts'] }, now);
    return;
  }
  if (one.kind === 'same') {
    const into = await store.dealOf('pipedrive', one.tenant, String(one.into));
    if (into !== null) await mergeDeals(db, deal, into, one.at);
    return;
  }
  const { id, who, at } = one;
  const what = `Something on ${mark}`;
  const by = addDays(TODAY, Math.round((at - MONDAY) / DAY));
  if (one.kind === 'promise')
    await store.putPromise({
      ...{ id, deal, what, who, by, proof: null, madeAt: at, movedFrom: [], settled: null },
      side: 'ours',
    });
  else if (one.kind === 'wait')
    await store.putWait({ id, deal, until: by, what, saidBy: who, madeAt: at, endedAt: null });
  else if (one.kind === 'answer')
    await store.putAnswer({ deal, question: `Does ${who} decide on ${mark}`, answer: 'yes', at, recordedAt: now });
  else if (one.kind === 'talk') {
    // The week in which they talked was swept as well.
    await db.sweeps.put({
      ...{ from: addDays(by, -3), to: addDays(by, 3), filtered: [{ deal, at }], whole: [], closed: [] },
      ...{ completedAt: at % 2 ? now : null, covered: [deal] },
    });
    await putFrozenWeek(db, { id, deal, who, mark, by, at, now });
    await db.talks.put({
      ...{ id, person: who, on: by, startedAt: at, changedAt: now, endedAt: at % 2 ? null : at, picked: deal },
      ...{ notes: { topic: `What ${OWNERS[0]} asked` }, whole: null, practice: '', nextOn: null },
    });
  } else
    await store.addPromptEvent({ id, deal, prompt: 'p', signal: 's', basis: what, kind: 'asked', at, until: null });
}

type FrozenWeek = { id: string; deal: string; who: string; mark: string; by: Day; at: number; now: number };

/** The week was frozen, with a call for what it brings and a draft for the one after. */
async function putFrozenWeek(db: Database, { id, deal, who, mark, by, at, now }: FrozenWeek): Promise<void> {
  const hash = id.replaceAll('-', '').repeat(2);
  const leaf = (key: string, value: object) => ({ key, hash, salt: hash, text: JSON.stringify(value) });
  await db.snapshots.put({
    ...{ id, from: addDays(by, -6), to: by, asOf: now, knownAt: now, timeZone: 'Europe/Berlin', frozenAt: now },
    ...{ engine: '1', reviewed: true, corrects: null, before: null, root: hash },
  });
  const leaves = [
    leaf('team', { open: 1 }),
    leaf(`person ${who}`, { name: who }),
    leaf(`deal ${deal}`, { name: mark }),
    leaf(`said ${deal}`, { nextStep: `Ask\n${who}` }),
    leaf('note 1', { deal, why: `It moved at ${mark}` }),
  ];
  await db.leaves.bulkPut([
    { snapshot: id, block: 0, leaves: leaves.slice(0, 3) },
    { snapshot: id, block: 1, leaves: leaves.slice(3) },
  ]);
  const amount = { minor: 100, currency: 'USD', halfStep: 0 };
  await db.calls.put({ id, quarter: '2026-Q4', by: 'rep', person: who, amount, saidAt: at });
  const action = { deal, action: `Call ${who}` };
  await db.drafts.put({
    ...{ from: addDays(by, 1), call: amount, sentence: `${who} has it`, changedAt: at },
    ...{ lines: [{ ...action, why: `As ${mark} has it`, owner: who, by }], done: [{ ...action, done: true }] },
  });
}

/** Every row of every table, as it stands. */
export async function allRows(tables: { tables: { name: string; toArray(): PromiseLike<unknown[]> }[] }) {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables.tables) rows[table.name] = await table.toArray();
  return rows;
}
