import { QUESTIONS } from '../qualification.ts';
import type { Checklist, ChecklistItem } from './checklist.ts';

/** What the published lists name in common, asked in our own words; each with what would prove the answer. */
const ITEMS = {
  need: ask(QUESTIONS.need, 'Did they say what has to change for them?', 'Their own words on it, with a day.'),
  cost: ask(
    QUESTIONS.cost,
    'Is there a figure of theirs for what it costs to leave things as they are?',
    'The figure in a file or mail of theirs.',
  ),
  decisionMaker: ask(
    QUESTIONS.decisionMaker,
    'Do we know who can say yes to the money, and did we meet them?',
    'A meeting that they accepted.',
  ),
  budget: ask(
    QUESTIONS.budget,
    'Is money set aside for it, and did they say how much?',
    'The sum or cost centre, named by somebody who answers for it.',
  ),
  criteria: ask(
    QUESTIONS.criteria,
    'Did they tell what they will compare by?',
    'Their list, or ours with their notes.',
  ),
  process: ask(
    QUESTIONS.process,
    'Do we know each step up to their decision, and whose it is?',
    'The steps with names and days, confirmed by them.',
  ),
  paper: ask(
    QUESTIONS.paper,
    'Do we know what legal, security and purchasing need before a signature?',
    'Their forms, or the name of who handles them.',
  ),
  champion: ask(
    QUESTIONS.champion,
    'Is there somebody over there who argues for it when we are not in the room?',
    'Something that they did for it without being asked.',
  ),
  competitor: ask(
    QUESTIONS.competitor,
    'Is somebody else being looked at, doing nothing included?',
    'What they said of the others, and when.',
  ),
  timing: ask(
    QUESTIONS.timing,
    'Is there an event of theirs that makes the date matter?',
    'The event and its day, named by them.',
  ),
  situation: ask(
    'own: how they work today',
    'Do we know how they do it today, with what and with whom?',
    'A description that they agreed with.',
  ),
} satisfies Record<string, ChecklistItem>;

const list = (id: string, name: string, ...keys: (keyof typeof ITEMS)[]): Checklist => ({
  id,
  name,
  items: keys.map((key) => ITEMS[key]),
});

export const KNOWN_CHECKLISTS: readonly Checklist[] = [
  list(
    'meddpicc',
    'MEDDPICC',
    ...(['cost', 'decisionMaker', 'criteria', 'process', 'paper', 'need', 'champion', 'competitor'] as const),
  ),
  list('bant', 'BANT', 'budget', 'decisionMaker', 'need', 'timing'),
  list('spiced', 'SPICED', 'situation', 'need', 'cost', 'timing', 'decisionMaker', 'process', 'criteria'),
];

function ask(key: string, asks: string, proof: string): ChecklistItem {
  return { key, asks, proof };
}
