import type { Day, Instant } from '../deal/day.ts';
import type { FieldName, Outcome } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { StageKind } from '../deal/stage-kind.ts';
import type { Freshness } from '../history/types.ts';
import type { ForecastParts } from '../team/forecast/forecast.ts';

/** What a deal is in the quarter's forecast. `later`: due after it; `ended`: lost, or won in another quarter. */
export type DealPlace = keyof ForecastParts | 'later' | 'ended';

/** Where a value was read. `raw` null: the text may name a person, or was left out. */
export type Seen = { raw: string | null; rule: string; page: string; seenAt: Instant; lastSeenAt: Instant };

export type DealPart = {
  id: string;
  name: string | null;
  account: string | null;
  /** The record in its CRM; null where names were left out. */
  url: string | null;
  /** Of a person. */
  owner: string | null;
  pipeline: string | null;
  stage: string | null;
  stageKind: StageKind | null;
  outcome: Outcome;
  amount: Money | null;
  closeDate: Day | null;
  closedOn: Day | null;
  createdOn: Day | null;
  place: DealPlace;
  /** The CRM has no word for what the forecast does with it: its stage has. */
  byStage: boolean;
  /** Its share in the sum of what is open and due, in that sum's currency. */
  counted: Money | null;
  /** No longer of the team: as it stood at the snapshot before. */
  handedOut: boolean;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** Since the week began. */
  isSeen: boolean;
  freshness: Freshness['level'];
  parkedUntil: Day | null;
  /** Null: it ended, or was not seen for two weeks, and nothing is said of it. */
  score: ScorePart | null;
  reasons: ReasonPart[];
  /** Of amount, stage, close date, owner and forecast category, where they were seen. */
  evidence: Partial<Record<FieldName, Seen>>;
  /** Of the fields that a forecast rests on. */
  neverSeen: FieldName[];
  changes: ChangePart[];
};

/** base + all counted shares = logOdds, to the hundredth. */
export type ScorePart = {
  base: number;
  logOdds: number;
  calibrated: boolean;
  /** What speaks against it and for it. */
  shares: { signal: string; points: number; counted: number; why: string }[];
  others: { name: string; counted: number }[];
};

/** A condition that holds, with the figures that its words are made of; those in which people may be named stand in `said`. */
export type ReasonPart = {
  signal: string;
  family: string;
  facts: { [fact: string]: string | number | boolean | null };
  /** Some of its facts stand in `said`, or were left out: without them its title alone can be told. */
  isQuoting: boolean;
  observed: number;
  limit: number;
  unit: string;
  points: number;
  asOfDay: Day;
  atLeast: boolean;
  evidence: ({ field: FieldName } & Pick<Seen, 'raw' | 'rule' | 'page' | 'seenAt'>)[];
};

/** A field's value: days as ISO, stages by label, owners by a person's id (null: none of ours). */
export type Value = string | number | Money | null;

/** What became of a field since the snapshot before: so after `after`, and not later than `seenAt`. */
export type ChangePart = {
  field: FieldName;
  from: Value;
  to: Value;
  /** Null: not known since when. */
  after: Instant | null;
  seenAt: Instant;
  raw: string | null;
  rule: string;
  page: string;
  /** With so many deals in one look: an edit in bulk. */
  together: number | null;
  /** Shown in another currency: the deal did not change. */
  display: boolean;
};
