import type { ChecklistAnswer } from '../lib/deal/answer.ts';
import type { ChecklistLine } from '../lib/process/checklists/checklist-as-of.ts';

export const ANSWER_WORDS: Record<ChecklistAnswer, string> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  unknown: 'Not known',
};

export const ANSWERS = Object.keys(ANSWER_WORDS) as ChecklistAnswer[];

const ago = (days: number) => (days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);

/** "Yes, said by Ana 12 days ago"; a faded answer is told as what it was. */
export function sayAnswer({ answer, given }: ChecklistLine): string {
  if (answer === null || given === null) return 'Not asked yet.';
  const { saidBy, days, age } = given;
  const said = `${ANSWER_WORDS[answer]}, ${saidBy ? `said by ${saidBy} ` : ''}${ago(days)}`;
  return age === 'stale' ? `Was: ${said}. Too long ago to count; ask again.` : `${said}.`;
}

/** Answered, and not so long ago that it counts no more. */
export const isStanding = ({ answer, given }: ChecklistLine): boolean =>
  answer !== null && answer !== 'unknown' && given?.age !== 'stale';
