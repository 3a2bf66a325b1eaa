import { CONTENT_FORM, type PersonPart, type SnapshotContent } from './content.ts';
import type { DealPart } from './deal-part.ts';
import type { Json, Leaf } from './leaf.ts';
import type { Note, SaidPart } from './said-part.ts';
import type { TeamPart } from './team-part.ts';

/** As it is read back: without what is undefined. */
export const asJson = (part: unknown): Json => JSON.parse(JSON.stringify(part)) as Json;

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
