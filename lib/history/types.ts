import type { DealAnswer } from '../deal/answer.ts';
import type { Instant } from '../deal/day.ts';
import type { FieldMask, FieldName, FieldValue, FieldValues, Stage } from '../deal/fields.ts';
import type { PastEntry, PastPart } from '../deal/past.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { CrmId, Reading, SourceKind } from '../deal/reading.ts';

/** Where a value was found: enough to show the user and to mend a reader. */
export type Evidence = { crm: CrmId; page: SourceKind; rule: string; raw: string };

/**
 * One field of one deal became something else. It became so after the moment `after` (the last sighting that said
 * otherwise; null for the first sighting of the field) and not later than `seenAt`.
 */
export type Change = {
  /** Order of recording in this database; survives wrong clocks. */
  seq: number;
  deal: string;
  field: FieldName;
  /** Undefined: never seen before. Null: seen empty. */
  from: FieldValue | null | undefined;
  to: FieldValue | null;
  after: Instant | null;
  seenAt: Instant;
  recordedAt: Instant;
  evidence: Evidence;
  /** The same fact said more precisely (310k, then 309,750): the known value is now this, but the deal did not change. */
  refines?: true | undefined;
  /** `seenAt` is the very moment of the change, as a history that the CRM exported tells it. */
  exact?: true | undefined;
  /** So many deals of one look changed in the same way at once: an edit in bulk, no event of this deal. */
  together?: number | undefined;
  /** All amounts of the look were in another currency: the page shows them otherwise, the deal did not change. */
  display?: true | undefined;
};

/** "These deals, these fields, were on this page (or in this file) at this moment." One row per look, whatever it said. */
export type Sighting = {
  seq: number;
  /** `Reading.id`: unique, so that a message sent again is stored once. */
  reading: string;
  crm: CrmId;
  tenant: string;
  page: SourceKind;
  at: Instant;
  recordedAt: Instant;
  deals: string[];
  /** Which fields were seen, valued or empty, per deal of `deals`. */
  masks: FieldMask[];
  /** With the page's own totals, where it shows any. */
  rows: Reading['rows'];
  /** The address of a list or board: which view it was. */
  view?: string | undefined;
};

/** A sighting from one deal's side. */
export type DealSighting = { seq: number; at: Instant; recordedAt: Instant; page: SourceKind; mask: FieldMask };

export type DealRecord = {
  id: string;
  crm: CrmId;
  tenant: string;
  url: string;
  firstSeenAt: Instant;
};

/** One thing that a page showed of the deal's past, or planned; the same thing seen again is the same row. */
export type PastRow = {
  deal: string;
  /** `pastKeys`: what makes it the same thing. */
  key: string;
  entry: PastEntry;
  /** When a page showed it first, and the last time so far: for what has a day of its own no more than that. */
  seenAt: Instant;
  lastSeenAt: Instant;
  recordedAt: Instant;
};

/** "These parts of the deal's page were read whole at this moment; of what comes and goes these stood there." */
export type PastLook = {
  deal: string;
  at: Instant;
  recordedAt: Instant;
  parts: PastPart[];
  standing: string[];
};

/** What pages showed of a deal's past: another way of knowing, beside what was seen to change. */
export type DealPast = { rows: PastRow[]; looks: PastLook[] };

/** Everything known of one deal, oldest first. What is shown is a function of this, the settings and the moment. */
export type DealHistory = {
  deal: DealRecord;
  changes: Change[];
  sightings: DealSighting[];
  promises: DealPromise[];
  waits: AgreedWait[];
  prompts: PromptEvent[];
  /** The tenant's stages in order, as last seen; empty where no page showed them. */
  stages: Stage[];
  /** Left out where no page showed any. */
  past?: DealPast | undefined;
  /** Rows that were damaged on the disk, and are left out. */
  damaged?: number | undefined;
  /** What the checklist's questions were answered with; left out where none was. */
  answers?: DealAnswer[] | undefined;
};

/** What is known of one field at a moment. */
export type Known<V> = {
  /** Null: seen empty. */
  value: V | null;
  /** The interval in which it became so; `after` null: it was so at the first sighting. */
  after: Instant | null;
  seenAt: Instant;
  /** The last time a page said so. Clocks stop here. */
  lastSeenAt: Instant;
  evidence: Evidence;
};

/** A deal as of a moment. A field that was never seen is absent. */
export type Deal = {
  record: DealRecord;
  fields: { [F in FieldName]?: Known<FieldValues[F]> };
  lastSeenAt: Instant;
};

/** As of: what was true at `asOf`. Known at: what this browser knew at `knownAt`. */
export type Moment = { asOf: Instant; knownAt: Instant; timeZone: string };

/** Fresh: seen within 7 days; ageing: within 14; else stale. Stale deals go to "look again", never to the risk list. */
export type Freshness = { level: 'fresh' | 'ageing' | 'stale'; days: number };
