import type { Instant } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { CrmId } from '../deal/reading.ts';
import type { ColumnFormat } from './column-look.ts';
import type { ColumnUse, FileKind } from './uses.ts';

/** One installation of one CRM, as readers name it. */
export type Installation = { crm: CrmId; tenant: string };

/** One column as it will be read; `use` null: not at all. */
export type PlannedColumn = { header: string; use: ColumnUse | null; format: ColumnFormat };

/** All that decides what a file's rows are stored as: proposed by what was found, corrected by the user. */
export type ImportPlan = {
  kind: FileKind;
  crm: CrmId;
  tenant: string;
  /** The file's name, for the evidence. */
  file: string;
  /** The moment that a deal export speaks for. */
  at: Instant;
  timeZone: string;
  /** Of words in dates. */
  language: string;
  /** For amounts that show none; null: unknown. */
  currency: string | null;
  /** What a history is of whose rows do not name a field. */
  historyField: FieldName;
  /** First month of the fiscal year, for quotas by quarter. */
  fiscalYearStart: number;
  columns: PlannedColumn[];
};

/** A column that has a use, with its place in the rows. */
export type ReadColumn = { index: number; header: string; format: ColumnFormat };

export function columnsOf({ columns }: ImportPlan, use: ColumnUse): ReadColumn[] {
  return columns.flatMap((column, index) =>
    column.use === use ? [{ index, header: column.header, format: column.format }] : [],
  );
}

export function columnOf(plan: ImportPlan, use: ColumnUse): ReadColumn | null {
  return columnsOf(plan, use)[0] ?? null;
}
