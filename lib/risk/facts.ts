import type { Day } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';
import type { SignalName, SignalOn } from './types.ts';

/**
 * The figures that each signal's words are made of. Days are ISO; counts are whole numbers; every fact is a plain
 * string, number, boolean or null, so that a signal can cross a message.
 */

/** In the facts of every signal. */
type CommonFacts = {
  /** Where the deal stands in its pipeline; null where the order of stages was never seen. */
  stageKind: 'early' | 'mid' | 'late' | null;
  /** The stage's label, if known. */
  stage: string | null;
  /** What the limit rests on: a publication, a measurement, judgement, this user's own deals, or set by the user. */
  limitSource: LimitSource;
};

export type LimitSource = 'published' | 'measured' | 'expert judgement' | 'own deals' | 'set by you';

export type SignalFacts = {
  /** The close date lay `workingDays` (calendar: `days`) in the past at the last look. */
  'close-date-past': { closeDate: Day; days: number; workingDays: number };
  /**
   * Moved later `pushes` times since `since` (moves of up to a week left out), `days` in all from `from` to `closeDate`.
   * `rule` tells which condition it went over: one long move, days in all, a second move that went over a month end, or the
   * number of moves. `overMonthEnd` counts the moves that did.
   */
  pushed: {
    pushes: number;
    days: number;
    longest: number;
    overMonthEnd: number;
    from: Day;
    closeDate: Day;
    lastPushedOn: Day;
    since: Day;
    rule: 'one-move' | 'days' | 'month-ends' | 'moves';
    /** Days of each move, oldest first: "30, 14". */
    each: string;
    /**
     * `new-event`: around most of the moves something happened (the buyer acted, the stage or the amount moved).
     * `never-real`: nothing did, though it would have been seen. Null: looks too thin to say.
     */
    diagnosis: 'never-real' | 'new-event' | null;
  };
  /** In its stage for `days` up to the last look; the entry was seen on `since` (with `atLeast`: it was there already). */
  stalled: { days: number; since: Day; ownMedian: number | null; ownExits: number };
  /**
   * Moved back `steps` stages, from `from` to `to`; first seen so on `movedOn`, still so at the last look. `told`: the page's own
   * history says that it was moved on that day.
   */
  'stage-back': { from: string; to: string; steps: number; movedOn: Day; told: boolean };
  /** The next-step field was seen empty from `since` to the last look, `workingDays` apart. */
  'no-next-step': { since: Day; workingDays: number; big: boolean };
  /** The step `text` was due on `due`, `workingDays` (calendar: `days`) before the last look. */
  'next-step-past': {
    due: Day;
    text: string | null;
    days: number;
    workingDays: number;
    /** Whether the day stands in a field of its own or was written in the step's text. */
    from: 'field' | 'text';
  };
  /** The CRM's last activity was on `lastActivity` (null: seen empty, counted from `since`), `days` before the last look. */
  'no-activity': { lastActivity: Day | null; since: Day; days: number };
  /** `daysLeft` to the close date (`workingDaysLeft` of them worked), with `stepsLeft` open stages still ahead. */
  'date-too-early': {
    closeDate: Day;
    daysLeft: number;
    workingDaysLeft: number;
    stepsLeft: number | null;
  };
  /** From `fromMinor` to `toMinor`, both in `currency` (null: under `symbol` only): `percent` less, seen on `cutOn`. */
  'amount-cut': {
    fromMinor: number;
    toMinor: number;
    currency: string | null;
    symbol: string | null;
    percent: number;
    cutOn: Day;
    /** The date came closer meanwhile: a smaller deal sooner, half the points. */
    pulledIn: boolean;
  };
  /** `times` the median of `wonDeals` won deals in the same currency. */
  'unusual-size': {
    times: number;
    amountMinor: number;
    medianMinor: number;
    currency: string | null;
    wonDeals: number;
  };
  /** The buyer's last act was on `lastAct` (null: none since the first line, `since`), `days` before the last look. */
  'buyer-silent': { lastAct: Day | null; since: Day; days: number };
  /** On `tries` days since their last act we wrote or called, last on `lastTry`. */
  'seller-alone': { tries: number; lastTry: Day; lastAct: Day | null };
  /** Due on `closeDate`, before the period ends on `periodEnd`, `daysLeft` after the last look. */
  'due-this-period': { closeDate: Day; periodEnd: Day; daysLeft: number };
  /** `days` old when won deals (`wonDeals` of them) took `wonMedian`. */
  'older-than-won': { days: number; wonMedian: number; wonDeals: number };
  /** From `from` to `to`, past `skipped` and `steps` stages in all, seen on `movedOn`. */
  'stage-skipped': { from: string; to: string; skipped: string; steps: number; movedOn: Day };
  /** `left` was left though `proof` was answered with no; `unproven` such proofs in all. */
  'stage-unproven': { left: string; proof: string; unproven: number };
  'vague-step': { text: string };
  /** The step `text` was seen from `since` to the last look, `days` apart. */
  'step-unchanged': { text: string; since: Day; days: number };
  /** The step is due on `due`, `days` after the last look. */
  'step-too-far': { due: Day; text: string | null; days: number };
  /** The round amount of `since` still stood at the last look, `moves` stages later. */
  'amount-unrefined': { since: Day; moves: number };
  /** `contacts` people over there; `only` is the one, where it is one. */
  'few-contacts': { contacts: number; only: string | null; big: boolean };
  /** `people` with a role, none of whom decides; `said`: what the checklist says. */
  'no-decision-maker': { people: number; said: string | null };
  /** `gaps` of the `answered` questions: the first two by name. */
  'qualification-gaps': { gaps: number; answered: number; first: string; second: string | null };
  competitor: { saidOn: Day };
  /** Now with `to`, seen on `changedOn`, `days` before the last look. Never a judgement of a person. */
  'owner-changed': { to: string; changedOn: Day; days: number };
  reopened: { openedOn: Day; days: number };
  /** Forecast as `category`, with signs of `families` families against it. */
  'commit-unproven': { category: string; families: number };
  'buyer-acted': { actedOn: Day; days: number };
  'moved-on': { to: string; movedOn: Day; days: number };
  'offer-revised': { offers: number; latestOn: Day };
  'promise-kept': { keptOn: Day; days: number };
};

export type FactsOf<N extends SignalName> = SignalFacts[N] & CommonFacts;

/** The facts of a signal under its own names; null where it is another signal. */
export function factsOf<N extends SignalName>(signal: Pick<SignalOn, 'signal' | 'facts'>, name: N): FactsOf<N> | null {
  // The name tells which facts they are; the type of a signal in a list cannot.
  return signal.signal === name ? (signal.facts as unknown as FactsOf<N>) : null;
}

/** An amount of the facts as money, for formatting. */
export function factMoney(minor: number, currency: string | null, symbol: string | null = null): Money {
  return { minor, currency, symbol: symbol ?? undefined, halfStep: 0 };
}
