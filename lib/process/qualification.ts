import type { DealAnswer } from '../deal/answer.ts';

/** The checklist's questions by their keys: what a deal has to have before it is one. Answers: yes, partly, no, unknown. */
export const QUESTIONS = {
  need: 'need',
  cost: 'cost of doing nothing',
  decisionMaker: 'decision maker',
  budget: 'budget',
  criteria: 'decision criteria',
  process: 'decision process',
  paper: 'paper process',
  champion: 'champion',
  scope: 'scope',
  /** Here yes is the gap. */
  competitor: 'competitor',
} as const;

/** Those of which a no, or half a yes, is a gap. */
const WANTED: readonly string[] = Object.values(QUESTIONS).filter((question) => question !== QUESTIONS.competitor);
const GAPS = new Set(['no', 'partly']);

/** The wanted questions that were answered with less than yes. One that was never put, or answered "unknown", is no gap. */
export function gapsIn(answers: ReadonlyMap<string, DealAnswer>): { gaps: string[]; answered: number } {
  const known = WANTED.flatMap((question) => {
    const answer = answers.get(question)?.answer;
    return answer === undefined || answer === 'unknown' ? [] : [{ question, answer }];
  });
  return {
    gaps: known.filter(({ answer }) => GAPS.has(answer)).map(({ question }) => question),
    answered: known.length,
  };
}
