import type { Instant } from '../deal/day.ts';
import type { DealReading, Reading } from '../deal/reading.ts';
import {
  type DealState,
  deriveChanges,
  type NewChange,
  type ReadingMeta,
  readingMoment,
  seenFields,
} from '../history/derive-changes.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import { asDealFields, foldRows } from '../history/fold.ts';
import type { Change, DealRecord } from '../history/types.ts';
import { loadRows } from './load-histories.ts';
import { matchRows, nameKeyOf } from './match-rows.ts';
import { findRowSet, keepRowSet, rowsOf } from './row-sets.ts';
import type { AliasRow, Database, SightingRow, StateRow } from './schema.ts';
import { takeSequence } from './sequence.ts';
import { recordStages } from './stage-sets.ts';

export type Recorded = {
  /** The reading had been stored before: nothing was written. */
  duplicate: boolean;
  /** Our id for each deal of the reading, in its order; null where the row could not be told from others. */
  deals: (string | null)[];
  /** Rows of change that were written, first sightings and refinements among them. */
  changes: number;
};

const TABLES = ['deals', 'aliases', 'changes', 'sightings', 'rowSets', 'states', 'stageSets', 'meta'] as const;

/**
 * Writes all that a reading says, or nothing: one transaction, so that a worker stopped at any point leaves no half,
 * and two tabs that see a new deal at once give it one id.
 */
export function recordReading(db: Database, reading: Reading, now: Instant): Promise<Recorded> {
  return db.transaction('rw', [...TABLES], async () => {
    const matched = await matchRows(db, reading);
    const known = await db.sightings.where('reading').equals(reading.id).first();
    if (known) return { duplicate: true, deals: matched, changes: 0 };

    const at = readingMoment(reading.at, now);
    const { deals, records, aliases } = nameNewDeals(reading, matched, at);
    const looked = await derive(db, reading, deals, { at, recordedAt: now });
    const isNews = looked.changes.length > 0 || records.length > 0;
    const hasNewStages = await recordStages(db, reading, at);
    const ids = looked.states.map((state) => state.deal);
    if (ids.length === 0 && reading.page === 'record') return { duplicate: false, deals, changes: 0 };

    const rows = rowsOf(ids, looked.masks);
    const sighting: Omit<SightingRow, 'seq' | 'rowSet'> = {
      reading: reading.id,
      crm: reading.crm,
      tenant: reading.tenant,
      page: reading.page,
      at,
      recordedAt: now,
      rows: reading.rows && { loaded: reading.rows.loaded, total: reading.rows.total },
    };
    if (!isNews && !hasNewStages && (await isRepeat(db, sighting, await findRowSet(db, rows))))
      return { duplicate: false, deals, changes: 0 };

    const first = await takeSequence(db, looked.changes.length + 1);
    await db.aliases.bulkAdd(aliases);
    await db.deals.bulkPut(records);
    await keepRecords(db, reading, deals, at);
    await db.changes.bulkAdd(looked.changes.map((change, index): Change => ({ ...change, seq: first + index })));
    const rowSet = await keepRowSet(db, rows);
    await db.sightings.add({ ...sighting, rowSet, seq: first + looked.changes.length });
    await db.states.bulkPut(
      looked.states.map((state): StateRow => {
        const nameKey = nameKeyOf(state.fields.name?.value);
        return { ...state, crm: reading.crm, tenant: reading.tenant, nameKey };
      }),
    );
    return { duplicate: false, deals, changes: looked.changes.length };
  });
}

/** A record that was never seen becomes a deal of ours, if its row says anything at all. */
function nameNewDeals(reading: Reading, matched: readonly (string | null)[], at: Instant) {
  const { crm, tenant } = reading;
  const fresh = new Map<string, string>();
  const records: DealRecord[] = [];
  const aliases: AliasRow[] = [];
  const deals = reading.deals.map((row, index) => {
    const known = matched[index] ?? null;
    if (known !== null || row.recordId === null) return known;
    const named = fresh.get(row.recordId);
    if (named !== undefined) return named;
    if (seenFields(row, reading).length === 0) return null;
    const id = crypto.randomUUID();
    fresh.set(row.recordId, id);
    records.push({ id, crm, tenant, url: linkOf(row, reading) ?? reading.url, firstSeenAt: at });
    aliases.push({ crm, tenant, kind: 'deal', recordId: row.recordId, deal: id });
    return id;
  });
  return { deals, records, aliases };
}

/** Where the record opens: the row's own link, or the address of the record page itself. */
function linkOf(row: DealReading, reading: Reading): string | null {
  return row.url ?? (reading.page === 'record' ? reading.url : null);
}

/** A list may know a deal before its link is known, and a late reading may have seen it earlier. */
async function keepRecords(db: Database, reading: Reading, deals: readonly (string | null)[], at: Instant) {
  const ids = deals.filter((id) => id !== null);
  const records = new Map((await db.deals.bulkGet(ids)).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const changed = new Map<string, DealRecord>();
  reading.deals.forEach((row, index) => {
    const record = records.get(deals[index] ?? '');
    if (!record) return;
    const url = linkOf(row, reading) ?? record.url;
    const firstSeenAt = Math.min(record.firstSeenAt, at);
    if (url !== record.url || firstSeenAt !== record.firstSeenAt)
      changed.set(record.id, { ...record, url, firstSeenAt });
  });
  await db.deals.bulkPut([...changed.values()]);
}

/** What the rows say against what is known. Of two rows for one deal the first counts: a page has one answer. */
async function derive(
  db: Database,
  reading: Reading,
  deals: readonly (string | null)[],
  when: Pick<ReadingMeta, 'at' | 'recordedAt'>,
) {
  const rows = new Map<string, DealReading>();
  reading.deals.forEach((row, index) => {
    const id = deals[index];
    if (id && !rows.has(id)) rows.set(id, row);
  });
  const ids = [...rows.keys()];
  const known = new Map((await db.states.bulkGet(ids)).flatMap((one) => (one ? [[one.deal, one] as const] : [])));
  const late = ids.filter((id) => (known.get(id)?.lastSeenAt ?? 0) >= when.at);
  const past = await loadRows(db, late);
  const changes: NewChange[] = [];
  const masks: number[] = [];
  const states: DealState[] = [];
  for (const [deal, row] of rows) {
    const meta: ReadingMeta = { deal, crm: reading.crm, page: reading.page, ...when };
    const before = past.get(deal);
    const derived = before ? deriveLate(before, row, meta) : deriveChanges(known.get(deal) ?? null, row, meta);
    changes.push(...derived.changes);
    masks.push(derived.mask);
    states.push(derived.state);
  }
  return { changes, masks, states };
}

type PastRows = Parameters<typeof deriveLateChanges>[0];

/** The rows that are about to be written have no place yet; after all others is right, for they are the newest. */
function deriveLate(before: PastRows, row: DealReading, meta: ReadingMeta) {
  const { changes, mask } = deriveLateChanges(before, row, meta);
  const last = Number.MAX_SAFE_INTEGER - changes.length - 1;
  const sighting = { seq: last, at: meta.at, recordedAt: meta.recordedAt, page: meta.page, mask };
  const folded = foldRows({
    changes: [...before.changes, ...changes.map((change, index) => ({ ...change, seq: last + index }))],
    sightings: [...before.sightings, sighting],
  });
  const fields = asDealFields(folded.fields);
  return { changes, mask, state: { deal: meta.deal, fields, lastSeenAt: folded.lastSeenAt ?? meta.at } };
}

/** Pages are read again on every change of theirs; clocks that count days need no more than one look a minute. */
const REPEAT_MS = 60_000;

/**
 * True where the same deals and fields were on the same kind of page less than a minute before. Such a look adds no
 * row: rows never change, so what was known at a moment stays so, and clocks err by less than a minute, never ahead.
 */
async function isRepeat(
  db: Database,
  sighting: Omit<SightingRow, 'seq' | 'rowSet'>,
  rowSet: number | null,
): Promise<boolean> {
  if (rowSet === null) return false;
  const { crm, tenant, page, at } = sighting;
  const near = await db.sightings
    .where('[crm+tenant+page+at]')
    .between([crm, tenant, page, at - REPEAT_MS], [crm, tenant, page, at], false, true)
    .toArray();
  const counter = JSON.stringify(sighting.rows);
  return near.some((one) => one.rowSet === rowSet && JSON.stringify(one.rows) === counter);
}
