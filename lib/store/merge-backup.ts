import { matchedDeals } from './matched-deals.ts';
import { mergeChanges } from './merge-changes.ts';
import { mergeDrafts, mergeSnapshots } from './merge-frozen.ts';
import { mergeLooks } from './merge-looks.ts';
import {
  laterStages,
  type Merge,
  mergeDeals,
  mergeKeyed,
  mergeMerges,
  mergeSettings,
  mergeSweeps,
  metaOfBoth,
  pastOfBoth,
  promiseOfBoth,
  talkOfBoth,
  waitOfBoth,
} from './merge-rows.ts';
import { dropPacks } from './packs.ts';
import { rebuildStates } from './rebuild-states.ts';
import type { Database } from './schema.ts';
import { lastPlace, putPlace } from './sequence.ts';
import { fromAside } from './table-pages.ts';

/** What a backup and this database know of each other, in deals. */
export type Difference = {
  /** Deals of the backup that are not known here. */
  added: number;
  /** Deals known here of which the backup knows more. */
  grown: number;
  /** Deals of which it knows nothing more. */
  same: number;
  /** Deals here that it does not hold. */
  onlyHere: number;
};

/** How each table is joined, in this order; of any other, rows are added whose keys are not known here. */
const RULES: Record<string, (merge: Merge) => Promise<void>> = {
  changes: mergeChanges,
  sightings: mergeLooks,
  stageSets: (merge) => mergeKeyed(merge, 'stageSets', laterStages),
  promises: (merge) => mergeKeyed(merge, 'promises', promiseOfBoth),
  waits: (merge) => mergeKeyed(merge, 'waits', waitOfBoth),
  talks: (merge) => mergeKeyed(merge, 'talks', talkOfBoth),
  sweeps: mergeSweeps,
  snapshots: mergeSnapshots,
  drafts: mergeDrafts,
  past: (merge) => mergeKeyed(merge, 'past', pastOfBoth),
  settings: mergeSettings,
  meta: (merge) => mergeKeyed(merge, 'meta', metaOfBoth),
  deals: mergeDeals,
  merges: mergeMerges,
};

/** They follow from the others, or go with them. */
const DERIVED = new Set(['rowSets', 'states', 'packs', 'leaves']);

/**
 * Adds to this database what a backup knows more: deals are matched by the records that both know, and nothing known here
 * is taken away. One transaction: all of it or nothing. What was merged once changes nothing when it is merged again.
 * `isDry`: nothing is written, for looking at what it would come to.
 */
export function mergeBackup(db: Database, from: Database, isDry = false): Promise<Difference> {
  return db.transaction(isDry ? 'r' : 'rw', db.tables, async () => {
    const known = new Set(await db.deals.toCollection().primaryKeys());
    const ours = await matchedDeals(db, from);
    const here = await lastPlace(db);
    const there = await fromAside(() => lastPlace(from));
    const next = here.seq + there.seq + 1;
    const merge: Merge = { db, from, ours, grown: new Set(), shift: here.seq, next, isLonger: false, isDry };
    const others = db.tables.filter(({ name }) => !(name in RULES) && !DERIVED.has(name));
    for (const rule of Object.values(RULES)) await rule(merge);
    for (const { name } of others) await mergeKeyed(merge, name);
    const at = Math.max(here.at, there.at);
    if (!isDry && merge.isLonger) await putPlace(db, { seq: merge.next - 1, at });
    if (!isDry && merge.grown.size > 0) await dropPacks(db);
    if (!isDry) await rebuildStates(db, [...merge.grown]);
    return difference(merge, known);
  });
}

function difference({ ours, grown }: Merge, known: ReadonlySet<string>): Difference {
  const theirs = new Set(ours.values());
  const added = [...theirs].filter((id) => !known.has(id)).length;
  const more = [...theirs].filter((id) => known.has(id) && grown.has(id)).length;
  const onlyHere = [...known].filter((id) => !theirs.has(id)).length;
  return { added, grown: more, same: theirs.size - added - more, onlyHere };
}
