import type { Instant } from './day.ts';
import type { FieldName, FieldValues, Stage } from './fields.ts';
import type { Money } from './money.ts';

/** Why a field has no value. `empty`: the page has the field and it holds nothing. `not-on-page`: this page does not show it. */
export const MISSING_REASONS = ['not-on-page', 'empty', 'unreadable', 'ambiguous'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** One field of one deal as a page said it. `rule` names the selector or label that found it; `raw` is the page's text. */
export type FieldReading<V> =
  | { ok: true; value: V; raw: string; rule: string }
  | { ok: false; reason: MissingReason; raw?: string | undefined; rule?: string | undefined };

export type FieldReadings = { [F in FieldName]?: FieldReading<FieldValues[F]> };

/** What a page said of one deal. Fields that the page kind never shows are absent or `not-on-page`. */
export type DealReading = {
  /** The CRM's canonical record id; null where the page carries none (some lists). */
  recordId: string | null;
  /** Where the record opens, if the page links it. */
  url: string | null;
  fields: FieldReadings;
};

/**
 * What a board says over one of its columns: how many deals it holds, and what their amounts come to. A list says it of
 * its rows, without a stage; `count` is of how many.
 */
export type ColumnSum = { stage: Stage | null; count: number | null; amount: FieldReading<Money> };

export type PageKind = 'record' | 'list' | 'board';

/** Where something is known from: a page, a file that was read in, or what the user said by a click. */
export type SourceKind = PageKind | 'file' | 'said';

/** The ids of the readers, one per CRM. */
export type CrmId = string;

/** What one page said at one moment. */
export type Reading = {
  /** Made once by the page: a message that is sent again carries the same id and is stored once. */
  id: string;
  crm: CrmId;
  /** Which installation: portal, org, database or host, as the reader names it. */
  tenant: string;
  page: PageKind;
  /** Address of the page without query noise, for the link back. */
  url: string;
  /** When the page said it, by this computer's clock. */
  at: Instant;
  timeZone: string;
  /** BCP 47, as the page declares it; null where it does not. */
  locale: string | null;
  deals: DealReading[];
  /** The stages in order, where the page shows them (a path, a status bar, board columns). */
  stages: Stage[];
  /** Rows loaded of rows there are, after the page's own counter; null on a record. */
  rows: { loaded: number; total: number | null; sums?: ColumnSum[] | undefined } | null;
};

/**
 * Caps for what may come from a page; longer text is cut, larger lists are refused. `minor`, of a currency's smallest
 * part, is above any deal, and exact in a double with room to add.
 */
export const LIMITS = {
  ...{ name: 300, text: 2_000, raw: 200, url: 1_000, id: 120 },
  ...{ deals: 2_000, stages: 60, rows: 100_000_000, minor: 1e15 },
} as const;
