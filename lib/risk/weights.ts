import type { LimitSource } from './facts.ts';
import type { SignalName, SignalState } from './types.ts';

/**
 * Log-odds that a signal adds at its high mark; at its limit it adds half of that, and never more than five quarters.
 * Fitted on nobody's deals yet: they order reasons and set bands, and are shown as uncalibrated.
 *
 * Measured, on public data of proposals with known ends: the time since the last stage change says most (loss 0.30 below
 * a week and 0.69 above it on day 14, 0.33 against 0.84 on day 21: 1.6 to 2.4 log-odds), silence of any kind little
 * (0.53 to 0.63 on day 14: 0.4). Moves of the close date, next steps and cuts are not in any public data.
 */
export type Weight = {
  /** Below nought for signs that lower risk. */
  full: number;
  /** What it adds, at its high mark, to the log-odds of lost rather than late. */
  lean: number;
  source: LimitSource;
  note: string;
  /** Shown among the reasons although it counts for nothing. Else what counts for nothing is not shown. */
  shown?: true;
};

export const WEIGHTS: Record<SignalName, Weight> = {
  stalled: {
    full: 2,
    lean: 0.4,
    source: 'measured',
    note: 'The stage clock is the best single sign: 1.6 to 2.4 log-odds between a moving and a standing deal.',
  },
  'stage-back': {
    full: 1.2,
    lean: 0.2,
    source: 'expert judgement',
    note: 'Practitioners name it as the first cause of long cycles; no figure is published.',
  },
  'close-date-past': {
    full: 1,
    lean: -0.3,
    source: 'expert judgement',
    note: 'A date nobody corrected is a deal nobody looked at.',
  },
  pushed: {
    full: 1.2,
    lean: -0.6,
    source: 'expert judgement',
    note: 'No study with figures by number of moves was found.',
  },
  'date-too-early': {
    full: 1,
    lean: -0.8,
    source: 'expert judgement',
    note: 'A published red flag without a figure.',
  },
  'no-next-step': {
    full: 0.6,
    lean: 0.2,
    source: 'expert judgement',
    note: 'No study of deals with and without a step was found.',
  },
  'next-step-past': { full: 0.4, lean: 0.1, source: 'expert judgement', note: 'As for a missing step.' },
  'no-activity': {
    full: 0.5,
    lean: 0.4,
    source: 'measured',
    note: "Silence of any kind says little, because the seller's own calls count as activity: about 0.4 log-odds.",
  },
  'amount-cut': { full: 0.5, lean: 0, source: 'expert judgement', note: 'Not in any public data.' },
  'unusual-size': {
    full: 0.8,
    lean: 0.3,
    source: 'measured',
    note: 'Lost more often by 1 to 1.9 log-odds in the largest fifth; taken lower, since size goes with long horizons.',
  },
  'buyer-silent': {
    full: 1,
    lean: 0.8,
    source: 'measured',
    note: 'What the buyer did is about as good a sign as the stage clock (0.26 against 0.70 lost); taken lower, as acts are not all seen.',
  },
  'seller-alone': {
    full: 0.2,
    lean: 0.4,
    source: 'measured',
    note: "The seller's follow-up calls carried nothing by themselves; what counts is the silence that they tell of.",
  },
  'due-this-period': {
    full: 0.7,
    lean: -0.8,
    source: 'expert judgement',
    note: 'A published red flag without a figure.',
  },
  'older-than-won': {
    full: 1,
    lean: 0.3,
    source: 'measured',
    note: '0.5 log-odds at one and a half times the usual winning time, 1.0 at twice, flat from there.',
  },
  'stage-skipped': {
    full: 0,
    lean: 0,
    source: 'expert judgement',
    note: 'No figure was found.',
    shown: true,
  },
  'stage-unproven': {
    full: 0.6,
    lean: 0.2,
    source: 'expert judgement',
    note: 'Second-hand: criteria of what the buyer did made forecasts better.',
  },
  'vague-step': {
    full: 0,
    lean: 0,
    source: 'expert judgement',
    note: 'No figure was found.',
  },
  'step-unchanged': {
    full: 0.2,
    lean: 0.1,
    source: 'expert judgement',
    note: 'No figure was found; a step that does not change is half a missing one.',
  },
  'step-too-far': {
    full: 0.3,
    lean: -0.2,
    source: 'expert judgement',
    note: 'No figure was found.',
  },
  'amount-unrefined': {
    full: 0,
    lean: 0,
    source: 'expert judgement',
    note: 'Measured on final amounts alone, which give the end away.',
  },
  'few-contacts': {
    full: 0.5,
    lean: 0.2,
    source: 'published',
    note: 'One firm: 58 % won with four contacts or more; vendors give contacts a fifth of their points.',
  },
  'no-decision-maker': {
    full: 0.5,
    lean: 0.2,
    source: 'published',
    note: 'A vendor gives the decision-maker a tenth of its points.',
  },
  'qualification-gaps': {
    full: 0.6,
    lean: 0.3,
    source: 'published',
    note: 'A vendor marks two gaps yellow and four red; the weight is judgement.',
  },
  competitor: {
    full: 0.9,
    lean: 0.5,
    source: 'measured',
    note: '0.7 log-odds in the larger set, 2.3 in the smaller; at its limit two thirds of the smaller figure.',
  },
  'owner-changed': {
    full: 0,
    lean: 0,
    source: 'expert judgement',
    note: 'A handover says nothing against a deal, nor against anybody.',
    shown: true,
  },
  reopened: {
    full: 0.5,
    lean: 0.4,
    source: 'expert judgement',
    note: 'No figure was found.',
  },
  'commit-unproven': {
    full: 0.1,
    lean: -0.2,
    source: 'expert judgement',
    note: 'It stands on signs that are counted already.',
  },
  'buyer-acted': {
    full: -1.2,
    lean: -0.6,
    source: 'measured',
    note: 'Answered offers were lost in 26 %, the others in 70 %; an act of any kind says less.',
  },
  'moved-on': {
    full: -1.4,
    lean: -0.5,
    source: 'measured',
    note: 'Lost in 30 % within a week of a move, in 55 to 66 % on average: 1.1 to 1.4 log-odds.',
  },
  'offer-revised': {
    full: -1.4,
    lean: -0.5,
    source: 'measured',
    note: '0.7 log-odds for the second offer, 1.4 for the third.',
  },
  'promise-kept': {
    full: -0.4,
    lean: -0.3,
    source: 'expert judgement',
    note: 'Not in any public data.',
  },
};

/** Where a deal with no signal stands. No base rate can be shipped (won shares run from 23 to 64 %): a mark, not a rate. */
export const BASE = -1.5;

/** Lost rather than late, where nothing leans either way: published slips run from 36 to 44 %, undecided ends beside them. */
export const LEAN_BASE = 0.2;

/**
 * Bands begin here, so that 15 to 25 % of an ordinary team's open deals are marked. Most signals alone stay quiet; the stage
 * clock well past its limit, or a date moved three times, does not, nor do two families together.
 */
export const BAND_FROM = { look: -0.35, closer: 0.4 } as const;

/** Points at a severity: half at the limit, all at the high mark, in steps of a hundredth. */
export function pointsAt(signal: SignalName, severity: number, factor = 1): number {
  return Math.round(WEIGHTS[signal].full * levelAt(severity, factor) * 100) / 100;
}

/** The part of a weight that counts at a severity. */
export function levelAt(severity: number, factor = 1): number {
  return (0.5 + 0.5 * severity) * factor;
}

/** A state under other weights. What counts for nothing is not among the reasons, unless it is one to be shown. */
export function weighed(state: SignalState, weights: Readonly<Record<SignalName, number>> | undefined): SignalState {
  if (state.state !== 'on') return state;
  const points = weights ? Math.round(weights[state.signal] * state.level * 100) / 100 : state.points;
  if (points !== 0 || WEIGHTS[state.signal].shown) return { ...state, points };
  return { ...state, state: 'dim', points };
}
