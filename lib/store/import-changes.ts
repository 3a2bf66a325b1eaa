import type { FieldName } from '../deal/fields.ts';
import type { ImportedChange } from '../deal/imported.ts';
import type { DealReading, FieldReading } from '../deal/reading.ts';
import { AHEAD_MS } from '../history/derive-changes.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import { foldRows, type Rows } from '../history/fold.ts';
import type { Change } from '../history/types.ts';
import type { PortionImport } from './import-portion.ts';
import { loadRows } from './load-histories.ts';
import { markStale } from './packs.ts';
import { stateOf } from './record-look.ts';
import { rowsByDeal } from './rows-by-deal.ts';
import { ruleInFile } from './rule-in-file.ts';
import type { Database } from './schema.ts';
import { lastPlace, putPlace } from './sequence.ts';

/** What fields were, and since when: each said at its own moment, between what was known before and after it. */
export async function importChanges(work: PortionImport): Promise<void> {
  const { db, portion, now, counts, writes } = work;
  if (portion.changes.length === 0) return;
  const byDeal = await rowsByDeal(work, portion.changes);
  const isAhead = ({ at }: ImportedChange) => at > now + AHEAD_MS;
  const before = await loadRows(db, [...byDeal.keys()]);
  const fresh: NewChange[] = [];
  for (const [deal, changes] of byDeal) {
    for (const { row } of changes.filter(isAhead)) counts.refuse(row, 'in-the-future');
    const said = changes.filter((change) => !isAhead(change)).sort((a, b) => a.at - b.at);
    const rows = before.get(deal) ?? { changes: [], sightings: [] };
    fresh.push(...derive(work, deal, rows, said));
  }
  if (fresh.length === 0 || !writes) return;
  const { seq: last } = await lastPlace(db);
  await db.changes.bulkAdd(fresh.map((change, index): Change => ({ ...change, seq: last + 1 + index })));
  await putPlace(db, { seq: last + fresh.length, at: now });
  await refold(db, [...new Set(fresh.map(({ deal }) => deal))]);
}

type NewChange = Omit<Change, 'seq'>;

/** The place of rows that are about to be written: after all others. */
const LAST = Number.MAX_SAFE_INTEGER - 1e6;

/** What changes of one deal, oldest first, add to its rows. */
function derive(
  { portion: { crm, file }, now, counts }: PortionImport,
  deal: string,
  before: Rows,
  said: readonly ImportedChange[],
): NewChange[] {
  const rows: Rows = { changes: [...before.changes], sightings: before.sightings };
  const fresh: NewChange[] = [];
  const say = (field: FieldName, value: FieldReading<unknown>, at: number, isExact: boolean): number => {
    const fromFile = { ...value, rule: ruleInFile(file, value.rule ?? '') };
    const reading = { recordId: null, url: null, fields: { [field]: fromFile } } as DealReading;
    const { changes: told } = deriveLateChanges(rows, reading, { deal, crm, page: 'file', at, recordedAt: now });
    const dated = told.map((change) =>
      isExact && change.seenAt === at ? { ...change, exact: true as const } : change,
    );
    rows.changes.push(...dated.map((change, index) => ({ ...change, seq: LAST + rows.changes.length + index })));
    fresh.push(...dated);
    return dated.length;
  };
  for (const { row, field, from, to, at } of said) {
    // The moment before: then the field still held what the file says it held.
    const told = (from ? say(field, from, at - 1, false) : 0) + say(field, to, at, true);
    counts.say(row, told > 0 ? 'changed' : 'same');
  }
  return fresh;
}

/** What a deal's rows add up to, worked out anew after the past was extended. */
export async function refold(db: Database, deals: readonly string[]): Promise<void> {
  const [rows, records] = await Promise.all([loadRows(db, deals), db.deals.bulkGet([...deals])]);
  const known = records.flatMap((record) => {
    const own = record && rows.get(record.id);
    return own ? [{ record, folded: foldRows(own) }] : [];
  });
  await db.states.bulkPut(known.map(({ record, folded }) => stateOf(record, folded)));
  const earlier = known.flatMap(({ record, folded: { firstSeenAt } }) =>
    firstSeenAt !== null && firstSeenAt < record.firstSeenAt ? [{ ...record, firstSeenAt }] : [],
  );
  await db.deals.bulkPut(earlier);
  await markStale(
    db,
    earlier.map(({ id }) => id),
  );
}
