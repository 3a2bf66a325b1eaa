import type { EventKind } from '../deal/past.ts';
import type { Take } from './types.ts';

/** Rows in a place of their own. Several places of one part are alternatives: the first that is shown is read. */
type Rows = {
  /** What holds the rows and nothing of another record's: the one part of the page that is watched. */
  holder: string;
  row: string;
};

/** A line in a feed, or a row of a table, that says what the stage was and became. */
type StageTakes = {
  from?: readonly Take[];
  to: readonly Take[];
  /** The label of the field that changed, where other fields' changes stand among them: told by the stages themselves. */
  field?: Take;
  /** The stage's own label, for pages that show no other stage than the deal's: told by it if its moves end in that one. */
  names?: readonly string[];
};

export type FeedMap = Rows & {
  day: readonly Take[];
  author?: readonly Take[];
  text: readonly Take[];
  /** Shown in rows that the CRM wrote by itself: no act of anybody's. */
  silent?: string;
  /** The first that is shown names the kind; `other` where none is. */
  kinds: readonly (readonly [mark: string, kind: EventKind])[];
  /** Shown only in what came from that side. */
  buyer?: string;
  seller?: string;
  changes?: StageTakes & { item: string };
};

/** Each row says which stage the deal was in on a day; the day of the first row in a stage is the day it came there. */
export type StageTableMap = Rows & { day: readonly Take[]; stage: readonly Take[] };

/** A log of what was changed in the record, apart from its feed: each row of it is a change, none anybody's act. */
export type LogMap = Rows & { day: readonly Take[]; changes: StageTakes & { item: string } };

export type PlannedMap = Rows & { what: readonly Take[]; due: readonly Take[]; owner?: readonly Take[] };

export type ContactsMap = Rows & { name: readonly Take[]; role?: readonly Take[] };

/** Where a record's page shows what was and what is planned. */
export type PastMap = {
  /** In place of the reader's, where fewer hosts of shadow roots are enough. */
  shadowHosts?: string;
  feed?: readonly FeedMap[];
  stages?: readonly StageTableMap[];
  /** Read where no table of stages is shown. */
  log?: readonly LogMap[];
  planned?: readonly PlannedMap[];
  contacts?: readonly ContactsMap[];
  /** The day of the last change of the record, in the record's own scope. */
  modified?: { holder: string; day: readonly Take[] };
};
