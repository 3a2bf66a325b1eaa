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
  /** Shown among the reasons although it counts for nothing. Else what counts for nothing is not shown. */
  shown?: true;
};

export const WEIGHTS: Record<SignalName, Weight> = {
  stalled: { full: 2, lean: 0.4, source: 'measured' },
  'stage-back': { full: 1.2, lean: 0.2, source: 'expert judgement' },
  'close-date-past': { full: 1, lean: -0.3, source: 'expert judgement' },
  pushed: { full: 1.2, lean: -0.6, source: 'expert judgement' },
  'date-too-early': { full: 1, lean: -0.8, source: 'expert judgement' },
  'no-next-step': { full: 0.6, lean: 0.2, source: 'expert judgement' },
  'next-step-past': { full: 0.4, lean: 0.1, source: 'expert judgement' },
  'no-activity': { full: 0.5, lean: 0.4, source: 'measured' },
  'amount-cut': { full: 0.5, lean: 0, source: 'expert judgement' },
  'unusual-size': { full: 0.8, lean: 0.3, source: 'measured' },
  'buyer-silent': { full: 1, lean: 0.8, source: 'measured' },
  'seller-alone': { full: 0.2, lean: 0.4, source: 'measured' },
  'due-this-period': { full: 0.7, lean: -0.8, source: 'expert judgement' },
  'older-than-won': { full: 1, lean: 0.3, source: 'measured' },
  'stage-skipped': { full: 0, lean: 0, source: 'expert judgement', shown: true },
  'stage-unproven': { full: 0.6, lean: 0.2, source: 'expert judgement' },
  'vague-step': { full: 0, lean: 0, source: 'expert judgement' },
  'step-unchanged': { full: 0.2, lean: 0.1, source: 'expert judgement' },
  'step-too-far': { full: 0.3, lean: -0.2, source: 'expert judgement' },
  'amount-unrefined': { full: 0, lean: 0, source: 'expert judgement' },
  'few-contacts': { full: 0.5, lean: 0.2, source: 'published' },
  'no-decision-maker': { full: 0.5, lean: 0.2, source: 'published' },
  'qualification-gaps': { full: 0.6, lean: 0.3, source: 'published' },
  competitor: { full: 0.9, lean: 0.5, source: 'measured' },
  'owner-changed': { full: 0, lean: 0, source: 'expert judgement', shown: true },
  reopened: { full: 0.5, lean: 0.4, source: 'expert judgement' },
  'commit-unproven': { full: 0.1, lean: -0.2, source: 'expert judgement' },
  'buyer-acted': { full: -1.2, lean: -0.6, source: 'measured' },
  'moved-on': { full: -1.4, lean: -0.5, source: 'measured' },
  'offer-revised': { full: -1.4, lean: -0.5, source: 'measured' },
  'promise-kept': { full: -0.4, lean: -0.3, source: 'expert judgement' },
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
