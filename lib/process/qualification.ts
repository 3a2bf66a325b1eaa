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
  timing: 'reason for the date',
  /** Here yes is the gap. */
  competitor: 'competitor',
} as const;

/** Before the questions of the user's own checklists. */
export const OWN = 'own: ';

/** Those of which a no, or half a yes, is a gap. */
const WANTED: readonly string[] = Object.values(QUESTIONS).filter((question) => question !== QUESTIONS.competitor);
const GAPS = new Set(['no', 'partly']);

/**
 * The wanted questions that were answered with less than yes, by their names. One that was never put, or answered
 * "unknown", is no gap, nor is one whose answer has faded: hand in those that stand.
 */
export function gapsIn(answers: ReadonlyMap<string, DealAnswer>): { gaps: string[]; answered: number } {
  const own = [...answers.keys()].filter((question) => question.startsWith(OWN)).sort();
  const known = [...WANTED, ...own].flatMap((question) => {
    const answer = answers.get(question)?.answer;
    return answer === undefined || answer === 'unknown' ? [] : [{ question, answer }];
  });
  return {
    gaps: known.filter(({ answer }) => GAPS.has(answer)).map(({ question }) => question.replace(OWN, '')),
    answered: known.length,
  };
}
