import type { Role } from '../../deal/role.ts';
import type { SignalName } from '../../risk/types.ts';

/** Thirds of the open stages. */
export type OpenKind = 'early' | 'mid' | 'late';

/** What a question is about: one of the signals, or what a card shows when no signal leads. */
export type Topic = SignalName | 'moved' | 'promise-due' | 'look-again' | 'thin' | 'healthy';

/**
 * `first` and `repeated`: how often it happened on this deal. `never-real`: a date moved without any event; `new-event`: with. `severe`: at or over the limit's high mark. `big`: well
 * over the usual size. `late-in-period`: the quarter ends soon. `ours`, `theirs`, `not-checked`: of a promise.
 */
export type Situation =
  | 'first'
  | 'repeated'
  | 'never-real'
  | 'new-event'
  | 'severe'
  | 'big'
  | 'late-in-period'
  | 'ours'
  | 'theirs'
  | 'not-checked';

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
  signal: Topic;
  role: Role;
  /** Empty: any stage, known or not. */
  stages: readonly OpenKind[];
  situation: Situation | null;
  question: string;
  /** Something the buyer did, or a dated fact, that settles the question. */
  proof: string;
  /** What the answer tells: completes "Tells …". */
  purpose: string;
};

type Text = Pick<Prompt, 'question' | 'proof' | 'purpose'>;
type When = { stages?: readonly OpenKind[]; situation?: Situation };

/** One row of the tables: the id says signal, role and variant. */
export function prompt(signal: Topic, role: Role, variant: string, when: When, text: Text): Prompt {
  const id = `${signal}.${role}.${variant}`;
  return { id, signal, role, stages: when.stages ?? [], situation: when.situation ?? null, ...text };
}
