import { nameKey } from './same-name.ts';

/** One of ours, with the other ways in which the CRM writes the name. */
export type RosterPerson = { name: string; aliases: readonly string[] };

/** Everybody whose deals are on record, in the order of the roster, then by name. */
export type Roster<P extends RosterPerson = RosterPerson> = {
  people: (P | RosterPerson)[];
  /** Who is meant by a name in an owner field or a promise; null: none of ours. */
  personOf(name: string): P | RosterPerson | null;
};

/** `owners`: the names in the owner fields of the deals on record, in any order, each any number of times. */
export function rosterOf<P extends RosterPerson>(known: readonly P[], owners: Iterable<string>): Roster<P> {
  const people: (P | RosterPerson)[] = [];
  const byName = new Map<string, P | RosterPerson>();
  // A word that another person is known by stays that person's.
  const add = (person: P | RosterPerson) => {
    if (byName.has(nameKey(person.name))) return;
    people.push(person);
    for (const name of [person.name, ...person.aliases]) {
      if (!byName.has(nameKey(name))) byName.set(nameKey(name), person);
    }
  };
  for (const person of known) add(person);
  for (const name of [...new Set(owners)].sort((a, b) => a.localeCompare(b))) add({ name, aliases: [] });
  return { people, personOf: (name) => byName.get(nameKey(name)) ?? null };
}
