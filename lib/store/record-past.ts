import type { Instant } from '../deal/day.ts';
import { PASSING, type PastEntry, type PastPart, partOfEntry, pastKeys } from '../deal/past.ts';
import type { CrmId } from '../deal/reading.ts';
import { readingMoment } from '../history/derive-changes.ts';
import type { PastLook, PastRow } from '../history/types.ts';
import type { Database } from './schema.ts';

/** What stood still in the page of one deal. */
export type PastSeen = {
  crm: CrmId;
  tenant: string;
  recordId: string;
  at: Instant;
  entries: readonly PastEntry[];
  parts: readonly PastPart[];
};

export type RecordedPast = { deal: string | null; isNews: boolean };

/** A look that says nothing new is written once in so long: clocks count in days. */
const REPEAT_MS = 3_600_000;
/** Kept of one deal; a page shows the newest. */
const MOST_ROWS = 1_000;

/**
 * Keeps what a page showed of a deal's past: each thing once, however often it is seen, and what stood there of what comes
 * and goes. For a deal on record alone. All of it or nothing.
 */
export function recordPast(db: Database, seen: PastSeen, now: Instant): Promise<RecordedPast> {
  return db.transaction('rw', ['aliases', 'past', 'pastLooks'], async () => {
    const alias = await db.aliases.get([seen.crm, seen.tenant, 'deal', seen.recordId]);
    if (!alias) return { deal: null, isNews: false };
    const { deal } = alias;
    const at = readingMoment(seen.at, now);
    const keys = pastKeys(seen.entries);
    const known = await db.past.bulkGet(keys.map((key) => [deal, key] as [string, string]));
    const look: PastLook = {
      deal,
      at,
      recordedAt: now,
      parts: [...seen.parts],
      standing: keys.filter((_, index) => isPassing(seen.entries[index])),
    };
    const fresh = known.filter((row) => row === undefined).length;
    const room = fresh === 0 || (await db.past.where('deal').equals(deal).count()) + fresh <= MOST_ROWS;
    const last = await lastOf(db, deal);
    const isNews = (fresh > 0 && room) || saysOther(last, look);
    if (!isNews && last && at - last.at < REPEAT_MS) return { deal, isNews };
    const rows = seen.entries.flatMap((entry, index): PastRow[] => {
      const row = known[index];
      const key = keys[index] ?? '';
      if (row) return [{ ...row, seenAt: Math.min(row.seenAt, at), lastSeenAt: Math.max(row.lastSeenAt, at) }];
      return room ? [{ deal, key, entry, seenAt: at, lastSeenAt: at, recordedAt: now }] : [];
    });
    await db.past.bulkPut(rows);
    await db.pastLooks.put(look);
    return { deal, isNews };
  });
}

const isPassing = (entry: PastEntry | undefined) => entry !== undefined && PASSING.has(partOfEntry(entry));

async function lastOf(db: Database, deal: string): Promise<PastLook | undefined> {
  return (await db.pastLooks.where('deal').equals(deal).sortBy('at')).at(-1);
}

function saysOther(last: PastLook | undefined, look: PastLook): boolean {
  const said = ({ parts, standing }: PastLook) => JSON.stringify([[...parts].sort(), [...standing].sort()]);
  return !last || said(last) !== said(look);
}
