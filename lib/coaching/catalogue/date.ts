import { type Prompt, prompt } from './types.ts';

/** Close dates gone by or put off. Is the date the buyer's or ours? */
export const DATE_PROMPTS: readonly Prompt[] = [
  prompt(
    'close-date-past',
    'manager',
    'any',
    {},
    {
      question: 'Did they decide something on {closeDate}, or was the day never in their diary?',
      proof: 'Their decision with its day, or a new date that one of them gave in writing.',
      purpose: 'whether the date was ever theirs',
    },
  ),
  prompt(
    'close-date-past',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'What was still to be done on the morning of {closeDate}, and on whose desk does it lie now?',
      proof: 'The name of that person, and what they have done since {closeDate}.',
      purpose: 'which single step holds it',
    },
  ),
  prompt(
    'close-date-past',
    'manager',
    'big',
    { situation: 'big' },
    {
      question:
        'One this size moves the quarter with it. Who above our contact knows {closeDate} is gone, and what day do they give?',
      proof: 'A day from the person who signs, in their own words.',
      purpose: 'whether the person who signs is in it',
    },
  ),
  prompt(
    'close-date-past',
    'manager',
    'period',
    { situation: 'late-in-period' },
    {
      question:
        'The quarter ends {periodEnd} and this one still says {closeDate}. In or out: what have they done that settles it?',
      proof: 'A dated step of theirs towards signing; without one, a date after {periodEnd}.',
      purpose: 'whether this quarter may count on it',
    },
  ),
  prompt(
    'close-date-past',
    'rep',
    'any',
    {},
    {
      question: 'What has to happen first on their side, and which day does that make it? One call tells.',
      proof: 'A new day from them with the step before it, or their no.',
      purpose: 'which day they believe in',
    },
  ),
  prompt(
    'close-date-past',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question:
        'If it is signed, close it. If not: which last step is open over there, and what day did they give for it?',
      proof: 'The signed order, or their day for the last step.',
      purpose: 'what is left before the signature',
    },
  ),
  prompt(
    'close-date-past',
    'rep',
    'period',
    { situation: 'late-in-period' },
    {
      question: 'Can they finish by {periodEnd} without being hurried? Ask, and write down the day they say.',
      proof: 'Their day, by mail or in an accepted invitation.',
      purpose: 'which quarter it belongs to',
    },
  ),

  prompt(
    'pushed',
    'manager',
    'first',
    { situation: 'first' },
    {
      question: 'From {from} to {to}. Did something new happen over there, or was {from} a guess of ours?',
      proof: 'What happened and on which day, from them; or no date at all until they name one.',
      purpose: 'whether it is the date or the deal that slipped',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'repeated',
    { situation: 'repeated' },
    {
      question:
        '{dates}. Each of those days was somebody’s idea. Whose is the last one, and what breaks for them if it passes too?',
      proof: 'A reason out of their own year (a renewal, a launch, a budget day) in their writing.',
      purpose: 'whether the buyer has a day of their own',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question:
        'From {stage} on it hangs on few people. Who has to sign, and has that person said {closeDate} themselves?',
      proof: 'That person’s mail, or their accepted invitation, with the day in it.',
      purpose: 'whether the signer knows the date',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'severe',
    { situation: 'severe' },
    {
      question: 'Suppose we said nothing more until they did: who would write first, and why?',
      proof: 'A message that they began, or the date taken off the page.',
      purpose: 'whether anybody there still wants it',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'period',
    { situation: 'late-in-period' },
    {
      question:
        'It has just moved to {to}, and the quarter ends {periodEnd}. What would they lose by leaving it until after?',
      proof: 'Their loss in their own figures, or a date in the next quarter.',
      purpose: 'whether the hurry is theirs or ours',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'first',
    { situation: 'first' },
    {
      question:
        'For {to} to come true, what has to land on whose desk over there, and when? Get it from them in one line.',
      proof: 'Their reply with the name and the day.',
      purpose: 'what the new date stands on',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'repeated',
    { situation: 'repeated' },
    {
      question:
        'Try it the other way round with them: “If this waited until next year, who would mind?” What do they answer?',
      proof: 'Their answer in writing, with the person it would hurt.',
      purpose: 'whether waiting costs them anything',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'event',
    { situation: 'repeated' },
    {
      question:
        'What must be in place over there by {to}, with us or without? Hang the date on that, or take it off the page.',
      proof: 'Their own event with its day, named by one of them.',
      purpose: 'whether the buyer has a day of their own',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question:
        'Would they put {closeDate} in a mail today? Send the steps that lead up to it and ask them to strike what is wrong.',
      proof: 'Their yes to the dated steps, or the day they put instead.',
      purpose: 'whether they share the plan',
    },
  ),

  prompt(
    'due-this-period',
    'manager',
    'any',
    {},
    {
      question:
        '{closeDate} asks for every stage in a few weeks. Which of them did a deal of ours ever do that fast, and for whom?',
      proof: 'Dated steps agreed by them, or a date past the period.',
      purpose: 'whether the period can count on it',
    },
  ),
  prompt(
    'due-this-period',
    'manager',
    'period',
    { situation: 'late-in-period' },
    {
      question: 'What do they lose if this is signed after {periodEnd}? If nothing, which day suits them?',
      proof: 'The day they chose, in their words.',
      purpose: 'whose deadline it is',
    },
  ),
  prompt(
    'due-this-period',
    'rep',
    'any',
    {},
    {
      question:
        'Count their steps left on your fingers and ask them for a day against each. What does the last finger say?',
      proof: 'Their days for each step, in one mail.',
      purpose: 'what date their steps lead to',
    },
  ),
  prompt(
    'older-than-won',
    'manager',
    'any',
    {},
    {
      question:
        'Deals that come in here are done by now. What makes this one different: a slower house, or a missing reason?',
      proof: 'Their timetable with its reason, in a document of theirs.',
      purpose: 'whether it is slow or over',
    },
  ),
  prompt(
    'older-than-won',
    'manager',
    'severe',
    { situation: 'severe' },
    {
      question: 'Were it new today, with all that is known of it, would it get past the first talk with us?',
      proof: 'A fresh reason to act, dated, from them; or it is closed.',
      purpose: 'whether to keep it',
    },
  ),
  prompt(
    'older-than-won',
    'rep',
    'any',
    {},
    {
      question: 'Tell them plainly that such things take half as long elsewhere. What do they say holds it up?',
      proof: 'The hold-up in their words, and who can lift it.',
      purpose: 'what slows it',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'never-real',
    { situation: 'never-real' },
    {
      question: '{from} came and went, and nothing had happened. Shall it stand without a day until they give us one?',
      proof: 'A day named by them with its reason; until then none.',
      purpose: 'whether there ever was a date',
    },
  ),
  prompt(
    'pushed',
    'manager',
    'new-event',
    { situation: 'new-event' },
    {
      question:
        'Something changed over there as the date moved. Whom did it hit, and does the reason to buy survive it?',
      proof: 'What changed, told by somebody it hit, dated.',
      purpose: 'whether the reason to buy is intact',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'never-real',
    { situation: 'never-real' },
    {
      question: 'Where did {from} come from in the first place? Ask them for a day of their own and its “because”.',
      proof: 'Their day with its because.',
      purpose: 'whose date it is',
    },
  ),
  prompt(
    'pushed',
    'rep',
    'new-event',
    { situation: 'new-event' },
    {
      question: 'What they told you about the change: does it move the day, the size or the whole idea? Ask which.',
      proof: 'Their answer, with whoever decides copied in.',
      purpose: 'what the change means for it',
    },
  ),
];
