/** What a hedge is a sign of. */
export const HEDGE_KINDS = ['belief', 'hope', 'probability', 'appearance', 'time', 'quantity'] as const;
export type HedgeKind = (typeof HEDGE_KINDS)[number];

/**
 * The hedges of one language. Every entry is a phrase, in lower case, as a regular expression over whole words; a blank
 * stands for any run of blanks.
 */
export type HedgeList = {
  hedges: Record<HedgeKind, readonly string[]>;
  /** Where the same words hedge nothing: requirements, polite requests, questions, names of months. */
  plain: readonly string[];
  /** Frequent words that tell the language of a short text. */
  common: string;
};

/** The plainer question beside a hedge, by what it is a sign of. */
export const PLAINER: Record<HedgeKind, string> = {
  belief: 'Who said so, and when?',
  hope: 'What has to happen for it, and who does that?',
  probability: 'What does it hang on, and who decides that?',
  appearance: 'What did they say or do?',
  time: 'On which day?',
  quantity: 'How many, or which?',
};
