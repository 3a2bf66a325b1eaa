import type { IndexableType } from 'dexie';
import type { AgreedWait, DealPromise } from '../deal/promise.ts';
import type { OneToOne } from '../deal/talk.ts';
import { type DateOrders, joinOrders } from '../history/date-orders.ts';
import type { DealRecord, PastRow } from '../history/types.ts';
import { isRecord } from '../settings/settings-schema.ts';
import { isLeftOut } from './local-rows.ts';
import { rootsOf } from './merges.ts';
import type { Database, StageSetRow } from './schema.ts';
import { isFormer } from './stored-settings.ts';
import { eachPage, fromAside, keyOf } from './table-pages.ts';

/** A backup on its way into this database. */
export type Merge = {
  db: Database;
  from: Database;
  /** Our id for each deal of the backup. */
  ours: ReadonlyMap<string, string>;
  /** Deals of which the backup knows more, by our ids. */
  grown: Set<string>;
  /**
   * In the order of recording our rows come first, then the backup's in their own order, moved on by `shift`, then what
   * joining them took, from `next` on.
   */
  shift: number;
  next: number;
  /** Rows with a place in that order were added. */
  isLonger: boolean;
  /** Nothing is written: what would be is counted. */
  isDry: boolean;
};

/** Of two rows with one key, all that both say. Gives `ours` itself back where the backup's adds nothing. */
type Both<R> = (ours: R, theirs: R) => R;

const stays = <R>(ours: R): R => ours;

/** Adds the rows whose keys are not known here; of one that is known `both` decides. */
export async function mergeKeyed<R extends object>(
  { db, from, ours, grown, isDry }: Merge,
  name: string,
  both: Both<R> = stays,
  isWanted: (row: R) => boolean = () => true,
): Promise<void> {
  const table = db.table(name);
  await eachPage<R & { deal?: string; picked?: string | null }>(
    from.table(name),
    async (rows) => {
      const said = rows.filter((row) => !isLeftOut(name, row) && isWanted(row)).map((row) => withDeal(row, ours));
      const known: (R | undefined)[] = await table.bulkGet(said.map((row) => keyOf(table, row) as IndexableType));
      const fresh = said.flatMap((row, at) => {
        const here = known[at];
        const joined = here ? both(here, row) : row;
        return joined === here ? [] : [joined];
      });
      for (const row of fresh) if ('deal' in row && typeof row.deal === 'string') grown.add(row.deal);
      if (!isDry) await table.bulkPut(fresh);
    },
    fromAside,
  );
}

function withDeal<R extends { deal?: string; picked?: string | null }>(row: R, ours: Merge['ours']): R {
  if (row.picked) return { ...row, picked: ours.get(row.picked) ?? row.picked };
  return row.deal === undefined ? row : { ...row, deal: ours.get(row.deal) ?? row.deal };
}

export async function mergeDeals({ db, from, ours, isDry }: Merge): Promise<void> {
  await eachPage<DealRecord>(
    from.deals,
    async (rows) => {
      const said = rows.map((row) => ({ ...row, id: ours.get(row.id) ?? row.id }));
      const known = await db.deals.bulkGet(said.map(({ id }) => id));
      const fresh = said.flatMap((row, at) => {
        const here = known[at];
        if (!here) return [row];
        return row.firstSeenAt < here.firstSeenAt ? [{ ...here, firstSeenAt: row.firstSeenAt }] : [];
      });
      if (!isDry) await db.deals.bulkPut(fresh);
    },
    fromAside,
  );
}

/** Which deals are one, as far as it does not go round in a circle with what was said here. */
export async function mergeMerges({ db, from, ours, grown, isDry }: Merge): Promise<void> {
  const said = await fromAside(() => from.merges.toArray());
  for (const { at, ...row } of said) {
    const [deal, into] = [ours.get(row.deal) ?? row.deal, ours.get(row.into) ?? row.into];
    if (deal === into || (await db.merges.get(deal)) || (await rootsOf(db))(into) === deal) continue;
    grown.add(deal);
    if (!isDry) await db.merges.add({ deal, into, at });
  }
}

export const laterStages: Both<StageSetRow> = (ours, theirs) => (theirs.at > ours.at ? theirs : ours);

export const promiseOfBoth: Both<DealPromise> = (ours, theirs) => {
  const settled = ours.settled ?? theirs.settled;
  const moved = theirs.movedFrom.length > ours.movedFrom.length ? theirs : ours;
  if (settled === ours.settled && moved === ours) return ours;
  return { ...ours, settled, by: moved.by, movedFrom: moved.movedFrom };
};

export const waitOfBoth: Both<AgreedWait> = (ours, theirs) =>
  ours.endedAt === null && theirs.endedAt !== null ? { ...ours, endedAt: theirs.endedAt } : ours;

export const pastOfBoth: Both<PastRow> = (ours, theirs) => {
  const seenAt = Math.min(ours.seenAt, theirs.seenAt);
  const lastSeenAt = Math.max(ours.lastSeenAt, theirs.lastSeenAt);
  return seenAt === ours.seenAt && lastSeenAt === ours.lastSeenAt ? ours : { ...ours, seenAt, lastSeenAt };
};

/** Of one talk that was written on in two browsers, what was written last. */
export const talkOfBoth: Both<OneToOne> = (ours, theirs) => (theirs.changedAt > ours.changedAt ? theirs : ours);

type Keyed = { key: string; value: unknown };

/** What this browser's settings were before is its own as well. */
export async function mergeSettings(merge: Merge): Promise<void> {
  const isSet = (await merge.db.settings.get('settings')) !== undefined;
  await mergeKeyed<Keyed>(merge, 'settings', settingsOfBoth, (row) => !isSet || !isFormer(row));
}

/** This browser's settings stay, and sites that it does not know are added; one that set nothing yet takes all. */
const settingsOfBoth: Both<Keyed> = (ours, theirs) => {
  if (ours.key !== 'settings' || !isRecord(ours.value) || !isRecord(theirs.value)) return ours;
  const [here, there] = [ours.value.sites ?? {}, theirs.value.sites];
  if (!isRecord(here) || !isRecord(there) || Object.keys(there).every((origin) => origin in here)) return ours;
  return { key: ours.key, value: { ...ours.value, sites: { ...there, ...here } } };
};

export const metaOfBoth: Both<Keyed> = (ours, theirs) => {
  if (!ours.key.startsWith('date-orders ')) return ours;
  const value = joinOrders(ours.value as DateOrders, theirs.value as DateOrders);
  return value === ours.value ? ours : { key: ours.key, value };
};

/** Weeks under our ids. Of one that was swept in two browsers, the one that was completed first stands. */
export async function mergeSweeps({ db, from, ours, isDry }: Merge): Promise<void> {
  const idOf = (deal: string) => ours.get(deal) ?? deal;
  for (const row of await fromAside(() => from.sweeps.toArray())) {
    const theirs = {
      ...row,
      filtered: row.filtered.map((one) => ({ ...one, deal: idOf(one.deal) })),
      covered: row.covered.map(idOf),
    };
    const here = await db.sweeps.get(row.from);
    const isEarlier =
      theirs.completedAt !== null && (here?.completedAt ?? Number.POSITIVE_INFINITY) > theirs.completedAt;
    if (!isDry && (!here || isEarlier)) await db.sweeps.put(theirs);
  }
}
