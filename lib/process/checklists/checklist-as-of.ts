import type { ChecklistAnswer } from '../../deal/answer.ts';
import { outcomeOf, stageKind } from '../../deal/stage-kind.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import { answerAge } from '../answer-age.ts';
import { answersAsOf } from '../answers-as-of.ts';
import type { Checklist, ChecklistItem } from './checklist.ts';

/** One question with what is known of it. `days` and `age` are those of the answer; a stale one counts as unknown. */
export type ChecklistLine = ChecklistItem & {
  answer: ChecklistAnswer | null;
  given: { proof: string | null; saidBy: string | null; days: number; age: 'fresh' | 'ageing' | 'stale' } | null;
};

const ANSWERS: ReadonlySet<string> = new Set<ChecklistAnswer>(['yes', 'partly', 'no', 'unknown']);
const isAnswer = (text: string): text is ChecklistAnswer => ANSWERS.has(text);

/** The list with its answers as of a moment; nothing later than the moment is looked at. */
export function checklistAsOf(history: DealHistory, { items }: Checklist, moment: Moment): ChecklistLine[] {
  const deal = dealAsOf(history, moment);
  const kind = deal && stageKind(deal.fields.stage?.value ?? null, history.stages, outcomeOf(deal));
  const answers = answersAsOf(history, moment);
  return items.map((item) => {
    const said = answers.get(item.key);
    if (!said || !isAnswer(said.answer)) return { ...item, answer: null, given: null };
    const { proof = null, saidBy = null } = said;
    return { ...item, answer: said.answer, given: { proof, saidBy, ...answerAge(said, moment.asOf, kind) } };
  });
}
