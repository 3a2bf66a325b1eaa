import { TITLES } from '../lib/coaching/words/english-names.ts';
import type { WeightMove } from '../lib/risk/learn/before-after.ts';
import type { MeasureName } from '../lib/risk/learn/measures.ts';
import type { Share } from '../lib/risk/self-check.ts';
import type { Band, SignalName } from '../lib/risk/types.ts';
import type { CheckStep } from './check-state.ts';

export const BAND_WORDS: Record<Band, string> = { closer: 'Look closer', look: 'Worth a look', quiet: 'Quiet' };
/** The one that calls loudest first. */
export const BANDS: readonly Band[] = ['closer', 'look', 'quiet'];

export const STEP_WORDS: Record<CheckStep['step'], string> = {
  reading: 'Reading your deals',
  looking: 'Looking at ended deals as they stood while open',
  weighing: 'Weighing what went before their ends',
  checking: 'Checking what the score would have said',
};

export const TOO_FEW = 'too few deals to say';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const titleOf = (signal: SignalName) => capital(TITLES[signal]);

const weight = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** With a true minus, as wide as a figure. */
export const figureOf = (value: number) => weight.format(value).replace('-', '\u2212');

const percent = (share: number) => Math.round(share * 100);

/** "49 to 88 %". */
export const rangeOf = ({ low, high }: Share) => `${percent(low)} to ${percent(high)} %`;

export const sayPercent = (share: number) => `${percent(share)} %`;

/** "13 of 18". */
export const ofOf = ({ count, of }: Share) => `${count.toLocaleString()} of ${of.toLocaleString()}`;

/** Below this a weight has hardly moved, in log-odds: a tenth more or less likely at most. */
const HARDLY = 0.1;

/** What a weight that moved means. Good signs have weights below nought. */
export function sayMove({ before, after }: WeightMove): string {
  const [was, is] = [Math.abs(before), Math.abs(after)];
  if (Math.abs(is - was) < HARDLY) return 'about the same';
  if (is < 0.005) return 'counts no longer';
  if (was < 0.005) return 'counts now';
  return is > was ? 'counts more' : 'counts less';
}

const MEASURE_WORDS: Record<MeasureName, string> = {
  age: 'how long it has been open',
  stageClock: 'how long it has been in its stage',
  progressClock: 'how long since anything moved it on',
  silence: 'how long since the last activity',
  buyerClock: 'how long since the buyer did something',
  buyerActs: 'how often the buyer did something',
  offers: 'how many offers were made',
  amount: 'how large it is',
  horizon: 'how far ahead its first date lay',
  daysLeft: 'how many days are left to its date',
  daysPast: 'how many days its date is past',
  stepAhead: 'how far ahead the next step is',
  stagePlace: 'how far on its stage is',
  probability: 'the probability that the CRM shows',
  dateMoves: 'how often its date was moved',
  accountDeals: 'how many deals of this account ended before',
  accountWon: 'how many of those were lost rather than won',
};

/** A measure, or a sort of deal such as "pipeline: EMEA". */
export function sayOther(name: string): string {
  return capital(Object.hasOwn(MEASURE_WORDS, name) ? MEASURE_WORDS[name as MeasureName] : name);
}
