import { type Prompt, prompt } from './types.ts';

/** How the deal is run: proofs left behind, open questions, handovers, forecasts. What is known, and from whom? */
export const PROCESS_PROMPTS: readonly Prompt[] = [
  prompt(
    'stage-unproven',
    'manager',
    'any',
    {},
    {
      question:
        'We went past {fromStage} on a hope. Who over there can still show us that it is true, and by which day?',
      proof: 'That proof, seen, with its day; or the stage set back.',
      purpose: 'whether the stage is where the deal is',
    },
  ),
  prompt(
    'stage-unproven',
    'rep',
    'any',
    {},
    {
      question:
        'One thing was left behind in {fromStage}. Is it quicker to get it now, or to go back a stage? Set the day for it.',
      proof: 'The thing in hand, dated, or the stage corrected by you.',
      purpose: 'what is still to be fetched',
    },
  ),
  prompt(
    'stage-skipped',
    'manager',
    'any',
    {},
    {
      question:
        'Nobody saw {skipped} happen. Did they do that part without us, or does it still wait for us further on?',
      proof: 'What they did in place of {skipped}, with the day.',
      purpose: 'whether a part of the road is missing',
    },
  ),
  prompt(
    'stage-skipped',
    'rep',
    'any',
    {},
    {
      question: 'What would {skipped} have told you? Get that one thing from them before the price is talked about.',
      proof: 'Their answer to it, dated.',
      purpose: 'what the short cut left open',
    },
  ),
  prompt(
    'qualification-gaps',
    'manager',
    'any',
    {},
    {
      question: 'If we could learn one thing this week, would it be {gap}? Whom over there do we ask, and how?',
      proof: 'Their answer about {gap}, with a name and a day.',
      purpose: 'which gap matters most',
    },
  ),
  prompt(
    'qualification-gaps',
    'rep',
    'any',
    {},
    {
      question:
        '{gap} is still open. In which sentence of your next mail can you ask for it without it feeling like a form?',
      proof: 'Their sentence about it, dated.',
      purpose: 'what is still to be asked',
    },
  ),
  prompt(
    'competitor',
    'manager',
    'any',
    {},
    {
      question: 'Where would they be better off with the others, and does our contact know that we know?',
      proof: 'Their own list of what counts, in writing, in its order.',
      purpose: 'on what ground it is decided',
    },
  ),
  prompt(
    'competitor',
    'rep',
    'any',
    {},
    {
      question:
        'Ask which of their wishes weighs most, and show how we meet it before the others come by. Which day is that?',
      proof: 'A meeting about that wish, accepted by them.',
      purpose: 'what they will compare',
    },
  ),
  prompt(
    'owner-changed',
    'manager',
    'any',
    {},
    {
      question: 'What did the one before know that stands in no field, and has the buyer been introduced by name?',
      proof: 'A meeting of all three, with its day.',
      purpose: 'whether the thread was handed over too',
    },
  ),
  prompt(
    'owner-changed',
    'rep',
    'any',
    {},
    {
      question:
        'Ring the buyer with one question: “What was agreed that I should not ask you again?” Write their answer down.',
      proof: 'Their account of it, dated.',
      purpose: 'what was promised before',
    },
  ),
  prompt(
    'reopened',
    'manager',
    'any',
    {},
    {
      question: 'It ended once for a reason. Is that reason gone, or did only our hope come back?',
      proof: 'What changed on their side since, from them, dated.',
      purpose: 'whether anything is different this time',
    },
  ),
  prompt(
    'reopened',
    'rep',
    'any',
    {},
    {
      question: 'Who over there called first this time, and what happened to make them? Ask for it first.',
      proof: 'Their event with its day.',
      purpose: 'what brought it back',
    },
  ),
  prompt(
    'commit-unproven',
    'manager',
    'any',
    {},
    {
      question: 'If the owner rang tonight: what does the last signature hang on, and from whom do we have it?',
      proof: 'Approver and day confirmed by the buyer, or a lower category.',
      purpose: 'what the call rests on',
    },
  ),
  prompt(
    'commit-unproven',
    'rep',
    'any',
    {},
    {
      question:
        'Would you rather call it one step lower today, or fetch the one confirmation that carries it? Name the confirmation.',
      proof: 'The confirmation from them, dated, or the lower category.',
      purpose: 'what the promise upwards rests on',
    },
  ),
];
