import { describe, expect, it } from 'vitest';
import {
  allChecklists,
  CHECKLIST_LIMITS,
  type Checklist,
  checklistFor,
  NO_CHOICE,
  ownKey,
  SHARED_KEYS,
} from '../../../lib/process/checklists/checklist.ts';
import { checkChoice, isChoice } from '../../../lib/process/checklists/checklists-schema.ts';
import { KNOWN_CHECKLISTS } from '../../../lib/process/checklists/known-checklists.ts';
import { gapsIn, OWN } from '../../../lib/process/qualification.ts';

const own: Checklist = {
  id: 'own-1',
  name: 'Ours',
  items: [
    { key: ownKey('Did they visit a plant?', null), asks: 'Did they visit a plant?', proof: 'A day in the calendar' },
    { key: 'budget', asks: 'Is the money there?', proof: '' },
  ],
};
const choice = { own: [own], everywhere: 'bant', pipelines: { Renewals: 'own-1', Partner: null } };

describe('the known checklists', () => {
  it('ask under keys that the signals read, or their own, each once', () => {
    for (const { items, name } of KNOWN_CHECKLISTS) {
      const keys = items.map(({ key }) => key);
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const key of keys) expect(SHARED_KEYS.includes(key) || key.startsWith(OWN), key).toBe(true);
    }
  });
});

describe('checklistFor', () => {
  it('asks nothing before a list was chosen', () => expect(checklistFor(NO_CHOICE, 'Renewals')).toBeNull());

  it('takes the list of the pipeline, else that of all', () => {
    const chosen = ['Renewals', ' renewals ', 'Partner', 'New business', null].map(
      (one) => checklistFor(choice, one)?.id,
    );
    expect(chosen).toEqual(['own-1', 'own-1', undefined, 'bant', 'bant']);
  });

  it('asks nothing where the chosen list is gone', () => {
    expect(checklistFor({ ...choice, own: [] }, 'Renewals')).toBeNull();
    expect(allChecklists({ own: [] })).toHaveLength(3);
  });
});

describe('checkChoice', () => {
  it('reads back what may be written', () => {
    expect(isChoice(choice)).toBe(true);
    expect(checkChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  });

  it.each([
    ['a list without questions', { ...choice, own: [{ ...own, items: [] }] }],
    ['one question twice', { ...choice, own: [{ ...own, items: [own.items[0], own.items[0]] }] }],
    [
      'a key that is not the question’s',
      { ...choice, own: [{ ...own, items: [{ ...own.items[0], key: 'proof: x' }] }] },
    ],
    ['the id of a known list', { ...choice, own: [{ ...own, id: 'bant' }] }],
    ['too many lists', { ...choice, own: Array(CHECKLIST_LIMITS.own + 1).fill(own) }],
    ['a text too long', { ...choice, own: [{ ...own, name: 'x'.repeat(CHECKLIST_LIMITS.name + 1) }] }],
    ['something more', { ...choice, own: [{ ...own, more: 1 }] }],
  ])('refuses %s, and keeps the other parts', (_, broken) => {
    expect(isChoice(broken)).toBe(false);
    expect(checkChoice(broken)).toEqual({ ...choice, own: [] });
  });

  it('takes nothing from what is no choice at all', () => {
    for (const stored of [undefined, null, 7, 'x', [], { everywhere: 7, pipelines: [] }])
      expect(checkChoice(stored)).toEqual(NO_CHOICE);
  });
});

it('counts the user’s own questions among the gaps, by their words', () => {
  const answered = (question: string, answer: string) =>
    [question, { deal: 'd', question, answer, at: 1, recordedAt: 1 }] as const;
  const [first] = own.items;
  expect(gapsIn(new Map([answered(first?.key ?? '', 'no'), answered('budget', 'yes')]))).toEqual({
    gaps: ['did they visit a plant?'],
    answered: 2,
  });
});
