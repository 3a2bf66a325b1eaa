import { type Prompt, prompt } from './types.ts';

/** More stages ahead than days: what is the date made of? */
export const DATE_TOO_EARLY_PROMPTS: readonly Prompt[] = [
  prompt(
    'date-too-early',
    'manager',
    'any',
    {},
    {
      question: 'Go through their days up to {closeDate} rather than ours: who does what, and who signs last?',
      proof: 'Their steps with days, agreed by them, or a later date.',
      purpose: 'whether the road fits the days left',
    },
  ),
  prompt(
    'date-too-early',
    'manager',
    'steps',
    { stages: ['mid'] },
    {
      question: '{steps} still ahead. Which of them have they agreed to do side by side, and who told us so?',
      proof: 'A plan with days on it that carries their changes.',
      purpose: 'whether the road fits the days left',
    },
  ),
  prompt(
    'date-too-early',
    'manager',
    'early',
    { stages: ['early'] },
    {
      question: 'Still in {stage} with {closeDate} on it. Who put that day there, and have they been told of it?',
      proof: 'The day in a message of theirs, or the date taken back.',
      purpose: 'where the date came from',
    },
  ),
  prompt(
    'date-too-early',
    'manager',
    'period',
    { situation: 'late-in-period' },
    {
      question:
        'If {periodEnd} were not our quarter’s end, which day would stand there? And which one would they write?',
      proof: 'The day they wrote, with its reason.',
      purpose: 'whose calendar the date follows',
    },
  ),
  prompt(
    'date-too-early',
    'rep',
    'any',
    {},
    {
      question:
        'Which approval between {stage} and a signature takes longest over there, and has it begun? Set the date by that one.',
      proof: 'The day that approval began or will begin, from them.',
      purpose: 'which of their steps decides the date',
    },
  ),
  prompt(
    'date-too-early',
    'rep',
    'early',
    { stages: ['early'] },
    {
      question: 'Before anyone plans on {closeDate}: which day would they name if you asked them now?',
      proof: 'The day they named, and who named it.',
      purpose: 'what day they have in mind',
    },
  ),
];
