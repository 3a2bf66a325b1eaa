import { ERASED_PERSON } from '../deal/erased.ts';
import { nameKey } from '../deal/same-name.ts';
import { PEOPLE_LIMITS, type Person } from './people.ts';

/** Why an edit is not made. `taken`: the word leads to somebody else; `unknown`: nobody on the roster is called so. */
export type RosterRefusal = 'empty' | 'taken' | 'unknown' | 'same' | 'too-many' | 'erased';
export type Edited = { people: Person[] } | { refused: RosterRefusal };

/** What may be said of a person beside their names. */
export type PersonPatch = Partial<Pick<Person, 'mine' | 'team' | 'left'>>;

export const wordsOf = ({ name, aliases }: Person): string[] => [name, ...aliases];

/** Whom a word leads to, in whatever way it is written; null: nobody on the roster. */
export function whoIs(people: readonly Person[], word: string): Person | null {
  const key = nameKey(word);
  return people.find((person) => wordsOf(person).some((each) => nameKey(each) === key)) ?? null;
}

/** Whose name gave way to an erasure is nobody: a roster that names them would make one person of all of them. */
export const isErased = (name: string) => nameKey(name) === nameKey(ERASED_PERSON);

function problemOf(people: readonly Person[], word: string): RosterRefusal | null {
  if (word === '') return 'empty';
  if (isErased(word)) return 'erased';
  return whoIs(people, word) ? 'taken' : null;
}

export function addPerson(people: readonly Person[], said: string, patch: PersonPatch = {}): Edited {
  const name = said.trim();
  const refused = people.length >= PEOPLE_LIMITS.people ? 'too-many' : problemOf(people, name);
  return refused ? { refused } : { people: [...people, { name, aliases: [], team: null, mine: null, ...patch }] };
}

/** Only the first that has the name: names of a roster differ, and one that was broken is mended by removing. */
function edit(people: readonly Person[], name: string, change: (person: Person) => Person[]): Edited {
  const at = people.findIndex((person) => person.name === name);
  const person = people[at];
  return person ? { people: people.toSpliced(at, 1, ...change(person)) } : { refused: 'unknown' };
}

export function changePerson(people: readonly Person[], name: string, patch: PersonPatch): Edited {
  return edit(people, name, (person) => {
    const { left, ...after } = { ...person, ...patch };
    return [left ? { ...after, left } : after];
  });
}

export function removePerson(people: readonly Person[], name: string): Edited {
  return edit(people, name, () => []);
}

/** One more way in which the CRM writes a person. */
export function addAlias(people: readonly Person[], name: string, said: string): Edited {
  const word = said.trim();
  const refused = problemOf(people, word);
  if (refused) return { refused };
  const known = people.find((person) => person.name === name);
  if (known && known.aliases.length >= PEOPLE_LIMITS.aliases) return { refused: 'too-many' };
  return edit(people, name, (person) => [{ ...person, aliases: [...person.aliases, word] }]);
}

/**
 * Two on the roster who are one: all words lead to the first, who stays as they are but for what was not said of them.
 */
export function joinPeople(people: readonly Person[], into: string, other: string): Edited {
  const [one, two] = [into, other].map((name) => people.find((person) => person.name === name));
  if (!one || !two) return { refused: 'unknown' };
  if (one === two) return { refused: 'same' };
  const aliases = [...one.aliases, ...wordsOf(two)];
  if (aliases.length > PEOPLE_LIMITS.aliases) return { refused: 'too-many' };
  const joined = { ...one, aliases, team: one.team ?? two.team, mine: one.mine ?? two.mine };
  return { people: people.flatMap((person) => (person === two ? [] : person === one ? joined : person)) };
}

/** Takes words from a person; they are another's from now on, named by the first of them, with the same team. */
export function splitPerson(people: readonly Person[], name: string, words: readonly string[]): Edited {
  const person = people.find((each) => each.name === name);
  const [first, ...others] = words;
  if (!person || first === undefined || !words.every((word) => person.aliases.includes(word)))
    return { refused: 'unknown' };
  if (people.length >= PEOPLE_LIMITS.people) return { refused: 'too-many' };
  const aliases = person.aliases.filter((word) => !words.includes(word));
  return edit(people, name, () => [
    { ...person, aliases },
    { ...person, name: first, aliases: others },
  ]);
}

/** Names of owner fields that lead to nobody on the roster yet, each once, in whatever ways it is written. */
export function notOnRoster<S extends { name: string }>(people: readonly Person[], seen: readonly S[]): S[] {
  const known = new Set(people.flatMap(wordsOf).map(nameKey));
  return seen.filter(({ name }) => !isErased(name) && !known.has(nameKey(name)));
}
