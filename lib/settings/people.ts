import type { Day } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';
import { isOneOf, nameKey } from '../deal/same-name.ts';
import { foldLabel } from '../deal/same-value.ts';

/**
 * One of ours, with the names and logins that a CRM's owner field may have for them. `mine`: whether they are of the
 * user's team, null where nobody said. `left`: what they did stays in the figures of its time.
 */
export type Person = {
  name: string;
  aliases: string[];
  team: string | null;
  mine: boolean | null;
  left?: true | undefined;
};

/** What a person or a team is to bring in a period; both null: everybody together. */
export type Goal = {
  person: string | null;
  team: string | null;
  period: { from: Day; to: Day };
  amount: Money;
};

/** Most people and goals that are kept. */
export const PEOPLE_LIMITS = { people: 5_000, goals: 20_000, aliases: 20 } as const;

/** All the names that the user is known by: their own, and those of the person on record who has it. */
export function namesOf(me: string | null, people: readonly Person[]): string[] {
  if (me === null) return [];
  const same = people.filter(({ name, aliases }) => isOneOf(me, [name, ...aliases]));
  return [me, ...same.flatMap(({ name, aliases }) => [name, ...aliases])];
}

export type Merged<T> = { merged: T[]; fresh: number; changed: number; same: number };

/**
 * The people on record with those that a file names. A person is known by the name or one of the aliases; a file adds
 * to them and never takes away, and it does not say whose they are.
 */
export function mergePeople(before: readonly Person[], said: readonly Person[]): Merged<Person> {
  const merged = before.map((person) => ({ ...person }));
  const known = new Map<string, number>();
  const learn = ({ name, aliases }: Person, index: number) => {
    for (const word of [name, ...aliases]) if (!known.has(nameKey(word))) known.set(nameKey(word), index);
  };
  merged.forEach(learn);
  const touched = new Map<number, 'fresh' | 'changed' | 'same'>();
  for (const person of said) {
    const at = [person.name, ...person.aliases]
      .map((word) => known.get(nameKey(word)))
      .find((each) => each !== undefined);
    const index = at ?? merged.length;
    // A word that another person is known by stays that person's.
    const own = {
      ...person,
      aliases: person.aliases.filter((word) => (known.get(nameKey(word)) ?? index) === index),
    };
    const after = joined(at === undefined ? { ...person, aliases: [] } : (merged[at] ?? person), own);
    if (at === undefined && merged.length >= PEOPLE_LIMITS.people) continue;
    const differs = JSON.stringify(after) !== JSON.stringify(merged[index]);
    const was = touched.get(index);
    touched.set(
      index,
      at === undefined ? 'fresh' : was === 'fresh' ? was : differs || was === 'changed' ? 'changed' : 'same',
    );
    merged[index] = after;
    learn(after, index);
  }
  return { merged, ...countsOf(touched.values()) };
}

function joined(known: Person, said: Person): Person {
  const aliases = [...known.aliases];
  for (const word of [said.name, ...said.aliases]) {
    const isNew = [known.name, ...aliases].every((other) => nameKey(other) !== nameKey(word));
    if (isNew && aliases.length < PEOPLE_LIMITS.aliases) aliases.push(word);
  }
  return { ...known, aliases, team: said.team ?? known.team };
}

/** The same for every goal of the same people and the same period. */
export const goalKey = ({ person, team, period }: Omit<Goal, 'amount'>) =>
  [nameKey(person ?? ''), foldLabel(team ?? ''), period.from, period.to].join('|');

/** The goals on record with those of a file: for the same person or team and the same period the file's amount stands. */
export function mergeGoals(before: readonly Goal[], said: readonly Goal[]): Merged<Goal> {
  const merged = [...before];
  const known = new Map(merged.map((goal, index) => [goalKey(goal), index]));
  const touched = new Map<number, 'fresh' | 'changed' | 'same'>();
  for (const goal of said) {
    const at = known.get(goalKey(goal));
    if (at === undefined && merged.length >= PEOPLE_LIMITS.goals) continue;
    const index = at ?? merged.length;
    const differs = JSON.stringify(merged[index]?.amount) !== JSON.stringify(goal.amount);
    if (touched.get(index) !== 'fresh') touched.set(index, at === undefined ? 'fresh' : differs ? 'changed' : 'same');
    if (at === undefined || differs)
      merged[index] = at === undefined ? goal : { ...(merged[at] ?? goal), amount: goal.amount };
    known.set(goalKey(goal), index);
  }
  return { merged, ...countsOf(touched.values()) };
}

function countsOf(touched: Iterable<'fresh' | 'changed' | 'same'>): Omit<Merged<never>, 'merged'> {
  const counts = { fresh: 0, changed: 0, same: 0 };
  for (const each of touched) counts[each]++;
  return counts;
}
