import type { ImportPlan, Installation } from '../../lib/import/import-plan.ts';
import type { FileChoices, Found } from '../../lib/import/inspect-file.ts';
import type { Preview } from '../../lib/import/preview-rows.ts';
import type { ImportEnd, ImportSums } from '../../lib/import/run-import.ts';

/** What was found, the installation that a link in the file leads to, and what settings say of quarters. */
export type OpenedFile = { found: Found; site: Installation | null; fiscalYearStart: number };

/** All that the page may ask of its worker, and what comes back. */
export type Requests = {
  open: { ask: { file: File; choices: FileChoices }; answer: OpenedFile };
  preview: { ask: { plan: ImportPlan }; answer: Preview };
  run: { ask: { plan: ImportPlan; dry: boolean }; answer: ImportEnd };
  /** The refused rows of the last run, as a file. */
  refused: { ask: Record<string, never>; answer: Blob };
  sites: { ask: Record<string, never>; answer: Installation[] };
  siteAt: { ask: { address: string }; answer: Installation | null };
};

export type RequestName = keyof Requests;

export type ToWorker =
  | { [N in RequestName]: { id: number; name: N; ask: Requests[N]['ask'] } }[RequestName]
  | { name: 'cancel' };

/** How far it is: the share of the file that was read, or what its rows came to so far. */
export type Told = { share: number } | { sums: ImportSums };
