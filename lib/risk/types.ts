import type { Day } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { Evidence, Freshness } from '../history/types.ts';

/** Signals that one cause may set off together. */
export type Family = 'quiet' | 'date' | 'next-step' | 'money' | 'stage' | 'people' | 'process' | 'good';

export const RISK_NAMES = [
  'close-date-past',
  'pushed',
  'stalled',
  'stage-back',
  'no-next-step',
  'next-step-past',
  'no-activity',
  'date-too-early',
  'amount-cut',
  'unusual-size',
  'buyer-silent',
  'seller-alone',
  'due-this-period',
  'older-than-won',
  'stage-skipped',
  'stage-unproven',
  'vague-step',
  'step-unchanged',
  'step-too-far',
  'amount-unrefined',
  'few-contacts',
  'no-decision-maker',
  'qualification-gaps',
  'competitor',
  'owner-changed',
  'reopened',
  // Last of the risks: it stands on what the others came to.
  'commit-unproven',
] as const;
/** Signs that lower risk. */
export const GOOD_NAMES = ['buyer-acted', 'moved-on', 'offer-revised', 'promise-kept'] as const;

export const SIGNAL_NAMES = [...RISK_NAMES, ...GOOD_NAMES] as const;
export type RiskName = (typeof RISK_NAMES)[number];
export type GoodName = (typeof GOOD_NAMES)[number];
export type SignalName = RiskName | GoodName;

/** What signals rest on beside the fields. */
export const INPUT_PARTS = ['feed', 'contacts', 'answers'] as const;
export type InputPart = (typeof INPUT_PARTS)[number];

/** What a signal rests on, for the line "because …": a field's value, where and when it was seen. */
export type SignalEvidence = { field: FieldName; seenAt: number; evidence: Evidence };

/** A condition that holds. `facts` are the figures its words are made of, named by the signal's own file. */
export type SignalOn = {
  state: 'on';
  signal: SignalName;
  family: Family;
  facts: Record<string, string | number | boolean | null>;
  /** The observed figure and the limit it went over, in the signal's unit (days, working days, percent, pushes). */
  observed: number;
  limit: number;
  unit: 'days' | 'working-days' | 'percent' | 'times' | 'none';
  /** 0 at the limit, 1 at the limit's high mark, never above 1.5. */
  severity: number;
  /** How much of the signal's weight counts: half at the limit, all at the high mark, less where something speaks for it. */
  level: number;
  /** Log-odds this signal would add alone. */
  points: number;
  /** The day it was last seen to hold: clocks stop at the field's last sighting. */
  asOfDay: Day;
  /** True where the start was not seen: "at least". */
  atLeast: boolean;
  evidence: SignalEvidence[];
};

type SignalDim = Omit<SignalOn, 'state'> & { state: 'dim' };

export type SignalState =
  | SignalOn
  /** On its way to the limit: worth a quiet word, no points. Never among the reasons. */
  | SignalDim
  | { state: 'off'; signal: SignalName; family: Family }
  /** Inputs never seen: moves confidence, never risk. */
  | { state: 'unknown'; signal: SignalName; family: Family; missing: FieldName[]; parts?: InputPart[] };

/** One line of the score's arithmetic. The shares add up to the score to the last digit. */
export type Share = { signal: SignalName; points: number; counted: number; why: 'strongest-of-family' | 'quarter' };

/** What learning found to count beside the signals: a measure, or what sort of deal it is. Zero by default. */
export type OtherShare = { name: string; counted: number };

/** If it is not won by its date: lost rather than late, as log-odds with their shares. Null where no date lies ahead. */
export type Split = { logOdds: number; base: number; shares: { signal: SignalName; counted: number }[] };

export type Band = 'quiet' | 'look' | 'closer';

export type Score = {
  /** Of not being won by its close date: base plus the counted shares. Uncalibrated until fitted on own closed deals. */
  logOdds: number;
  base: number;
  /** Good signs among them, below nought. */
  shares: Share[];
  others: OtherShare[];
  split: Split | null;
  band: Band;
  calibrated: boolean;
};

/** Beside the score, never in it: which inputs were known and fresh. */
export type Confidence = {
  known: FieldName[];
  /** Never seen, or seen too long ago to rest anything on (those are in `old` as well). */
  missing: FieldName[];
  old?: FieldName[] | undefined;
  of: number;
  /** The same of what stands beside the fields on a page, or in the checklist. */
  parts: { known: InputPart[]; missing: InputPart[] };
  stale: boolean;
};

/** What the risk room says of one deal at one moment. */
export type Assessment = {
  signals: SignalState[];
  /** The risks that hold, strongest first. */
  on: SignalOn[];
  /** The good signs that hold, strongest first. */
  good: SignalOn[];
  score: Score;
  confidence: Confidence;
  freshness: Freshness;
};
