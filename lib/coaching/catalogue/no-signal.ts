import { type Prompt, prompt } from './types.ts';

/** Cards that no signal leads: something moved, a promise is due, little is known, or all is well. */
export const NO_SIGNAL_PROMPTS: readonly Prompt[] = [
  prompt(
    'moved',
    'manager',
    'any',
    {},
    {
      question: 'What do they know now that we did not know {since}?',
      proof: 'What happened over there, with its day and who said so.',
      purpose: 'what is behind the move',
    },
  ),
  prompt(
    'moved',
    'rep',
    'any',
    {},
    {
      question: 'What brought that about on their side, and what does it ask of us this week?',
      proof: 'Their reason, dated, and the step they agreed to next.',
      purpose: 'what to do about the move',
    },
  ),

  prompt(
    'promise-due',
    'manager',
    'theirs',
    { situation: 'theirs' },
    {
      question: 'What came in between over there, and which day do they give it now?',
      proof: 'The thing itself, or a new day in their words.',
      purpose: 'whether the promise still stands',
    },
  ),
  prompt(
    'promise-due',
    'manager',
    'ours',
    { situation: 'ours' },
    {
      question: 'This one was ours. Have they got it, and what did they say to it?',
      proof: 'Their answer to it, with its day.',
      purpose: 'whether they have what we owe them',
    },
  ),
  prompt(
    'promise-due',
    'manager',
    'not-checked',
    { situation: 'not-checked' },
    {
      question: 'Nobody has looked since the day passed. Did it come, and who can show it?',
      proof: 'The thing itself with its day, or a new day in their words.',
      purpose: 'whether it happened',
    },
  ),
  prompt(
    'promise-due',
    'rep',
    'theirs',
    { situation: 'theirs' },
    {
      question: 'Did it reach you? If so, one click. If not, ask what would help them finish it, and by which day?',
      proof: 'The thing itself, or the new day they gave.',
      purpose: 'whether they need a hand with it',
    },
  ),
  prompt(
    'promise-due',
    'rep',
    'ours',
    { situation: 'ours' },
    {
      question: 'This one is with us. Can it go out today, or which day will you tell them before they ask?',
      proof: 'It went out and they have it, or they agreed to the new day.',
      purpose: 'whether they have what we owe them',
    },
  ),
  prompt(
    'promise-due',
    'rep',
    'not-checked',
    { situation: 'not-checked' },
    {
      question: 'Its day went by without a look. Is it done, moved, or off the table for them?',
      proof: 'The thing with its day, or the new day from them.',
      purpose: 'where it stands',
    },
  ),

  prompt(
    'look-again',
    'manager',
    'any',
    {},
    {
      question: 'Open it before anyone is asked about it. What has moved since {seen}?',
      proof: 'A look dated today, and the last thing they did, with its day.',
      purpose: 'what is true today',
    },
  ),
  prompt(
    'look-again',
    'rep',
    'any',
    {},
    {
      question: 'Read it once more as they would. What on it is no longer true since {seen}?',
      proof: 'The lines put right, with the day each thing happened.',
      purpose: 'what is true today',
    },
  ),
  prompt(
    'thin',
    'manager',
    'any',
    {},
    {
      question: 'Not seen here yet: {missing}. Is any of it written down, or does one person carry it in their head?',
      proof: 'The line filled in, with who over there said it and on which day.',
      purpose: 'what the deal stands on',
    },
  ),
  prompt(
    'thin',
    'rep',
    'any',
    {},
    {
      question: 'To fill in: {missing}. What have they told you about it, and when?',
      proof: 'The line filled in from their words, with the day.',
      purpose: 'what they have said already',
    },
  ),

  prompt(
    'healthy',
    'manager',
    'any',
    {},
    {
      question:
        'This one moves by itself. What did they do early on that showed it was real, and where else could we ask for that?',
      proof: 'That early step of theirs with its day, ready to be told to others.',
      purpose: 'what to do again elsewhere',
    },
  ),
  prompt(
    'healthy',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'Who else in that house has the same trouble, and who there would bring us in?',
      proof: 'An introduction that one of them made.',
      purpose: 'whether there is more to do for them',
    },
  ),
  prompt(
    'healthy',
    'manager',
    'early',
    { stages: ['early'] },
    {
      question: 'It started well. Which of their people would we want at the table before it gets to the offer?',
      proof: 'That person in a meeting, on a day.',
      purpose: 'who is wanted before the offer',
    },
  ),
  prompt(
    'healthy',
    'rep',
    'any',
    {},
    {
      question: 'What would they like to be able to say half a year after they start? Ask now, while it is easy.',
      proof: 'Their answer in their own figures, with the day.',
      purpose: 'what success is for them',
    },
  ),
  prompt(
    'healthy',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question: 'What could still come up over there in the week of {closeDate}, and who would hear of it first?',
      proof: 'That person’s word that the last steps stand, dated.',
      purpose: 'what could surprise at the end',
    },
  ),
];
