import type { Instant } from '../deal/day.ts';
import type { CrmId, DealReading, SourceKind } from '../deal/reading.ts';
import { type DealState, deriveChanges, type NewChange, type ReadingMeta } from '../history/derive-changes.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import { asDealFields, foldRows } from '../history/fold.ts';
import type { Change } from '../history/types.ts';
import { loadRows } from './load-histories.ts';
import { nameKeyOf } from './match-rows.ts';
import { keepRowSet, rowsOf } from './row-sets.ts';
import type { Database, SightingRow, StateRow } from './schema.ts';
import { takeSequence } from './sequence.ts';

/** One look at a page or a file: what is the same for all its deals. */
export type Look = {
  /** Unique: what is sent again carries the same. */
  reading: string;
  crm: CrmId;
  tenant: string;
  page: SourceKind;
  at: Instant;
  recordedAt: Instant;
  rows: { loaded: number; total: number | null } | null;
};

export type DerivedLook = { changes: NewChange[]; masks: number[]; states: DealState[] };

/** Tables that looks are written to; a transaction for them may have more. */
export const LOOK_TABLES = ['changes', 'sightings', 'rowSets', 'states', 'meta'] as const;

/** What the rows say against what is known. */
export async function deriveLook(
  db: Database,
  look: Look,
  rows: ReadonlyMap<string, DealReading>,
): Promise<DerivedLook> {
  const ids = [...rows.keys()];
  const known = new Map((await db.states.bulkGet(ids)).flatMap((one) => (one ? [[one.deal, one] as const] : [])));
  const late = ids.filter((id) => (known.get(id)?.lastSeenAt ?? 0) >= look.at);
  const past = await loadRows(db, late);
  const changes: NewChange[] = [];
  const masks: number[] = [];
  const states: DealState[] = [];
  for (const [deal, row] of rows) {
    const { crm, page, at, recordedAt } = look;
    const meta: ReadingMeta = { deal, crm, page, at, recordedAt };
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

/** Gives every row its place in the order of recording, the look's own the last. */
export async function writeLook(db: Database, look: Look, { changes, masks, states }: DerivedLook): Promise<void> {
  const first = await takeSequence(db, changes.length + 1);
  await db.changes.bulkAdd(changes.map((change, index): Change => ({ ...change, seq: first + index })));
  const ids = states.map((state) => state.deal);
  const sighting: SightingRow = {
    ...look,
    rowSet: await keepRowSet(db, rowsOf(ids, masks)),
    seq: first + changes.length,
  };
  await db.sightings.add(sighting);
  await db.states.bulkPut(states.map((state) => asStateRow(state, look)));
}

export function asStateRow(state: DealState, { crm, tenant }: Pick<Look, 'crm' | 'tenant'>): StateRow {
  return { ...state, crm, tenant, nameKey: nameKeyOf(state.fields.name?.value) };
}
