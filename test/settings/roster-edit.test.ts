import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERASED_PERSON } from '../../lib/deal/erased.ts';
import { rosterOf } from '../../lib/deal/roster.ts';
import { nameKey } from '../../lib/deal/same-name.ts';
import type { Person } from '../../lib/settings/people.ts';
import {
  addAlias,
  addPerson,
  changePerson,
  type Edited,
  joinPeople,
  notOnRoster,
  removePerson,
  splitPerson,
  whoIs,
  wordsOf,
} from '../../lib/settings/roster-edit.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { settingsProblem } from '../../lib/settings/settings-schema.ts';

const person = (name: string, part: Partial<Person> = {}): Person => ({
  name,
  aliases: [],
  team: null,
  mine: null,
  ...part,
});

function made(edited: Edited): Person[] {
  if ('refused' in edited) throw new Error(edited.refused);
  return edited.people;
}

test('a name and a login become one person, and two again', () => {
  const two = [person('Kim Olsen', { mine: true }), person('kolsen', { team: 'North' })];
  const one = made(joinPeople(two, 'Kim Olsen', 'kolsen'));
  expect(one).toEqual([person('Kim Olsen', { aliases: ['kolsen'], mine: true, team: 'North' })]);
  expect(whoIs(one, 'Olsen, Kim')?.name).toBe('Kim Olsen');
  expect(made(splitPerson(one, 'Kim Olsen', ['kolsen'])).map(wordsOf)).toEqual(two.map(wordsOf));
});

test('two Johns stay two, and a word that leads to one is refused for the other', () => {
  const johns = made(addPerson([person('John Ahlberg', { aliases: ['john'] })], 'John Brandt'));
  expect(johns).toHaveLength(2);
  expect(addAlias(johns, 'John Brandt', 'JOHN')).toEqual({ refused: 'taken' });
  expect(whoIs(johns, 'john')?.name).toBe('John Ahlberg');
  expect(addPerson(johns, 'Brandt, John')).toEqual({ refused: 'taken' });
  expect(addPerson(johns, '  ')).toEqual({ refused: 'empty' });
  expect(joinPeople(johns, 'John Brandt', 'John Brandt')).toEqual({ refused: 'same' });
});

test('who left is said, and is taken back', () => {
  const left = made(changePerson([person('Kim')], 'Kim', { left: true, mine: true, team: 'North' }));
  expect(left).toEqual([person('Kim', { left: true, mine: true, team: 'North' })]);
  expect(made(changePerson(left, 'Kim', { left: undefined }))).toEqual([person('Kim', { mine: true, team: 'North' })]);
  expect(made(removePerson(left, 'Kim'))).toEqual([]);
  expect(removePerson([], 'Kim')).toEqual({ refused: 'unknown' });
});

test('names that lead to somebody, and those of nobody any more, are not offered', () => {
  const seen = ['Olsen, Kim', 'kolsen', 'Ida', ERASED_PERSON].map((name) => ({ name }));
  expect(notOnRoster([person('Kim Olsen', { aliases: ['kolsen'] })], seen)).toEqual([{ name: 'Ida' }]);
  expect(addPerson([], 'Erased Person')).toEqual({ refused: 'erased' });
  expect(addAlias([person('Kim')], 'Kim', ERASED_PERSON)).toEqual({ refused: 'erased' });
});

const word = fc.constantFrom(
  'Kim Olsen',
  'Olsen, Kim',
  'kolsen',
  'John A',
  'John B',
  'john',
  'Ida',
  'i.n',
  ' Tom ',
  '',
  ERASED_PERSON,
);
type Step = (people: readonly Person[]) => Edited;
const step: fc.Arbitrary<Step> = fc.oneof(
  word.map(
    (name): Step =>
      (people) =>
        addPerson(people, name),
  ),
  fc.tuple(word, word).map(
    ([name, alias]): Step =>
      (people) =>
        addAlias(people, name, alias),
  ),
  fc.tuple(word, word).map(
    ([into, other]): Step =>
      (people) =>
        joinPeople(people, into, other),
  ),
  fc.tuple(word, word).map(
    ([name, alias]): Step =>
      (people) =>
        splitPerson(people, name, [alias]),
  ),
  word.map(
    (name): Step =>
      (people) =>
        removePerson(people, name),
  ),
  fc.tuple(word, fc.option(fc.boolean())).map(
    ([name, mine]): Step =>
      (people) =>
        changePerson(people, name, { mine }),
  ),
);

const after = (steps: readonly Step[]) =>
  steps.reduce<Person[]>((people, each) => {
    const edited = each(people);
    return 'refused' in edited ? people : edited.people;
  }, []);

test('property: no word leads to two people, and the roster that figures are made of reads it the same', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const people = after(steps);
      const keys = people.flatMap(wordsOf).map(nameKey);
      expect(new Set(keys).size).toBe(keys.length);
      expect(settingsProblem({ ...DEFAULT_SETTINGS, people })).toBeNull();
      const roster = rosterOf(people, []);
      for (const each of people) for (const one of wordsOf(each)) expect(roster.personOf(one)).toBe(each);
    }),
  ));

test('property: splitting what was joined gives both back, and joining what was split gives one back', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), fc.nat(), (steps, a, b) => {
      const people = after(steps);
      const [one, two] = [people[a % people.length], people[b % people.length]];
      if (!one || !two || one === two) return;
      const joined = made(joinPeople(people, one.name, two.name));
      const split = made(splitPerson(joined, one.name, wordsOf(two)));
      const words = (list: readonly Person[]) => list.map((each) => JSON.stringify(wordsOf(each))).sort();
      expect(words(split)).toEqual(words(people));
      expect(made(joinPeople(split, one.name, two.name))).toEqual(joined);
    }),
  ));

test('property: no edit brings back a word that was erased, nor makes one up', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), fc.array(step, { maxLength: 10 }), (before, later) => {
      const erased = new Set(after(before).flatMap(wordsOf).slice(0, 1));
      const kept = after(before).filter((each) => wordsOf(each).every((one) => !erased.has(one)));
      const said = new Set<string>();
      const end = later.reduce<Person[]>((people, each) => {
        const edited = each(people);
        if ('refused' in edited) return people;
        // Only an edit that names a word may bring it.
        for (const one of edited.people.flatMap(wordsOf)) if (!people.flatMap(wordsOf).includes(one)) said.add(one);
        return edited.people;
      }, kept);
      expect(end.flatMap(wordsOf)).not.toContain(ERASED_PERSON);
      const source = new Set([...kept.flatMap(wordsOf), ...said]);
      expect(end.flatMap(wordsOf).every((one) => source.has(one))).toBe(true);
    }),
  ));
