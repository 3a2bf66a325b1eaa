import type { Instant } from '../deal/day.ts';
import { AHEAD_MS } from '../history/derive-changes.ts';
import { foldRows } from '../history/fold.ts';
import { loadRows } from './load-histories.ts';
import { dropPacks } from './packs.ts';
import { stateOf } from './record-look.ts';
import type { Database } from './schema.ts';

/** No version of ours is older: a computer that says less has lost its clock. */
const FIRST_RELEASE = Date.UTC(2026, 10, 1);

/**
 * The moment that counts as now. The order of recording tells a wrong clock: where the last row was recorded later than
 * now, the clock ran ahead then, and all that was recorded ahead of now happened by now. A clock that has lost its time
 * stands still at the last row until it is set right.
 */
export async function momentOf(db: Database, now: Instant, last: Instant): Promise<Instant> {
  if (last <= now + AHEAD_MS) return now;
  if (now < FIRST_RELEASE) return last;
  await bringBack(db, now);
  return now;
}

/** The rows that a clock that ran ahead dated into the future: they are dated now, in their order. */
async function bringBack(db: Database, now: Instant): Promise<void> {
  const byNow = (at: Instant) => Math.min(at, now);
  const ahead = <Row extends { recordedAt: Instant }>(row: Row) => row.recordedAt <= now;
  const changes = await db.changes.orderBy('seq').reverse().until(ahead).toArray();
  const looks = await db.sightings.orderBy('seq').reverse().until(ahead).toArray();
  const sets = await db.rowSets.bulkGet(looks.map(({ rowSet }) => rowSet));
  const deals = [...new Set([...sets.flatMap((set) => set?.deals ?? []), ...changes.map(({ deal }) => deal)])];
  await db.changes.bulkPut(
    changes.map((row) => ({
      ...row,
      seenAt: byNow(row.seenAt),
      recordedAt: now,
      after: row.after === null ? null : byNow(row.after),
    })),
  );
  await db.sightings.bulkPut(looks.map((row) => ({ ...row, at: byNow(row.at), recordedAt: now })));
  await dropPacks(db);
  const rows = await loadRows(db, deals);
  for (const record of await db.deals.bulkGet(deals)) {
    const own = record && rows.get(record.id);
    if (!own) continue;
    await db.deals.put({ ...record, firstSeenAt: byNow(record.firstSeenAt) });
    await db.states.put(stateOf(record, foldRows(own)));
  }
}
