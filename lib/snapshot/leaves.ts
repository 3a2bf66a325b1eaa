import { CONTENT_FORM, type PersonPart, type SnapshotContent } from './content.ts';
import type { DealPart } from './deal-part.ts';
import type { Json, Leaf } from './leaf.ts';
import type { Note, SaidPart } from './said-part.ts';
import type { TeamPart } from './team-part.ts';

/**
 * Plain data as it is read back from JSON: without what is undefined, null for a number that JSON has not. What is so
 * already is given as it stands: most of a content is, and to write and read it all takes as long as to build it.
 */
export function asJson(value: unknown): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return value as Json;
  const isList = Array.isArray(value);
  const whole = value as { [key: string]: unknown };
  const keys = Object.keys(whole);
  let copy: { [key: string]: Json } | Json[] | null = null;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const part = whole[key];
    const is = part === undefined && isList ? null : asJson(part);
    if (copy === null) {
      if (part !== undefined && Object.is(is, part)) continue;
      const before = keys.slice(0, at).map((key) => [key, whole[key]] as [string, Json]);
      copy = isList ? before.map(([, part]) => part) : Object.fromEntries(before);
    }
    if (is !== undefined) (copy as { [key: string]: Json })[key] = is;
  }
  return copy ?? (value as Json);
}

/** A content is plain JSON already. */
const plain = (part: object): Json => part as Json;

/** A content as the parts that are frozen, each of which can be erased without the others. */
export function leavesOf({ form, team, people, deals, said, notes }: SnapshotContent): Leaf[] {
  return [
    { key: 'team', value: plain({ form, ...team }) },
    ...people.map((part) => ({ key: `person ${part.id}`, value: plain(part) })),
    ...deals.map((part) => ({ key: `deal ${part.id}`, value: plain(part) })),
    ...said.map((part) => ({ key: `said ${part.id}`, value: plain(part) })),
    ...notes.map((note, at) => ({ key: `note ${at}`, value: plain(note) })),
  ];
}

/**
 * The content that these parts are: those that were erased are not among them, and ids without a part name them. Their
 * values must be those of `leavesOf`, as the root of the snapshot verifies. Throws the sentence to show where the team's
 * part is missing, or is of another form.
 */
export function contentOf(leaves: readonly Leaf[]): SnapshotContent {
  const team = leaves.find(({ key }) => key === 'team')?.value as unknown as
    | ({ form: number } & TeamPart)
    | null
    | undefined;
  if (team?.form !== CONTENT_FORM) throw new Error('This snapshot was written by another version of Sideline.');
  const { form: _, ...figures } = team;
  const parts = <P>(kind: string) =>
    leaves.flatMap(({ key, value }) => (key.startsWith(`${kind} `) ? [value as unknown as P] : []));
  return {
    form: CONTENT_FORM,
    left: { names: 'kept', amounts: 'kept' },
    team: figures,
    people: parts<PersonPart>('person'),
    deals: parts<DealPart>('deal'),
    said: parts<SaidPart>('said'),
    notes: parts<Note>('note'),
  };
}
