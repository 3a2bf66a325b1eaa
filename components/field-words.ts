import type { MissingReason } from '../lib/deal/reading.ts';

export const MISSING_WORDS: Record<MissingReason, string> = {
  'not-on-page': 'not on this page',
  empty: 'shown, with nothing in it',
  unreadable: 'shown, and not made out',
  ambiguous: 'can be read in two ways',
};

/** "closeDate" → "close date". */
export const fieldWords = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
