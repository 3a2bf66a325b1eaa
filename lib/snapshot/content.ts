import type { Day, Instant } from '../deal/day.ts';
import type { FieldName, Outcome } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { Quarter } from '../deal/quarter.ts';
import type { StageKind } from '../deal/stage-kind.ts';
import type { Week } from '../deal/week.ts';
import type { Freshness } from '../history/types.ts';
import type { TeamPart } from './team-part.ts';

/** Of the content's shape: a later one that reads otherwise has another number. */
export const CONTENT_FORM = 1;

/**
 * What a snapshot holds, as plain JSON: no undefined, nothing in words of a locale. The JSON export is this and no more.
 * Deals and people are named by id everywhere but in a part of their own, so that an erasure takes one part away and the
 * rest still adds up: an id without a part is one that was erased.
 */
export type SnapshotContent = {
  form: typeof CONTENT_FORM;
  /** What was taken out before it was handed on. A frozen snapshot holds all. */
  left: { names: 'kept' | 'masked' | 'out'; amounts: 'kept' | 'out' };
  team: TeamPart;
  /** In roster order. */
  people: PersonPart[];
  /** Open ones, those of the quarter, and those that changed since the snapshot before. */
  deals: DealPart[];
  /** By deal: texts in which people may be named. */
  said: SaidPart[];
  /** The manager's lines. */
  notes: Note[];
};

export type SnapshotMoment = {
  asOf: Instant;
  knownAt: Instant;
  timeZone: string;
  today: Day;
  week: Week;
  quarter: Quarter;
};

/** One of ours by id; anybody else as they were named. */
export type Whom = { id: string } | { name: string };

/** What a deal is in the quarter's forecast. `later`: due after it; `ended`: lost, or won in another quarter. */
export const DEAL_PLACES = [
  'closed',
  'commit',
  'best-case',
  'pipeline',
  'omitted',
  'undated',
  'later',
  'ended',
] as const;
export type DealPlace = (typeof DEAL_PLACES)[number];

/** Sums of a quarter, each per currency. `due`: open and to close by its end, the four before it together. */
export type Sums = Record<'closed' | 'commit' | 'bestCase' | 'pipeline' | 'omitted' | 'due', Money[]>;

/** goal − closed − commit = gap, all in the goal's currency. `apart`: money in others, held against nothing. */
export type Gap = { goal: Money; closed: Money; commit: Money; bestCase: Money; gap: Money; apart: Money[] };

export type PersonPart = {
  id: string;
  /** As the roster has it; null where names were left out. */
  name: string | null;
  goal: Money | null;
  sums: Sums;
  gap: Gap | null;
  /** What the quarter will bring from them, in the manager's word and in their own. */
  calls: { manager: Money | null; own: Money | null };
  /** Ours to keep, on their deals, since the snapshot before; `open` now. */
  promises: Record<'kept' | 'missed' | 'moved' | 'dropped' | 'open', number>;
  talks: TalkPart[];
  /** When they are talked with next, as far as it was said. */
  nextTalk: Day | null;
};

/** A talk since the snapshot before. What was written down in it stays between the two. */
export type TalkPart = { on: Day; deal: string | null; practice: string };

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
  /** By the fields that were seen. */
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

/** Of one deal what was written or said, by whomever. `id`: the deal's. */
export type SaidPart = {
  id: string;
  nextStep: { text: string | null; due: Day | null; seen: Seen | null } | null;
  /** Who said that the close date is the day, where somebody's word for it is on record. */
  dateSaidBy: { who: Whom; on: Day } | null;
  wait: { until: Day; what: string; saidBy: Whom | null } | null;
  promises: PromisePart[];
  /** Since the snapshot before. */
  prompts: { signal: string; kind: 'asked' | 'proof-seen' | 'snoozed'; at: Instant }[];
  /** By signal: the facts in which people may be named. */
  facts: { [signal: string]: { [fact: string]: string } };
  /** Of the next step, since the snapshot before. */
  changes: ChangePart[];
};

export type PromisePart = {
  id: string;
  what: string;
  who: Whom;
  side: 'ours' | 'theirs';
  /** Of ours whose it is to keep: named, or the deal's owner where "we" promised. */
  whose: string | null;
  by: Day;
  proof: string | null;
  state: 'open' | 'due' | 'due-not-checked' | 'kept' | 'missed' | 'dropped';
  madeAt: Instant;
  /** Earlier days. */
  movedFrom: Day[];
  settledAt: Instant | null;
  reason: string | null;
  /** It was made, moved or settled since the snapshot before. */
  isNews: boolean;
};

export type Note =
  | { kind: 'sentence'; text: string }
  | { kind: 'line'; deal: string; why: string; action: string; owner: Whom | null; by: Day | null }
  /** An action of the snapshot before. `done` null: not said. */
  | {
      kind: 'action';
      deal: string;
      action: string;
      owner: Whom | null;
      by: Day | null;
      own: boolean;
      done: boolean | null;
    };
