import type { DealAnswer } from '../deal/answer.ts';
import type { DealHistory, Moment } from '../history/types.ts';

const NONE: ReadonlyMap<string, DealAnswer> = new Map();

/** The latest answer to each question, as of a moment. */
export function answersAsOf(
  { answers }: Pick<DealHistory, 'answers'>,
  moment: Moment,
): ReadonlyMap<string, DealAnswer> {
  if (!answers || answers.length === 0) return NONE;
  const latest = new Map<string, DealAnswer>();
  for (const answer of answers) {
    if (answer.at > moment.asOf || answer.recordedAt > moment.knownAt) continue;
    const before = latest.get(answer.question);
    if (!before || answer.at > before.at || (answer.at === before.at && answer.recordedAt >= before.recordedAt)) {
      latest.set(answer.question, answer);
    }
  }
  return latest;
}
