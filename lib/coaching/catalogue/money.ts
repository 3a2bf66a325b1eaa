import { type Prompt, prompt } from './types.ts';

/** Amounts: cut, or far from what is usually won. What is the figure made of, and who stands behind it? */
export const MONEY_PROMPTS: readonly Prompt[] = [
  prompt(
    'amount-cut',
    'manager',
    'any',
    {},
    {
      question: 'Which part do they no longer want, and who over there decided that?',
      proof: 'The smaller scope in their own words, with its day.',
      purpose: 'whether they want less or pay less',
    },
  ),
  prompt(
    'amount-cut',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question: 'When we came down to {amountTo}, what did they move: a day, a term, a name on paper?',
      proof: 'Their half of the trade, in writing.',
      purpose: 'what was got for what was given',
    },
  ),
  prompt(
    'amount-cut',
    'manager',
    'severe',
    { situation: 'severe' },
    {
      question: '{amountTo} is another deal. Does it still solve what they came for, and who over there would say so?',
      proof: 'Their yes to the new scope, with what it is meant to do for them.',
      purpose: 'whether the smaller one is still worth having for them',
    },
  ),
  prompt(
    'amount-cut',
    'rep',
    'any',
    {},
    {
      question: 'What do they get less of at {amountTo} than at {amountFrom}, and have they said that this is fine?',
      proof: 'Their yes to the new scope, dated.',
      purpose: 'whether scope and figure still fit',
    },
  ),
  prompt(
    'amount-cut',
    'rep',
    'late',
    { stages: ['late'] },
    {
      question:
        'Which part of the difference would they want later on, and who would ask for it? Offer it as a second step with a day.',
      proof: 'The second step, named by them or accepted with its day.',
      purpose: 'what can come back',
    },
  ),

  prompt(
    'unusual-size',
    'manager',
    'any',
    {},
    {
      question: 'Who over there has bought at this size before, and what did it take them?',
      proof: 'A sponsor with a name, and their own account of how they buy at this size.',
      purpose: 'whether they know how to buy it',
    },
  ),
  prompt(
    'unusual-size',
    'manager',
    'early',
    { stages: ['early'] },
    {
      question:
        'Where does a figure this large come from: their budget, or our price list? Where have they written it down?',
      proof: 'The figure in a document of theirs.',
      purpose: 'whose figure it is',
    },
  ),
  prompt(
    'unusual-size',
    'rep',
    'any',
    {},
    {
      question: 'At this size more people have to agree. Who are they, and which of them have you not met?',
      proof: 'A meeting accepted by one of those you had not met.',
      purpose: 'who has to agree',
    },
  ),
  prompt(
    'unusual-size',
    'rep',
    'early',
    { stages: ['early'] },
    {
      question: 'Could they begin with a part? Ask what that part would have to show, and to whom.',
      proof: 'What it has to show, in a mail of theirs.',
      purpose: 'whether a first step makes it easier',
    },
  ),

  prompt(
    'amount-unrefined',
    'manager',
    'any',
    {},
    {
      question: 'The figure is as round as on the first day. Which parts of it have they counted themselves?',
      proof: 'Their quantities, in a document of theirs.',
      purpose: 'what the amount is made of',
    },
  ),
  prompt(
    'amount-unrefined',
    'rep',
    'any',
    {},
    {
      question: 'Send the sum in its parts and ask which line is wrong. What do they correct?',
      proof: 'Their corrected line, dated.',
      purpose: 'whether the amount is theirs',
    },
  ),
];
