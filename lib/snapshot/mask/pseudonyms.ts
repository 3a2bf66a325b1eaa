import { nameKey } from '../../deal/same-name.ts';
import { foldLabel } from '../../deal/same-value.ts';
import type { SnapshotContent } from '../content.ts';
import type { Whom } from '../said-part.ts';

/** Numbers in the order in which things are named; the same thing has the same number wherever it stands. */
export type Pseudonyms = {
  person(whom: Whom): number;
  deal(id: string): number;
  account(name: string): number;
  promise(id: string): number;
  /** What must stand nowhere: names as they are, in small letters. */
  names: readonly string[];
};

/** Shorter ones would be found in half of all words; they stand in no text that is kept either way. */
const SHORTEST = 3;

export function pseudonymsOf(contents: readonly SnapshotContent[]): Pseudonyms {
  const nameOf = new Map(contents.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)));
  const people = numbers();
  const deals = numbers();
  const accounts = numbers();
  const promises = numbers();
  const person = (whom: Whom) => {
    const name = 'id' in whom ? nameOf.get(whom.id) : whom.name;
    return people(name ? nameKey(name) : `id ${'id' in whom ? whom.id : ''}`);
  };
  const account = (name: string) => accounts(foldLabel(name));
  const names = new Set<string>();
  for (const content of contents) {
    for (const id of content.team.people) person({ id });
    for (const id of content.team.deals) deals(id);
    for (const { name } of content.people) if (name) names.add(name);
    for (const { name, account: said } of content.deals) {
      if (name) names.add(name);
      if (said) names.add(said);
      if (said) account(said);
    }
    for (const whom of whomIn(content)) if ('name' in whom) names.add(whom.name);
  }
  return {
    ...{ person, deal: deals, account, promise: promises },
    names: [...names].map(foldLabel).filter((name) => name.length >= SHORTEST),
  };
}

/** Everybody who promised, said or is to do something. */
function whomIn({ said, notes }: SnapshotContent): Whom[] {
  return [
    ...said.flatMap(({ promises, wait, dateSaidBy }) => [
      ...promises.map(({ who }) => who),
      ...(wait?.saidBy ? [wait.saidBy] : []),
      ...(dateSaidBy ? [dateSaidBy.who] : []),
    ]),
    ...notes.flatMap((note) => (note.kind !== 'sentence' && note.owner ? [note.owner] : [])),
  ];
}

function numbers(): (key: string) => number {
  const known = new Map<string, number>();
  return (key) => {
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  };
}
