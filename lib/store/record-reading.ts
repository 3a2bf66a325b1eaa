import type { Instant } from '../deal/day.ts';
import type { DealReading, Reading } from '../deal/reading.ts';
import { readingMoment, seenFields } from '../history/derive-changes.ts';
import type { DealRecord } from '../history/types.ts';
import { matchRows } from './match-rows.ts';
import { rootsOf } from './merges.ts';
import { markStale } from './packs.ts';
import { deriveLook, LOOK_TABLES, type Look, writeLook } from './record-look.ts';
import { findRowSet, rowsOf } from './row-sets.ts';
import type { AliasRow, Database } from './schema.ts';
import { recordStages } from './stage-sets.ts';
import { adoptUnplaced } from './unplaced.ts';

export type Recorded = {
  /** The reading had been stored before: nothing was written. */
  duplicate: boolean;
  /** Our id for each deal of the reading, in its order; null where the row could not be told from others. */
  deals: (string | null)[];
  /** Rows of change that were written, first sightings and refinements among them. */
  changes: number;
};

const TABLES = [...LOOK_TABLES, 'deals', 'aliases', 'merges', 'stageSets'] as const;

/**
 * Writes all that a reading says, or nothing: one transaction, so that a worker stopped at any point leaves no half,
 * and two tabs that see a new deal at once give it one id.
 */
export function recordReading(db: Database, reading: Reading, now: Instant): Promise<Recorded> {
  return db.transaction('rw', [...TABLES], async () => {
    const recorded = await recordOwn(db, reading, now);
    const roots = await rootsOf(db);
    return { ...recorded, deals: recorded.deals.map((deal) => deal && roots(deal)) };
  });
}

/** Under the ids that the records were first known by: deals that are one keep their own rows. */
async function recordOwn(db: Database, reading: Reading, now: Instant): Promise<Recorded> {
  const matched = await matchRows(db, reading);
  const known = await db.sightings.where('reading').equals(reading.id).first();
  if (known) return { duplicate: true, deals: matched, changes: 0 };
  await adoptUnplaced(db, reading, matched);

  const look: Look = {
    reading: reading.id,
    crm: reading.crm,
    tenant: reading.tenant,
    page: reading.page,
    at: readingMoment(reading.at, now),
    recordedAt: now,
    rows: reading.rows && { loaded: reading.rows.loaded, total: reading.rows.total },
  };
  const { deals, records, aliases } = nameNewDeals(reading, matched, look.at);
  const derived = await deriveLook(db, look, rowsByDeal(reading, deals));
  const isNews = derived.changes.length > 0 || records.length > 0;
  const hasNewStages = await recordStages(db, reading, look.at);
  const ids = derived.states.map((state) => state.deal);
  const nothing = { duplicate: false, deals, changes: 0 };
  if (ids.length === 0 && reading.page === 'record') return nothing;
  if (!isNews && !hasNewStages && (await isRepeat(db, look, await findRowSet(db, rowsOf(ids, derived.masks)))))
    return nothing;

  await db.aliases.bulkAdd(aliases);
  await db.deals.bulkPut(records);
  await keepRecords(db, reading, deals, look.at);
  await writeLook(db, look, derived);
  return { duplicate: false, deals, changes: derived.changes.length };
}

/** Of two rows for one deal the first counts: a page has one answer. */
function rowsByDeal(reading: Reading, deals: readonly (string | null)[]): Map<string, DealReading> {
  const rows = new Map<string, DealReading>();
  reading.deals.forEach((row, index) => {
    const id = deals[index];
    if (id && !rows.has(id)) rows.set(id, row);
  });
  return rows;
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
  await markStale(db, [...changed.keys()]);
}

/** Pages are read again on every change of theirs; clocks that count days need no more than one look a minute. */
const REPEAT_MS = 60_000;

/**
 * True where the same deals and fields were on the same kind of page less than a minute before. Such a look adds no
 * row: rows never change, so what was known at a moment stays so, and clocks err by less than a minute, never ahead.
 */
async function isRepeat(db: Database, look: Look, rowSet: number | null): Promise<boolean> {
  if (rowSet === null) return false;
  const { crm, tenant, page, at } = look;
  const near = await db.sightings
    .where('[crm+tenant+page+at]')
    .between([crm, tenant, page, at - REPEAT_MS], [crm, tenant, page, at], false, true)
    .toArray();
  const counter = JSON.stringify(look.rows);
  return near.some((one) => one.rowSet === rowSet && JSON.stringify(one.rows) === counter);
}
