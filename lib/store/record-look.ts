import type { Instant } from '../deal/day.ts';
import { maskOf } from '../deal/fields.ts';
import type { CrmId, DealReading, Reading, SourceKind } from '../deal/reading.ts';
import {
  type DealState,
  type Derived,
  deriveChanges,
  type NewChange,
  type ReadingMeta,
  seenFields,
} from '../history/derive-changes.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import { asDealFields, type Folded, foldRows } from '../history/fold.ts';
import { isSoundState } from '../history/sound.ts';
import { markTogether } from '../history/together.ts';
import type { Change, DealRecord } from '../history/types.ts';
import { loadRows } from './load-histories.ts';
import { nameKeyOf } from './match-rows.ts';
import { addRowSet, findRowSet, type LookRows, rowsOf } from './row-sets.ts';
import type { Database, StateRow } from './schema.ts';
import { putPlace } from './sequence.ts';

/** One look at a page or a file: what is the same for all its deals. */
export type Look = {
  /** Unique: what is sent again carries the same. */
  reading: string;
  crm: CrmId;
  tenant: string;
  page: SourceKind;
  at: Instant;
  recordedAt: Instant;
  rows: Reading['rows'];
  view?: string | undefined;
};

export type DerivedLook = {
  changes: NewChange[];
  states: DealState[];
  rows: LookRows;
  /** The set of these rows, if a look showed them before. */
  rowSet: number | null;
};

/** Tables that looks are written to; a transaction for them may have more. */
export const LOOK_TABLES = ['changes', 'sightings', 'rowSets', 'states', 'meta'] as const;

/** What the rows say against what is known. */
export async function deriveLook(
  db: Database,
  look: Look,
  rows: ReadonlyMap<string, DealReading>,
): Promise<DerivedLook> {
  const ids = [...rows.keys()];
  const shown = rowsOf(
    ids,
    [...rows.values()].map((row) => maskOf(seenFields(row, look).map(({ field }) => field))),
  );
  const [stored, rowSet] = await Promise.all([db.states.bulkGet(ids), findRowSet(db, shown)]);
  const known = new Map(stored.flatMap((one) => (one ? [[one.deal, one] as const] : [])));
  const derived = new Map<string, Omit<Derived, 'mask'>>();
  for (const [deal, row] of rows) {
    const state = known.get(deal) ?? null;
    // A checkpoint that the disk damaged is worked out anew, from the rows.
    if (state && (state.lastSeenAt > look.at || !isSoundState(state))) continue;
    const told = deriveChanges(state, row, metaOf(look, deal));
    // Of the moment that was seen last the checkpoint tells what was known, not where a new value stands among its rows.
    if (state?.lastSeenAt !== look.at || told.changes.length === 0) derived.set(deal, told);
  }
  const past = await loadRows(
    db,
    ids.filter((id) => !derived.has(id)),
  );
  const changes: NewChange[] = [];
  const states: DealState[] = [];
  for (const [deal, row] of rows) {
    const before = past.get(deal);
    const told = before ? deriveLate(before, row, metaOf(look, deal)) : derived.get(deal);
    if (!told) continue;
    changes.push(...told.changes);
    states.push(told.state);
  }
  const amounts = [...rows.values()].filter(({ fields }) => fields.amount?.ok).length;
  return { changes: markTogether(changes, amounts), states, rows: shown, rowSet };
}

const metaOf = ({ crm, page, at, recordedAt }: Look, deal: string): ReadingMeta => ({
  deal,
  crm,
  page,
  at,
  recordedAt,
});

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
  return { changes, mask, state: foldedState(meta.deal, folded) };
}

/** Gives every row its place in the order of recording, the look's own the last. */
export async function writeLook(db: Database, look: Look, derived: DerivedLook, lastSeq: number): Promise<void> {
  const { changes, states, rows } = derived;
  const rowSet = derived.rowSet ?? (await addRowSet(db, rows));
  const seq = lastSeq + changes.length + 1;
  await Promise.all([
    changes.length > 0 &&
      db.changes.bulkAdd(changes.map((change, at): Change => ({ ...change, seq: lastSeq + 1 + at }))),
    db.sightings.add({ ...look, rowSet, seq }),
    states.length > 0 && db.states.bulkPut(states.map((state) => asStateRow(state, look))),
    putPlace(db, { seq, at: look.recordedAt }),
  ]);
}

function foldedState(deal: string, { fields, lastSeenAt }: Folded): DealState {
  return { deal, fields: asDealFields(fields), lastSeenAt: lastSeenAt ?? 0 };
}

/** The checkpoint of a deal whose rows were played anew. */
export function stateOf(record: DealRecord, folded: Folded): StateRow {
  return asStateRow(foldedState(record.id, folded), record);
}

function asStateRow(state: DealState, { crm, tenant }: Pick<Look, 'crm' | 'tenant'>): StateRow {
  return { ...state, crm, tenant, nameKey: nameKeyOf(state.fields.name?.value) };
}
