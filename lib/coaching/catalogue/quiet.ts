import { type Prompt, prompt } from './types.ts';

/** Nothing on record for a while. Who heard what, from whom, and by which way? */
export const QUIET_PROMPTS: readonly Prompt[] = [
  prompt(
    'no-activity',
    'manager',
    'any',
    {},
    {
      question: 'Who last heard their voice, and what did they say they would do?',
      proof: 'A dated mail, call or meeting with an answer from their side.',
      purpose: 'whether the talk goes on somewhere else',
    },
  ),
  prompt(
    'no-activity',
    'manager',
    'early',
    { stages: ['early'] },
    {
      question: 'Does the trouble that brought them here still hurt? Who over there spoke of it last, and when?',
      proof: 'Their words about it, dated after {lastActivity}.',
      purpose: 'whether the need is still there',
    },
  ),
  prompt(
    'no-activity',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'Who over there would tell us plainly how it stands, and when were they last asked?',
      proof: 'What that person said, with the day.',
      purpose: 'who over there speaks openly with us',
    },
  ),
  prompt(
    'no-activity',
    'manager',
    'big',
    { situation: 'big' },
    {
      question:
        'Which of their people has every talk so far gone through? Name one more who would miss it, and who on our side could ring them.',
      proof: 'A reply from that second person.',
      purpose: 'how many threads hold it',
    },
  ),
  prompt(
    'no-activity',
    'rep',
    'any',
    {},
    {
      question:
        'If you spoke since {lastActivity}, note it. If not, what have you got that helps them even if they never buy?',
      proof: 'Their reply to it, or a meeting they accepted.',
      purpose: 'what reopens the talk',
    },
  ),
  prompt(
    'no-activity',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question:
        'Who else over there has to live with the result? Write to that one, with a question that takes a minute to answer.',
      proof: 'An answer from that second person.',
      purpose: 'whether there is a second way in',
    },
  ),
  prompt(
    'no-activity',
    'rep',
    'severe',
    { situation: 'severe' },
    {
      question: 'Offer them an easy way out: “Shall I take this off your list?” What comes back?',
      proof: 'Their answer, dated, whichever it is.',
      purpose: 'whether they want to go on',
    },
  ),
];
