import type { ImportCounts, ImportPortion, RefusedRow } from '../deal/imported.ts';
import type { ImportPlan } from './import-plan.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { portionsOf } from './portions.ts';
import type { Survey } from './survey.ts';
import type { Table } from './table.ts';

/** Where portions go: the store, or what stands in for it in tests. */
export type ImportTarget = { portion(portion: ImportPortion, dry: boolean): Promise<ImportCounts> };

/** What a run, or a dry one, has come to so far; rows, each counted once. */
export type ImportTotals = {
  rows: number;
  fresh: number;
  changed: number;
  same: number;
  refused: number;
  /** The refused rows with their reasons, the first of them if they are very many. */
  reasons: RefusedRow[];
};

/** The same without the list of reasons: small enough to be told again and again. */
export type ImportSums = Omit<ImportTotals, 'reasons'>;

/** What a run came to; how many rows each reason refused. `finished`: false where it was stopped before its end. */
export type ImportEnd = {
  finished: boolean;
  sums: ImportSums;
  reasons: { reason: RefusedRow['reason']; rows: number }[];
};

export type RunOptions = {
  dry: boolean;
  /** Looked at between portions: a portion is stored whole or not at all. */
  cancelled(): boolean;
  onProgress(totals: ImportTotals): void;
};

/** Stores a file portion by portion. A run that was stopped is taken up by running the same file again. */
export async function runImport(
  source: { table: Table; survey: Survey; plan: ImportPlan },
  target: ImportTarget,
  { dry, cancelled, onProgress }: RunOptions,
): Promise<{ totals: ImportTotals; finished: boolean }> {
  const totals: ImportTotals = { rows: 0, fresh: 0, changed: 0, same: 0, refused: 0, reasons: [] };
  for await (const { portion, refused, rows } of portionsOf(source.table, source.survey, source.plan)) {
    if (cancelled()) return { totals, finished: false };
    const empty = portion.deals.length + portion.changes.length + portion.past.length === 0;
    const counts = empty ? { fresh: 0, changed: 0, same: 0, refused: [] } : await target.portion(portion, dry);
    const all = [...refused, ...counts.refused].sort((a, b) => a.row - b.row);
    totals.rows += rows;
    totals.fresh += counts.fresh;
    totals.changed += counts.changed;
    totals.same += counts.same;
    totals.refused += all.length;
    totals.reasons.push(...all.slice(0, IMPORT_LIMITS.refused - totals.reasons.length));
    onProgress(totals);
  }
  return { totals, finished: true };
}
