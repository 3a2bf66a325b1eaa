import { type Prompt, prompt } from './types.ts';

/** Next steps: none there, or its day gone by. What will the buyer do, and when? */
export const NEXT_STEP_PROMPTS: readonly Prompt[] = [
  prompt(
    'no-next-step',
    'manager',
    'any',
    {},
    {
      question: 'What did they ask for last, and has anybody put a day to it?',
      proof: 'An invitation they accepted, or a thing they sent, with its day.',
      purpose: 'whether they are waiting for us or we for them',
    },
  ),
  prompt(
    'no-next-step',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'Who over there knows what they owe us next, and would they name the same day as we do?',
      proof: 'Their task with a name and a day, in a message of theirs.',
      purpose: 'whether both sides have the same plan',
    },
  ),
  prompt(
    'no-next-step',
    'manager',
    'big',
    { situation: 'big' },
    {
      question:
        'For a deal this size somebody senior has an hour set aside. Whose diary over there is it in, and which day?',
      proof: 'An accepted invitation from someone who decides.',
      purpose: 'whether it has a place in their week',
    },
  ),
  prompt(
    'no-next-step',
    'rep',
    'any',
    {},
    {
      question: 'Which small thing can only they do: a figure, a name, a yes to an hour? Ask for it today, with a day.',
      proof: 'They sent it, or they accepted the hour.',
      purpose: 'the next thing they will do',
    },
  ),
  prompt(
    'no-next-step',
    'rep',
    'early',
    { stages: ['early'] },
    {
      question:
        'What did they want to know that you could bring them on a fixed day? Offer two days and let them take one.',
      proof: 'The day they took.',
      purpose: 'whether they want to go on',
    },
  ),
  prompt(
    'no-next-step',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question: 'End the next call with both diaries open. What goes into theirs, and who else should be in the room?',
      proof: 'The invitation, accepted by them and by the second name.',
      purpose: 'who has to be there for the last steps',
    },
  ),

  prompt(
    'next-step-past',
    'manager',
    'any',
    {},
    {
      question: 'Done, moved or given up: which is it, and from whom do we know?',
      proof: 'What they did on or after {nextStepDue}, or the new day they gave.',
      purpose: 'where the step stands',
    },
  ),
  prompt(
    'next-step-past',
    'manager',
    'dated',
    {},
    {
      question: 'If that step was theirs, what came first for them instead?',
      proof: 'The step done, with its day, or their reason and another day.',
      purpose: 'how high it stands on their list',
    },
  ),
  prompt(
    'next-step-past',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question:
        'The step of {nextStepDue} holds up all that follows it in {stage}. Who can get it done over there without our contact?',
      proof: 'An answer from that second person, dated.',
      purpose: 'whether there is another way in',
    },
  ),
  prompt(
    'next-step-past',
    'rep',
    'any',
    {},
    {
      question: 'If it is done, note it in one line. If not, which day suits them now, or is it off?',
      proof: 'The step noted with its day, or the new day from them.',
      purpose: 'what is next and when',
    },
  ),
  prompt(
    'next-step-past',
    'rep',
    'dated',
    {},
    {
      question:
        'Call rather than write: what came between {nextStepDue} and today, and what would clear the way for that step?',
      proof: 'What they said, and the day they gave on the phone.',
      purpose: 'what stands in their way',
    },
  ),
  prompt(
    'next-step-past',
    'rep',
    'severe',
    { situation: 'severe' },
    {
      question: 'Is that step still worth doing for them? If not, which smaller one would they take now?',
      proof: 'The smaller step, accepted by them with a day.',
      purpose: 'which step they would take',
    },
  ),

  prompt(
    'vague-step',
    'manager',
    'any',
    {},
    {
      question: 'Read the step aloud as if the buyer were listening. What would they say is theirs in it?',
      proof: 'Their part, named by them, with a day.',
      purpose: 'whether the step is anybody’s',
    },
  ),
  prompt(
    'vague-step',
    'rep',
    'any',
    {},
    {
      question:
        'Put a name, a verb and a weekday into it, so that a stranger could tell if it happened. Which verb is it?',
      proof: 'The step with its person and day, agreed with them.',
      purpose: 'what is going to be done',
    },
  ),
  prompt(
    'step-unchanged',
    'manager',
    'any',
    {},
    {
      question:
        'The same line has stood since before our last talk. Did it happen, did it die, or is it waiting for somebody?',
      proof: 'What became of it, with the day, from them.',
      purpose: 'whether the plan is alive',
    },
  ),
  prompt(
    'step-unchanged',
    'rep',
    'any',
    {},
    {
      question: 'Cross the old line out: what have they taken on since then that deserves its place?',
      proof: 'A step they took on, with its date.',
      purpose: 'what is really next',
    },
  ),
  prompt(
    'step-too-far',
    'manager',
    'any',
    {},
    {
      question: 'What has to be true over there in two weeks for that far day to be more than a wish?',
      proof: 'Something they did before then, dated.',
      purpose: 'whether anything happens until then',
    },
  ),
  prompt(
    'step-too-far',
    'rep',
    'any',
    {},
    {
      question:
        'Between today and {nextStepDue} lies room for a small thing of theirs. Which one would they agree to halfway?',
      proof: 'The halfway step, accepted by them with a day.',
      purpose: 'whether the pause can be shortened',
    },
  ),
];
