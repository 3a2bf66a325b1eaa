import type { Instant } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type {
  DealKey,
  ImportCounts,
  ImportedDeal,
  ImportPortion,
  RefusalReason,
  RefusedRow,
} from '../deal/imported.ts';
import { pastKeys } from '../deal/past.ts';
import type { DealReading, FieldReading } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import { AHEAD_MS, seenFields } from '../history/derive-changes.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import { foldRows, type Rows } from '../history/fold.ts';
import type { Change, DealRecord, PastRow } from '../history/types.ts';
import { type FoundDeal, findDeals } from './find-deals.ts';
import { loadRows } from './load-histories.ts';
import { markStale } from './packs.ts';
import { deriveLook, LOOK_TABLES, type Look, stateOf, writeLook } from './record-look.ts';
import type { AliasRow, Database } from './schema.ts';
import { lastPlace, putPlace } from './sequence.ts';

const TABLES = [...LOOK_TABLES, 'deals', 'aliases', 'past'] as const;

/** Leaves the transaction of a dry run without a trace. */
class DryRunOver extends Error {}

/**
 * Keeps what one portion of a file says, or nothing; `dry`: only tells what it would do. Rows that cannot be kept are
 * refused one by one with the reason, and take nothing with them. The same portion twice changes nothing.
 */
export async function importPortion(
  db: Database,
  portion: ImportPortion,
  now: Instant,
  { dry }: { dry: boolean },
): Promise<ImportCounts> {
  const counts = new RowCounts();
  // A file of one kind is only looked through; where rows speak of deals of the same portion it is written and taken back.
  const parts = [portion.deals, portion.changes, portion.past].filter(({ length }) => length > 0).length;
  const writes = !dry || parts > 1;
  try {
    await db.transaction(writes ? 'rw' : 'r', [...TABLES], async () => {
      await importDeals(db, portion, now, counts, writes);
      await importChanges(db, portion, now, counts, writes);
      await importPast(db, portion, now, counts, writes);
      if (dry && writes) throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  return counts.counts();
}

/** What became of each row; of a row that says several things the most that any did. */
class RowCounts {
  readonly #rows = new Map<number, 'fresh' | 'changed' | 'same'>();
  readonly #refused: RefusedRow[] = [];

  say(row: number, what: 'fresh' | 'changed' | 'same'): void {
    const before = this.#rows.get(row);
    if (before === undefined || before === 'same' || what === 'fresh') this.#rows.set(row, what);
  }

  refuse(row: number, reason: RefusalReason): void {
    this.#refused.push({ row, reason });
  }

  counts(): ImportCounts {
    const count = (what: string) => [...this.#rows.values()].filter((one) => one === what).length;
    const refused = this.#refused.filter(({ row }) => !this.#rows.has(row));
    return { fresh: count('fresh'), changed: count('changed'), same: count('same'), refused };
  }
}

const textOf = (said: FieldReading<string> | undefined) => (said?.ok ? said.value : null);

const keyOf = ({ recordId, fields }: ImportedDeal): DealKey => ({
  recordId,
  name: textOf(fields.name),
  account: textOf(fields.account),
  owner: textOf(fields.owner),
});

/** The file's name stands before the column in the evidence. */
function fromFile<R extends FieldReading<unknown>>(file: string, said: R): R {
  return { ...said, rule: `${file} · ${said.rule ?? ''}`.slice(0, LIMITS.name) };
}

async function importDeals(
  db: Database,
  portion: ImportPortion,
  now: Instant,
  counts: RowCounts,
  writes: boolean,
): Promise<void> {
  const { crm, tenant, file, at } = portion;
  if (portion.deals.length === 0) return;
  const found = await findDeals(db, portion, portion.deals.map(keyOf));
  const rows = new Map<string, { deal: ImportedDeal; reading: DealReading; isNew: boolean }>();
  const named = new Map<string, string>();
  const records: DealRecord[] = [];
  const aliases: AliasRow[] = [];
  for (const [index, deal] of portion.deals.entries()) {
    const known = found[index] ?? 'none';
    const key = keyOf(deal);
    const fields = Object.fromEntries(
      Object.entries(deal.fields).map(([field, said]) => [field, fromFile(file, said)]),
    );
    const reading: DealReading = { recordId: deal.recordId, url: deal.url, fields };
    // Two rows of one portion for one new deal: its second row would be taken for another deal.
    const own = deal.recordId ?? JSON.stringify([key.name, key.account, key.owner]);
    if (at > now + AHEAD_MS) counts.refuse(deal.row, 'in-the-future');
    else if (known === 'several') counts.refuse(deal.row, 'several-deals');
    else if (known === 'none' && key.name === null) counts.refuse(deal.row, 'no-name');
    else if (named.has(own) || (known !== 'none' && rows.has(known.deal))) counts.refuse(deal.row, 'twice-in-file');
    else if (seenFields(reading, { crm, page: 'file' }).length === 0) counts.refuse(deal.row, 'no-value');
    else {
      const id = known === 'none' ? crypto.randomUUID() : known.deal;
      named.set(own, id);
      rows.set(id, { deal, reading, isNew: known === 'none' });
      if (known !== 'none') continue;
      records.push({ id, crm, tenant, url: deal.url ?? '', firstSeenAt: at });
      if (deal.recordId !== null) aliases.push({ crm, tenant, kind: 'deal', recordId: deal.recordId, deal: id });
    }
  }
  const look: Look = { reading: portion.id, crm, tenant, page: 'file', at, recordedAt: now, rows: null };
  const derived = await deriveLook(db, look, new Map([...rows].map(([id, { reading }]) => [id, reading])));
  const moved = new Set(derived.changes.map(({ deal }) => deal));
  for (const [id, { deal, isNew }] of rows) counts.say(deal.row, isNew ? 'fresh' : moved.has(id) ? 'changed' : 'same');
  if (!writes) return;
  const isRepeat = (await db.sightings.where('reading').equals(portion.id).count()) > 0;
  if (rows.size === 0 || (isRepeat && records.length === 0 && derived.changes.length === 0)) return;
  await db.deals.bulkAdd(records);
  await db.aliases.bulkAdd(aliases);
  await keepLinks(db, rows, at);
  // A portion whose deals were erased since is a look of its own.
  const { seq } = await lastPlace(db);
  await writeLook(db, { ...look, reading: isRepeat ? `${portion.id} ${now}` : portion.id }, derived, seq);
}

async function keepLinks(db: Database, rows: ReadonlyMap<string, { deal: ImportedDeal }>, at: Instant): Promise<void> {
  const records = (await db.deals.bulkGet([...rows.keys()])).flatMap((record) => (record ? [record] : []));
  const changed = records.flatMap((record) => {
    const url = record.url || (rows.get(record.id)?.deal.url ?? '');
    const firstSeenAt = Math.min(record.firstSeenAt, at);
    return url === record.url && firstSeenAt === record.firstSeenAt ? [] : [{ ...record, url, firstSeenAt }];
  });
  await db.deals.bulkPut(changed);
  await markStale(
    db,
    changed.map(({ id }) => id),
  );
}

/** The place of rows that are about to be written: after all others. */
const LAST = Number.MAX_SAFE_INTEGER;

/** What fields were, and since when: each said at its own moment, between what was known before and after it. */
async function importChanges(
  db: Database,
  portion: ImportPortion,
  now: Instant,
  counts: RowCounts,
  writes: boolean,
): Promise<void> {
  if (portion.changes.length === 0) return;
  const { crm, file } = portion;
  const found = await findDeals(
    db,
    portion,
    portion.changes.map(({ key }) => key),
  );
  const byDeal = new Map<string, ImportPortion['changes']>();
  for (const [index, change] of portion.changes.entries()) {
    const deal = dealOf(found[index], change.row, counts);
    if (deal === null) continue;
    if (change.at > now + AHEAD_MS) counts.refuse(change.row, 'in-the-future');
    else byDeal.set(deal, [...(byDeal.get(deal) ?? []), change]);
  }
  const before = await loadRows(db, [...byDeal.keys()]);
  const fresh: Omit<Change, 'seq'>[] = [];
  for (const [deal, changes] of byDeal) {
    const rows: Rows = {
      changes: [...(before.get(deal)?.changes ?? [])],
      sightings: before.get(deal)?.sightings ?? [],
    };
    const say = (field: FieldName, said: FieldReading<unknown>, at: Instant, isExact: boolean): number => {
      const reading = { recordId: null, url: null, fields: { [field]: fromFile(file, said) } } as DealReading;
      const { changes: told } = deriveLateChanges(rows, reading, { deal, crm, page: 'file', at, recordedAt: now });
      const dated = told.map((change) =>
        isExact && change.seenAt === at ? { ...change, exact: true as const } : change,
      );
      rows.changes.push(
        ...dated.map((change, index) => ({ ...change, seq: LAST - 1e6 + rows.changes.length + index })),
      );
      fresh.push(...dated);
      return dated.length;
    };
    for (const { row, field, from, to, at } of [...changes].sort((a, b) => a.at - b.at)) {
      // The moment before: then the field still held what the file says it held.
      const told = (from ? say(field, from, at - 1, false) : 0) + say(field, to, at, true);
      counts.say(row, told > 0 ? 'changed' : 'same');
    }
  }
  if (fresh.length === 0 || !writes) return;
  const { seq: last } = await lastPlace(db);
  await db.changes.bulkAdd(fresh.map((change, index): Change => ({ ...change, seq: last + 1 + index })));
  await putPlace(db, { seq: last + fresh.length, at: now });
  await refold(db, [...new Set(fresh.map(({ deal }) => deal))]);
}

/** What a deal's rows add up to, worked out anew after the past was extended. */
async function refold(db: Database, deals: readonly string[]): Promise<void> {
  const rows = await loadRows(db, deals);
  const records = new Map((await db.deals.bulkGet([...deals])).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  for (const [deal, own] of rows) {
    const record = records.get(deal);
    const folded = foldRows(own);
    if (!record) continue;
    await db.states.put(stateOf(record, folded));
    const firstSeenAt = folded.firstSeenAt ?? record.firstSeenAt;
    if (firstSeenAt >= record.firstSeenAt) continue;
    await db.deals.put({ ...record, firstSeenAt });
    await markStale(db, [deal]);
  }
}

function dealOf(found: FoundDeal | undefined, row: number, counts: RowCounts): string | null {
  if (typeof found === 'object') return found.deal;
  counts.refuse(row, found === 'several' ? 'several-deals' : 'no-deal');
  return null;
}

async function importPast(
  db: Database,
  portion: ImportPortion,
  now: Instant,
  counts: RowCounts,
  writes: boolean,
): Promise<void> {
  if (portion.past.length === 0) return;
  const found = await findDeals(
    db,
    portion,
    portion.past.map(({ key }) => key),
  );
  const byDeal = new Map<string, ImportPortion['past']>();
  for (const [index, entry] of portion.past.entries()) {
    const deal = dealOf(found[index], entry.row, counts);
    if (deal !== null) byDeal.set(deal, [...(byDeal.get(deal) ?? []), entry]);
  }
  for (const [deal, told] of byDeal) {
    const entries = told.map(({ entry }) => ({
      ...entry,
      evidence: { ...entry.evidence, rule: `${portion.file} · ${entry.evidence.rule}`.slice(0, LIMITS.name) },
    }));
    const keys = pastKeys(entries);
    const known = await db.past.bulkGet(keys.map((key) => [deal, key] as [string, string]));
    const rows = entries.flatMap((entry, index): PastRow[] => {
      counts.say(told[index]?.row ?? 0, known[index] ? 'same' : 'changed');
      const key = keys[index] ?? '';
      const at = portion.at;
      return known[index] ? [] : [{ deal, key, entry, seenAt: at, lastSeenAt: at, recordedAt: now }];
    });
    if (writes) await db.past.bulkAdd(rows);
  }
}
