import type { FieldName, FieldValue } from '../deal/fields.ts';
import type { DealReading, Reading } from '../deal/reading.ts';
import { foldLabel, sameValue } from '../deal/same-value.ts';
import type { Database, StateRow } from './schema.ts';

/**
 * Our deal id for each row of a reading; null where none is known. A row with a record id is found by its alias; one
 * without counts as a known deal only where name, account and owner all agree with exactly one.
 */
export async function matchRows(db: Database, reading: Reading): Promise<(string | null)[]> {
  const { crm, tenant } = reading;
  const ids = [...new Set(reading.deals.flatMap((row) => (row.recordId === null ? [] : [row.recordId])))];
  const aliases = await db.aliases.bulkGet(
    ids.map((id) => [crm, tenant, 'deal', id] as [string, string, string, string]),
  );
  const byRecord = new Map(ids.map((id, at) => [id, aliases[at]?.deal ?? null]));
  const nameless = reading.deals.filter((row) => row.recordId === null && nameKeyOf(said(row, 'name')) !== '');
  const keys = [...new Set(nameless.map((row) => nameKeyOf(said(row, 'name'))))];
  const candidates = keys.length
    ? await db.states
        .where('[crm+tenant+nameKey]')
        .anyOf(keys.map((key) => [crm, tenant, key]))
        .toArray()
    : [];
  return reading.deals.map((row) =>
    row.recordId === null ? onlyMatch(row, candidates) : (byRecord.get(row.recordId) ?? null),
  );
}

/** Key of the index that finds deals by name; empty for a deal without one. */
export function nameKeyOf(name: FieldValue | null | undefined): string {
  return typeof name === 'string' ? foldLabel(name) : '';
}

function onlyMatch(row: DealReading, candidates: readonly StateRow[]): string | null {
  const key = nameKeyOf(said(row, 'name'));
  if (key === '') return null;
  const found = candidates.filter((state) => state.nameKey === key && agrees(row, state, 'account', 'owner'));
  return found.length === 1 ? (found[0]?.deal ?? null) : null;
}

function agrees(row: DealReading, state: StateRow, ...fields: FieldName[]): boolean {
  return fields.every((field) => {
    const value = said(row, field);
    const known = state.fields[field]?.value;
    return value != null && known != null && sameValue(field, known, value);
  });
}

function said(row: DealReading, field: FieldName): FieldValue | null {
  const reading = row.fields[field];
  return reading?.ok ? reading.value : null;
}
