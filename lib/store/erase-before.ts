import type { Day, Instant } from '../deal/day.ts';
import type { PastEntry } from '../deal/past.ts';
import { dropBefore } from '../history/drop-before.ts';
import type { Rows } from '../history/fold.ts';
import type { PastLook, PastRow } from '../history/types.ts';
import { loadRows } from './load-histories.ts';
import type { Database } from './schema.ts';
import { isFormer } from './stored-settings.ts';

/** The day from which on things stay, and the moment when it began here. */
export type ErasedBefore = { day: Day; from: Instant };

/** As many as are looked up one by one, see `loadRows`. */
const DEALS_AT_ONCE = 20;

/**
 * Of each deal that was seen since, what still stood begins with its first look since. Gives those deals, and the ones
 * that were not seen since: of them nothing is to be left.
 */
export async function dropChangesBefore(
  db: Database,
  { from }: ErasedBefore,
): Promise<{ gone: string[]; left: string[] }> {
  const ids = await db.deals.toCollection().primaryKeys();
  const gone: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < ids.length; at += DEALS_AT_ONCE) {
    for (const [deal, rows] of await loadRows(db, ids.slice(at, at + DEALS_AT_ONCE))) {
      const kept = dropBefore(rows, from);
      (kept ? left : gone).push(deal);
      if (!kept) continue;
      await db.changes.where('deal').equals(deal).delete();
      await db.changes.bulkAdd(kept.changes);
      await db.deals.update(deal, { firstSeenAt: firstOf(kept) ?? from });
    }
  }
  return { gone, left };
}

function firstOf({ changes, sightings }: Rows): Instant | null {
  const moments = [...changes.map(({ seenAt }) => seenAt), ...sightings.map(({ at }) => at)];
  return moments.length > 0 ? Math.min(...moments) : null;
}

export async function dropPastBefore(db: Database, { day, from }: ErasedBefore): Promise<void> {
  const looks = await db.pastLooks.filter(({ at }) => at >= from).toArray();
  const rows = await db.past.toArray();
  const isLeft = ({ entry, lastSeenAt }: PastRow) => lastSeenAt >= from && (dayOf(entry) ?? day) >= day;
  const gone = rows.filter((row) => !isLeft(row));
  await db.past.bulkDelete(gone.map(({ deal, key }) => [deal, key] as [string, string]));
  const older = rows.filter((row) => isLeft(row) && Math.min(row.seenAt, row.recordedAt) < from);
  await db.past.bulkPut(
    older.map((row) =>
      seenSince(
        row,
        looks.filter(({ deal }) => deal === row.deal),
      ),
    ),
  );
}

function dayOf(entry: PastEntry): Day | null {
  return 'day' in entry ? entry.day : null;
}

/** Seen first by the first look that is left and showed it. */
function seenSince(row: PastRow, looks: readonly PastLook[]): PastRow {
  const shown = looks.filter(({ standing }) => standing.includes(row.key)).map(({ at }) => at);
  const seenAt = Math.min(row.lastSeenAt, ...shown);
  return { ...row, seenAt, recordedAt: Math.max(row.recordedAt, seenAt) };
}

/** What was said before the day goes, but for what is open and reaches beyond it. */
export function dropPromisesBefore(db: Database, { day, from }: ErasedBefore): Promise<number> {
  return db.promises.filter(({ madeAt, settled, by }) => madeAt < from && (settled !== null || by < day)).delete();
}

export function dropWaitsBefore(db: Database, { day, from }: ErasedBefore): Promise<number> {
  return db.waits.filter(({ madeAt, endedAt, until }) => madeAt < from && (endedAt !== null || until < day)).delete();
}

/** An agenda that was begun for a later day stays. */
export function dropTalksBefore(db: Database, { day, from }: ErasedBefore): Promise<number> {
  return db.talks.filter(({ startedAt, endedAt, on }) => startedAt < from && (endedAt !== null || on < day)).delete();
}

/** Calls that still stand, too: what a quarter brings is said anew. */
export function dropCallsBefore(db: Database, { from }: ErasedBefore): Promise<number> {
  return db.calls.filter(({ saidAt }) => saidAt < from).delete();
}

/** What settings were before they were changed is a matter of time; what they are is not. */
export function dropFormerBefore(db: Database, { from }: ErasedBefore): Promise<number> {
  return db.settings.filter((row) => isFormer(row) && row.value.until < from).delete();
}
