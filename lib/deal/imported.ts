/** What files say, in the store's terms: a file is read in portions, each of which is kept whole or not at all. */
import type { Instant } from './day.ts';
import type { FieldName, FieldValue } from './fields.ts';
import type { PastEntry } from './past.ts';
import type { CrmId, FieldReading, FieldReadings } from './reading.ts';

/**
 * Which deal a row speaks of: by its record id; without one, the only deal on record under that name whose account and
 * owner, as far as both say them, agree.
 */
export type DealKey = { recordId: string | null; name: string | null; account: string | null; owner: string | null };

/** A row of a deal export: what the deal was at the moment that the file speaks for. `row`: its line in the file, from 1. */
export type ImportedDeal = { row: number; recordId: string | null; url: string | null; fields: FieldReadings };

/** A row of a field or stage history: at `at` a field became `to`. `from` where the file says what it was before. */
export type ImportedChange = {
  row: number;
  key: DealKey;
  field: FieldName;
  from: FieldReading<FieldValue> | null;
  to: FieldReading<FieldValue>;
  at: Instant;
};

/** A row of an activity export. */
export type ImportedPast = { row: number; key: DealKey; entry: PastEntry };

/** One portion of a file; at most 500 rows, so that a stop loses little and the page's own reading gets its turn. */
export type ImportPortion = {
  /** Told by the file's content, its mapping and the portion's place alone: the same portion twice is stored once. */
  id: string;
  crm: CrmId;
  tenant: string;
  /** The file's name, for the evidence. */
  file: string;
  /** The moment that the rows of `deals` speak for. */
  at: Instant;
  timeZone: string;
  deals: ImportedDeal[];
  changes: ImportedChange[];
  past: ImportedPast[];
};

/** Why a row is not stored. */
export type RefusedRow = { row: number; reason: RefusalReason };
export const REFUSALS = [
  'no-name',
  'no-value',
  'no-deal',
  'several-deals',
  'twice-in-file',
  'in-the-future',
  'too-long',
  'unreadable',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/** What a portion did, or in a dry run would do; rows, each counted once. */
export type ImportCounts = { fresh: number; changed: number; same: number; refused: RefusedRow[] };
