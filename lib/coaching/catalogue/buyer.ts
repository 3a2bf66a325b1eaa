import { type Prompt, prompt } from './types.ts';

/** People over there: silent, few, or none who decides. Who moves it, and who else has a stake? */
export const BUYER_PROMPTS: readonly Prompt[] = [
  prompt(
    'buyer-silent',
    'manager',
    'any',
    {},
    {
      question: 'Which thing did they last do, rather than say, and who else in that house would notice if this died?',
      proof: 'A reply or an accepted invitation from anyone on their side.',
      purpose: 'whether anybody there still moves it',
    },
  ),
  prompt(
    'buyer-silent',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question:
        'This near to a yes, people with a wish to buy make themselves heard. Who signs, and what did that person do since {lastAct}?',
      proof: 'An act of the person who signs, dated after {lastAct}.',
      purpose: 'whether the person who signs is at it',
    },
  ),
  prompt(
    'buyer-silent',
    'rep',
    'any',
    {},
    {
      question:
        'Ring somebody there whom you have not written to this month. What do they hear about it in their own corridor?',
      proof: 'What that person told you, with the day.',
      purpose: 'how it is talked of in their house',
    },
  ),
  prompt(
    'seller-alone',
    'manager',
    'any',
    {},
    {
      question:
        'Our last notes all ask them for something. What could we bring instead that they would forward to a colleague?',
      proof: 'It was forwarded, or a colleague of theirs answered.',
      purpose: 'whether we give them a reason to reply',
    },
  ),
  prompt(
    'seller-alone',
    'rep',
    'any',
    {},
    {
      question:
        'Leave the thread alone and pick another door: an assistant, a partner, a shared friend. Which of them answers by Friday?',
      proof: 'An answer through that other door, dated.',
      purpose: 'whether another way in is open',
    },
  ),
  prompt(
    'few-contacts',
    'manager',
    'any',
    {},
    {
      question: 'If our one voice there changed jobs on Monday, whose phone would we ring on Tuesday?',
      proof: 'That second person in a meeting or a thread.',
      purpose: 'how many threads hold it',
    },
  ),
  prompt(
    'few-contacts',
    'manager',
    'only',
    {},
    {
      question:
        '{only} carries it alone. Which colleague has to live with the result, and when do we meet that colleague?',
      proof: 'The colleague in an accepted invitation.',
      purpose: 'who else has a stake',
    },
  ),
  prompt(
    'few-contacts',
    'rep',
    'any',
    {},
    {
      question: 'Ask your contact: “Who would be cross if we left them out?” Ask that one to the next call.',
      proof: 'An invitation accepted by that second person.',
      purpose: 'who else wants a say',
    },
  ),
  prompt(
    'no-decision-maker',
    'manager',
    'any',
    {},
    {
      question: 'Who can say yes to this without asking anybody, and what has that person heard from us directly?',
      proof: 'A meeting held with that person, with its day.',
      purpose: 'whether the yes can come from where we are',
    },
  ),
  prompt(
    'no-decision-maker',
    'manager',
    'late',
    { stages: ['late'] },
    {
      question:
        'At this stage a signature has an owner. What does the owner of the pen gain from it, in their own words?',
      proof: 'Those words in a mail or the minutes.',
      purpose: 'whether the signer wants it',
    },
  ),
  prompt(
    'no-decision-maker',
    'rep',
    'any',
    {},
    {
      question:
        'How did they buy the last thing of this price: who proposed, who paid, who could stop it? Ask for those names.',
      proof: 'The names with their parts, from them.',
      purpose: 'how the decision is made over there',
    },
  ),
];
