import type { ColumnFormat } from '../lib/import/column-look.ts';
import type { ImportPlan, Installation } from '../lib/import/import-plan.ts';
import type { FileChoices, Found } from '../lib/import/inspect-file.ts';
import type { Preview } from '../lib/import/preview-rows.ts';
import type { ImportEnd, ImportSums } from '../lib/import/run-import.ts';
import type { ColumnUse } from '../lib/import/uses.ts';
import type { Work } from './actions.ts';

/** What the import page shows. */
export type ImportState = {
  file: { name: string; size: number } | null;
  /** How much of the file was looked at, 0 to 1; null: not at it. */
  reading: number | null;
  /** What went wrong, in the sentences to show. */
  problem: string | null;
  found: Found | null;
  /** As found, with the user's corrections. */
  plan: ImportPlan | null;
  crms: { id: string; name: string }[];
  /** Installations whose deals are on record. */
  sites: Installation[];
  preview: Preview | null;
  /** What a run would do, of the plan as it stands. */
  check: ImportEnd | null;
  /** A run that is going on. */
  running: { dry: boolean; sums: ImportSums } | null;
  /** What was stored. */
  done: ImportEnd | null;
};

export type ImportActions = {
  choose(file: File): Work;
  /** Another reading of the same file. */
  read(choices: FileChoices): Work;
  setColumn(index: number, change: { use?: ColumnUse | null; format?: Partial<ColumnFormat> }): Work;
  change(part: Partial<Pick<ImportPlan, 'crm' | 'tenant' | 'at' | 'currency' | 'historyField'>>): Work;
  /** Throws the sentence to show where the address belongs to no installation that can be told from it. */
  findSite(address: string): Work;
  check(): Work;
  run(): Work;
  cancel(): Work;
  /** Hands over the refused rows as a file. */
  saveRefused(): Work;
  /** Opens the deals to touch today. */
  openToday(): Work;
};
