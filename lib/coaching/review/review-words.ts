import type { AnswerKind, ReviewItem } from './review-state.ts';

// What a run says of itself, for its screen and its list. Reps read all of it.

const ANSWERS: Record<AnswerKind, string> = {
  happened: 'It happened',
  day: 'They gave a day',
  'find-out': 'Will find out',
  nothing: 'Nothing new',
  off: 'It is off',
};

export const NO_OWNER = 'Owner not seen yet';

/** The answers to choose from: after a promise whose day has come, whether it was kept stands first. */
export function answersTo({ due }: Pick<ReviewItem, 'due'>): AnswerKind[] {
  return due ? ['happened', 'day', 'find-out', 'off'] : ['day', 'find-out', 'nothing', 'off'];
}

export function sayAnswer(kind: AnswerKind, { due }: Pick<ReviewItem, 'due'>): string {
  return kind === 'day' && due ? 'A new day' : ANSWERS[kind];
}
