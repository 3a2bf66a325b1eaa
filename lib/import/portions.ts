import type { ImportPortion, RefusedRow } from '../deal/imported.ts';
import { changeReader } from './change-rows.ts';
import { dealReader } from './deal-rows.ts';
import type { ImportPlan } from './import-plan.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { pastReader } from './past-rows.ts';
import type { Said } from './said-row.ts';
import { dataRows, type Survey } from './survey.ts';
import type { Table, TableRow } from './table.ts';

/** A portion to store, the rows of it that are not, and how many rows of the file both of them are. */
export type PortionOfRows = { portion: ImportPortion; refused: RefusedRow[]; rows: number };

type Parts = Pick<ImportPortion, 'deals' | 'changes' | 'past'>;

const noParts = (): Parts => ({ deals: [], changes: [], past: [] });

/** A file's rows as portions, in their order. The same file under the same plan gives the same portions with the same ids. */
export async function* portionsOf(table: Table, survey: Survey, plan: ImportPlan): AsyncGenerator<PortionOfRows> {
  const read = rowReader(plan);
  let place = 0;
  let parts = noParts();
  let refused: RefusedRow[] = [];
  let rows = 0;
  const close = async (): Promise<PortionOfRows> => {
    const portion = await portionOf(parts, place++, plan);
    const closed = { portion, refused, rows };
    parts = noParts();
    refused = [];
    rows = 0;
    return closed;
  };
  for await (const batch of dataRows(table, survey)) {
    for (const row of batch) {
      rows++;
      const said = readRow(row, survey, read, parts);
      if (said) refused.push(said);
      if (rows === IMPORT_LIMITS.portion) yield close();
    }
  }
  if (rows > 0) yield close();
}

type ReadRow = (row: TableRow, parts: Parts) => RefusedRow | null;

function rowReader(plan: ImportPlan): ReadRow {
  const take = <T>(said: Said<T>, list: T[]): RefusedRow | null => {
    if ('refused' in said) return said.refused;
    list.push(said.said);
    return null;
  };
  if (plan.kind === 'history') {
    const read = changeReader(plan);
    return (row, parts) => take(read(row), parts.changes);
  }
  if (plan.kind === 'activities') {
    const read = pastReader(plan);
    return (row, parts) => take(read(row), parts.past);
  }
  const read = dealReader(plan);
  return (row, parts) => take(read(row), parts.deals);
}

function readRow(row: TableRow, { headers }: Survey, read: ReadRow, parts: Parts): RefusedRow | null {
  if (row.broken !== null) return { row: row.row, reason: row.broken };
  // A separator inside of a text that was not quoted shifts every cell behind it.
  const beyond = row.cells.slice(headers.length).some((cell) => String(cell).trim() !== '');
  return beyond ? { row: row.row, reason: 'unreadable' } : read(row, parts);
}

async function portionOf(parts: Parts, place: number, plan: ImportPlan): Promise<ImportPortion> {
  const { crm, tenant, file, at, timeZone } = plan;
  // Not the file's name: a copy of it is the same file.
  const told = JSON.stringify([place, crm, tenant, at, timeZone, plan.kind, parts]);
  return { id: await digest(told), crm, tenant, file, at, timeZone, ...parts };
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The first rows as they would be stored; what is refused among them with its reason. */
export async function firstRows(
  table: Table,
  survey: Survey,
  plan: ImportPlan,
  most: number,
): Promise<Parts & { refused: RefusedRow[] }> {
  const read = rowReader(plan);
  const parts = noParts();
  const refused: RefusedRow[] = [];
  let rows = 0;
  for await (const batch of dataRows(table, survey)) {
    for (const row of batch) {
      if (rows++ >= most) return { ...parts, refused };
      const said = readRow(row, survey, read, parts);
      if (said) refused.push(said);
    }
  }
  return { ...parts, refused };
}
