import type { Instant } from './day.ts';

/** Of the questions of a checklist. */
export type ChecklistAnswer = 'yes' | 'partly' | 'no' | 'unknown';

/**
 * What was found out about a deal beside its page's fields: a question of the checklist, and the answer that held from
 * `at` on. A question that was never put has no answer: that is not a no.
 */
export type DealAnswer = {
  deal: string;
  /** A key of `lib/process`, or the user's own question. */
  question: string;
  answer: string;
  /** What it rests on, and who said it, where that was told. */
  proof?: string | undefined;
  saidBy?: string | undefined;
  at: Instant;
  recordedAt: Instant;
};
