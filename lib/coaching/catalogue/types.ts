import type { Role } from '../../deal/role.ts';
import type { SignalName } from '../../risk/types.ts';

/** Thirds of the open stages. */
export const OPEN_KINDS = ['early', 'mid', 'late'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** What a card asks about: one of the signals, or what it shows when no signal leads. */
export type Topic = SignalName | 'moved' | 'promise-due' | 'look-again' | 'thin' | 'healthy';

/**
 * `first` and `repeated`: how often it happened on this deal. `never-real`: a date moved without any event; `new-event`:
 * with one. `severe`: at or over the limit's high mark. `big`: well over the usual size. `late-in-period`: the quarter
 * ends soon. `ours`, `theirs`, `not-checked`: of a promise. `strong`: a healthy deal of somebody whose last deals were won.
 */
export const SITUATIONS = [
  'first',
  'repeated',
  'never-real',
  'new-event',
  'severe',
  'big',
  'late-in-period',
  'ours',
  'theirs',
  'not-checked',
  'strong',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** The figures a question may hold; a question whose figure is not known is not chosen. */
export const FIGURES = [
  'dates',
  'from',
  'to',
  'fromStage',
  'toStage',
  'amountFrom',
  'amountTo',
  'closeDate',
  'stage',
  'nextStepDue',
  'lastActivity',
  'steps',
  'since',
  'seen',
  'missing',
  'periodEnd',
  'lastAct',
  'only',
  'gap',
  'skipped',
] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Partial<Record<Figure, string>>;

export type Prompt = {
  /** Stable: what was asked is stored under it. */
  id: string;
  /** The topic it asks about; one that no card knows is never chosen. */
  signal: string;
  role: Role;
  /** Empty: any stage, known or not. */
  stages: readonly OpenKind[];
  situation: Situation | null;
  question: string;
  /** Something the buyer did, or a dated fact, that settles the question. */
  proof: string;
  /** What to say to a vague answer: one sentence without figures. Empty: none. */
  followUp: string;
  /** What the answer tells, in the language of the question, without a full stop: "Tells whether the date was ever theirs". */
  purpose: string;
};

/** Every question there is. Which of several that fit equally well is put to a deal hangs on their order. */
export type Catalogue = readonly Prompt[];
