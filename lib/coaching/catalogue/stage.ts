import { type Prompt, prompt } from './types.ts';

/** Stages: standing still, or gone back. What has the buyer done, and what did we take as done? */
export const STAGE_PROMPTS: readonly Prompt[] = [
  prompt(
    'stalled',
    'manager',
    'any',
    {},
    {
      question:
        'What is the one thing they would do to leave {stage}, and have they been asked for it in so many words?',
      proof: 'That thing done by them, with its day; or their no.',
      purpose: 'which step of theirs has not come',
    },
  ),
  prompt(
    'stalled',
    'manager',
    'early',
    { stages: ['early'] },
    {
      question: 'If they change nothing this year, what does it cost them, and who over there has worked that out?',
      proof: 'Their own figure, in a mail or a document of theirs.',
      purpose: 'whether there is a reason to act at all',
    },
  ),
  prompt(
    'stalled',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'Who over there has the most to lose by a yes, and what do they say when asked alone?',
      proof: 'That person’s objection or go-ahead, dated.',
      purpose: 'who is against it without saying so',
    },
  ),
  prompt(
    'stalled',
    'manager',
    'severe',
    { situation: 'severe' },
    {
      question:
        'Would you take this one on today, knowing what you know? If yes, what is the first thing they would do next week?',
      proof: 'A step they took, dated after this talk; or the deal closed with their reason.',
      purpose: 'whether to keep it or to close it',
    },
  ),
  prompt(
    'stalled',
    'manager',
    'backwards',
    { situation: 'severe' },
    {
      question: 'Suppose it closed next month: what would have had to happen on their side this week?',
      proof: 'Just that, done by them, with its day.',
      purpose: 'whether there is a way forward at all',
    },
  ),
  prompt(
    'stalled',
    'rep',
    'any',
    {},
    {
      question: 'Whose move is it over there, and what would make that move small enough for this week?',
      proof: 'Something they did: a form returned, a comment, a meeting accepted.',
      purpose: 'whose move it is',
    },
  ),
  prompt(
    'stalled',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question: 'Which line of the offer has nobody over there said yes to? Ask about that line alone.',
      proof: 'Their comment, redline or yes on that line.',
      purpose: 'what the offer does not answer yet',
    },
  ),
  prompt(
    'stalled',
    'rep',
    'severe',
    { situation: 'severe' },
    {
      question: 'If they chose to leave it, what would the reason be? Ask them straight, and make a no easy to say.',
      proof: 'Their answer with its day: a step of theirs, or a clear no.',
      purpose: 'whether it is still alive',
    },
  ),

  prompt(
    'stalled',
    'rep',
    'first-voices',
    { situation: 'severe' },
    {
      question: 'Who was keen at the start and has not been heard since? Ring that one first, and just listen.',
      proof: 'What that person said, with the day.',
      purpose: 'what changed over there',
    },
  ),
  prompt(
    'stage-back',
    'manager',
    'any',
    {},
    {
      question: 'What had we ticked off in {fromStage} that they had not done?',
      proof: 'That step by name, and the day they mean to take it.',
      purpose: 'what was taken as done too soon',
    },
  ),
  prompt(
    'stage-back',
    'manager',
    'big',
    { situation: 'big' },
    {
      question:
        'Who told us it was in {fromStage}: someone who decides, or someone who hopes? Which of them can we hear from now?',
      proof: 'An answer from someone who decides, dated after the move.',
      purpose: 'how good our source over there is',
    },
  ),
  prompt(
    'stage-back',
    'manager',
    'period',
    { situation: 'late-in-period' },
    {
      question:
        'From {toStage}, which of their steps can still happen by {periodEnd}, and which can not? Let the date follow.',
      proof: 'Their dated steps up to {periodEnd}, or a later close date.',
      purpose: 'whether this quarter may still count on it',
    },
  ),
  prompt(
    'stage-back',
    'rep',
    'any',
    {},
    {
      question: 'Which question of theirs opened {toStage} again, and who has to hear the answer?',
      proof: 'That person’s reply to the answer, with its day.',
      purpose: 'what they need before going on',
    },
  ),
  prompt(
    'stage-back',
    'rep',
    'dated',
    { stages: ['early', 'mid'] },
    {
      question: 'The date still reads {closeDate}. Does the road from {toStage} fit, or which day does?',
      proof: 'Steps with days that they agreed to, or a new date from them.',
      purpose: 'whether the date follows the stage',
    },
  ),
];
