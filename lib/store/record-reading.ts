import type { Instant } from '../deal/day.ts';
import type { DealReading, Reading } from '../deal/reading.ts';
import { readingMoment, seenFields } from '../history/derive-changes.ts';
import type { DealRecord } from '../history/types.ts';
import { matchRows } from './match-rows.ts';
import { rootsOf } from './merges.ts';
import { markStale } from './packs.ts';
import { deriveLook, LOOK_TABLES, type Look, writeLook } from './record-look.ts';
import type { AliasRow, Database, SightingRow } from './schema.ts';
import { lastPlace } from './sequence.ts';
import { momentOf } from './set-clock-right.ts';
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

const TABLES = [...LOOK_TABLES, 'deals', 'aliases', 'merges', 'packs', 'stageSets'] as const;

/**
 * Writes all that a reading says, or nothing: one transaction, so that a worker stopped at any point leaves no half,
 * and two tabs that see a new deal at once give it one id. Deals that are one keep their own rows, under the ids that
 * their records were first known by. What does not depend on each other is asked for side by side: a request that waits
 * for another costs a record's page more than the writing.
 */
export function recordReading(db: Database, reading: Reading, clock: Instant): Promise<Recorded> {
  return db.transaction('rw', [...TABLES], async () => {
    const [last, before] = await Promise.all([
      lastPlace(db),
      readBefore(db, reading, readingMoment(reading.at, clock)),
    ]);
    const now = await momentOf(db, clock, last.at);
    const look: Look = {
      reading: reading.id,
      crm: reading.crm,
      tenant: reading.tenant,
      page: reading.page,
      // The page's clock is this computer's, and wrong by as much.
      at: readingMoment(reading.at + now - clock, now),
      recordedAt: now,
      rows: reading.rows,
      ...(reading.page === 'record' ? {} : { view: reading.url }),
    };
    // A clock that turned out to be wrong: what was asked for by it is asked for again.
    const [matched, isKnown, roots, near] = now === clock ? before : await readBefore(db, reading, look.at);
    const shown = (deals: readonly (string | null)[]) => deals.map((deal) => deal && roots(deal));
    if (isKnown > 0) return { duplicate: true, deals: shown(matched), changes: 0 };
    await adoptUnplaced(db, reading, matched);

    const { deals, records, aliases } = nameNewDeals(reading, matched, look.at);
    const rows = rowsByDeal(reading, deals);
    const [derived, hasNewStages, changedRecords] = await Promise.all([
      deriveLook(db, look, rows),
      recordStages(db, reading, look.at),
      changedRecordsOf(db, reading, deals, look.at),
    ]);
    const nothing = { duplicate: false, deals: shown(deals), changes: 0 };
    if (rows.size === 0 && reading.page === 'record') return nothing;
    const isNews = derived.changes.length > 0 || records.length > 0 || hasNewStages;
    if (!isNews && derived.rowSet !== null && isRepeat(look, derived.rowSet, near)) return nothing;

    await Promise.all(
      [
        records.length > 0 && [db.aliases.bulkAdd(aliases), db.deals.bulkAdd(records)],
        changedRecords.length > 0 && db.deals.bulkPut(changedRecords),
        markStale(
          db,
          changedRecords.map(({ id }) => id),
        ),
        writeLook(db, look, derived, last.seq),
      ].flat(),
    );
    return { duplicate: false, deals: shown(deals), changes: derived.changes.length };
  });
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
async function changedRecordsOf(db: Database, reading: Reading, deals: readonly (string | null)[], at: Instant) {
  const known = await db.deals.bulkGet(deals.map((id) => id ?? ''));
  const changed = new Map<string, DealRecord>();
  for (const [index, row] of reading.deals.entries()) {
    const record = known[index];
    if (!record) continue;
    const url = linkOf(row, reading) ?? record.url;
    const firstSeenAt = Math.min(record.firstSeenAt, at);
    if (url !== record.url || firstSeenAt !== record.firstSeenAt)
      changed.set(record.id, { ...record, url, firstSeenAt });
  }
  return [...changed.values()];
}

/** Pages are read again on every change of theirs; clocks that count days need no more than one look a minute. */
const REPEAT_MS = 60_000;

/** What a reading is compared with, whatever its rows say. */
function readBefore(db: Database, reading: Reading, at: Instant) {
  return Promise.all([
    matchRows(db, reading),
    db.sightings.where('reading').equals(reading.id).count(),
    rootsOf(db),
    looksBefore(db, reading, at),
  ]);
}

/** The looks of the minute before at this kind of page. */
function looksBefore(db: Database, { crm, tenant, page }: Reading, at: Instant): Promise<SightingRow[]> {
  return db.sightings
    .where('[crm+tenant+page+at]')
    .between([crm, tenant, page, at - REPEAT_MS], [crm, tenant, page, at], false, true)
    .toArray();
}

/**
 * True where the same deals and fields were in the same view less than a minute before, and its own count has not changed in
 * between, as by a filter put on and taken off. Such a look adds no row: rows never change, so what was known at a moment
 * stays so, and clocks err by less than a minute, never ahead.
 */
function isRepeat(look: Look, rowSet: number, near: readonly SightingRow[]): boolean {
  const counter = JSON.stringify(look.rows);
  const here = near.filter(({ view }) => view === look.view);
  const at = here.findLastIndex((one) => one.rowSet === rowSet && JSON.stringify(one.rows) === counter);
  return at >= 0 && here.slice(at).every(({ rows }) => rows?.total === look.rows?.total);
}
