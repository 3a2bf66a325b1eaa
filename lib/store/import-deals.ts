import type { Instant } from '../deal/day.ts';
import type { DealKey, ImportedDeal } from '../deal/imported.ts';
import type { DealReading, FieldReading, FieldReadings } from '../deal/reading.ts';
import { AHEAD_MS, seenFields } from '../history/derive-changes.ts';
import type { DealRecord } from '../history/types.ts';
import { type FoundDeal, findDeals } from './find-deals.ts';
import type { PortionImport } from './import-portion.ts';
import { markStale } from './packs.ts';
import { deriveLook, type Look, writeLook } from './record-look.ts';
import { ruleInFile } from './rule-in-file.ts';
import type { AliasRow, Database } from './schema.ts';
import { lastPlace } from './sequence.ts';

/** What each deal was at the moment that the file speaks for: one look at all of them. */
export async function importDeals(work: PortionImport): Promise<void> {
  const { db, portion, now, counts, writes } = work;
  const { id, crm, tenant, at } = portion;
  if (portion.deals.length === 0) return;
  const { rows, records, aliases } = placeRows(work, await findDeals(db, portion, portion.deals.map(keyOf)));
  const look: Look = { reading: id, crm, tenant, page: 'file', at, recordedAt: now, rows: null };
  const derived = await deriveLook(db, look, new Map([...rows].map(([deal, { reading }]) => [deal, reading])));
  const fresh = new Set(records.map((record) => record.id));
  const moved = new Set(derived.changes.map(({ deal }) => deal));
  for (const [deal, { row }] of rows) counts.say(row, fresh.has(deal) ? 'fresh' : moved.has(deal) ? 'changed' : 'same');
  if (!writes) return;
  const isRepeat = (await db.sightings.where('reading').equals(id).count()) > 0;
  if (rows.size === 0 || (isRepeat && records.length === 0 && derived.changes.length === 0)) return;
  await db.deals.bulkAdd(records);
  await db.aliases.bulkAdd(aliases);
  await keepLinks(db, rows, at);
  // A portion whose deals were erased since is a look of its own.
  const { seq } = await lastPlace(db);
  await writeLook(db, { ...look, reading: isRepeat ? `${id} ${now}` : id }, derived, seq);
}

/** A row that is kept: its line in the file, and what it says. */
type PlacedRow = { row: number; reading: DealReading };

type Placed = {
  /** By our ids. */
  rows: Map<string, PlacedRow>;
  /** Of the deals that are new. */
  records: DealRecord[];
  aliases: AliasRow[];
};

/** Gives each row the deal that was found for it, or a new one, or the reason why it is refused. */
function placeRows({ portion, now, counts }: PortionImport, found: readonly FoundDeal[]): Placed {
  const { crm, tenant, file, at } = portion;
  const placed: Placed = { rows: new Map(), records: [], aliases: [] };
  const taken = new Set<string>();
  for (const [index, deal] of portion.deals.entries()) {
    const { row, recordId, url } = deal;
    const match = found[index] ?? 'none';
    const known = typeof match === 'object' ? match.deal : null;
    const key = keyOf(deal);
    const reading: DealReading = { recordId, url, fields: fieldsInFile(deal, file) };
    // Two rows of one portion for one new deal: its second row would be taken for another deal.
    const own = recordId ?? JSON.stringify([key.name, key.account, key.owner]);
    if (at > now + AHEAD_MS) counts.refuse(row, 'in-the-future');
    else if (match === 'several') counts.refuse(row, 'several-deals');
    else if (known === null && key.name === null) counts.refuse(row, 'no-name');
    else if (taken.has(own) || (known !== null && placed.rows.has(known))) counts.refuse(row, 'twice-in-file');
    else if (seenFields(reading, { crm, page: 'file' }).length === 0) counts.refuse(row, 'no-value');
    else {
      const id = known ?? crypto.randomUUID();
      taken.add(own);
      placed.rows.set(id, { row, reading });
      if (known !== null) continue;
      placed.records.push({ id, crm, tenant, url: url ?? '', firstSeenAt: at });
      if (recordId !== null) placed.aliases.push({ crm, tenant, kind: 'deal', recordId, deal: id });
    }
  }
  return placed;
}

const textOf = (said: FieldReading<string> | undefined) => (said?.ok ? said.value : null);

const keyOf = ({ recordId, fields }: ImportedDeal): DealKey => ({
  recordId,
  name: textOf(fields.name),
  account: textOf(fields.account),
  owner: textOf(fields.owner),
});

const fieldsInFile = ({ fields }: ImportedDeal, file: string): FieldReadings =>
  Object.fromEntries(
    Object.entries(fields).map(([field, said]) => [field, { ...said, rule: ruleInFile(file, said.rule ?? '') }]),
  );

/** A file may know a link that no page gave, and a moment before the first look. */
async function keepLinks(db: Database, rows: ReadonlyMap<string, PlacedRow>, at: Instant): Promise<void> {
  const records = (await db.deals.bulkGet([...rows.keys()])).flatMap((record) => (record ? [record] : []));
  const changed = records.flatMap((record) => {
    const url = record.url || (rows.get(record.id)?.reading.url ?? '');
    const firstSeenAt = Math.min(record.firstSeenAt, at);
    return url === record.url && firstSeenAt === record.firstSeenAt ? [] : [{ ...record, url, firstSeenAt }];
  });
  await db.deals.bulkPut(changed);
  await markStale(
    db,
    changed.map(({ id }) => id),
  );
}
