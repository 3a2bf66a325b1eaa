import { nameKey } from '../../deal/same-name.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';

/** One of ours, with the other ways in which the CRM writes the name. */
export type RosterPerson = { name: string; aliases: readonly string[] };

/** Everybody whose deals are on record, in the order of the roster, then by name. */
export type Roster = {
  people: RosterPerson[];
  /** Who is meant by a name in an owner field or a promise; null: none of ours. */
  personOf(name: string): RosterPerson | null;
};

export function rosterOf(known: readonly RosterPerson[], histories: readonly DealHistory[], moment: Moment): Roster {
  const people: RosterPerson[] = [];
  const byName = new Map<string, RosterPerson>();
  // A word that another person is known by stays that person's.
  const add = (person: RosterPerson) => {
    if (byName.has(nameKey(person.name))) return;
    people.push(person);
    for (const name of [person.name, ...person.aliases]) {
      if (!byName.has(nameKey(name))) byName.set(nameKey(name), person);
    }
  };
  for (const person of known) add(person);
  const owners = histories.flatMap((history) => dealAsOf(history, moment)?.fields.owner?.value ?? []);
  for (const name of [...new Set(owners)].sort((a, b) => a.localeCompare(b))) add({ name, aliases: [] });
  return { people, personOf: (name) => byName.get(nameKey(name)) ?? null };
}
