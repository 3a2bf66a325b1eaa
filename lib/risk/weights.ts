import type { LimitSource } from './facts.ts';
import type { SignalName } from './types.ts';

/**
 * Log-odds that a signal adds at its high mark; at its limit it adds half of that, and never more than five quarters.
 * Fitted on nobody's deals yet: they order reasons and set bands, and are shown as uncalibrated.
 *
 * Measured, on public data of proposals with known ends: the time since the last stage change says most (loss 0.30 below
 * a week and 0.69 above it on day 14, 0.33 against 0.84 on day 21: 1.6 to 2.4 log-odds), silence of any kind little
 * (0.53 to 0.63 on day 14: 0.4). Moves of the close date, next steps and cuts are not in any public data.
 */
export type Weight = { full: number; source: LimitSource; note: string };

export const WEIGHTS: Record<SignalName, Weight> = {
  stalled: {
    full: 1.6,
    source: 'measured',
    note: 'The stage clock is the best single sign: 1.6 to 2.4 log-odds between a moving and a standing deal.',
  },
  'stage-back': {
    full: 1.2,
    source: 'expert judgement',
    note: 'Practitioners name it as the first cause of long cycles; no figure is published.',
  },
  'close-date-past': {
    full: 1,
    source: 'expert judgement',
    note: 'A date nobody corrected is a deal nobody looked at.',
  },
  pushed: { full: 1.2, source: 'expert judgement', note: 'No study with figures by number of moves was found.' },
  'date-too-early': {
    full: 0.8,
    source: 'expert judgement',
    note: 'A published red flag without a figure.',
  },
  'no-next-step': {
    full: 0.6,
    source: 'expert judgement',
    note: 'No study of deals with and without a step was found.',
  },
  'next-step-past': { full: 0.6, source: 'expert judgement', note: 'As for a missing step.' },
  'no-activity': {
    full: 0.5,
    source: 'measured',
    note: "Silence of any kind says little, because the seller's own calls count as activity: about 0.4 log-odds.",
  },
  'amount-cut': { full: 0.7, source: 'expert judgement', note: 'Not in any public data.' },
  'unusual-size': {
    full: 0.8,
    source: 'measured',
    note: 'Lost more often by 1 to 1.9 log-odds in the largest fifth; taken lower, since size goes with long horizons.',
  },
};

/** Where a deal with no signal stands. No base rate can be shipped (won shares run from 23 to 64 %): a mark, not a rate. */
export const BASE = -1.5;

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
