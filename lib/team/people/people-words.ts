import type { Measured, MeasureName } from './build-people.ts';

/** What each figure is called. None of them says that more is better: that depends on the deal. */
export const MEASURE_WORDS: Record<MeasureName, string> = {
  won: 'Of ended deals, won',
  'early-on': 'Went on from an early stage',
  'mid-on': 'Went on from a mid stage',
  'late-on': 'Went on from a late stage',
  'date-stands': 'Close date stood from week to week',
  'step-ahead': 'Next step with a day ahead',
  'days-to-win': 'From creation to won',
  'won-size': 'Size of a won deal',
};

/** How each is counted, for whoever asks. */
export const MEASURE_NOTES: Record<MeasureName, string> = {
  won: 'Deals whose end was seen, by who owned them then.',
  'early-on': 'Of those that left an early stage: on to a later one or won, not lost.',
  'mid-on': 'Of those that left a mid stage: on to a later one or won, not lost.',
  'late-on': 'Of those that left a late stage: won, not lost.',
  'date-stands': 'Of the weeks in which a deal was open: not put off by more than 7 days until the next.',
  'step-ahead': 'Of the weeks in which a deal was open: its next step had a day that had not passed.',
  'days-to-win': 'The usual deal, not the mean: long ones count as one.',
  'won-size': 'The usual deal, not the mean, in one currency.',
};

export const THAN_WORDS: Record<Exclude<Measured['than'], 'too-few'>, string> = {
  above: 'more than usual here',
  below: 'less than usual here',
  'as-usual': 'as usual here',
};

export const TREND_WORDS = { up: 'rising', down: 'falling', none: 'no telling change' } as const;
