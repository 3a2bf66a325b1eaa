import { nameKey } from '../../deal/same-name.ts';
import { sameValue } from '../../deal/same-value.ts';
import type { PersonPart, SnapshotContent } from '../content.ts';
import type { DealPart, Value } from '../deal-part.ts';
import type { PromisePart } from '../said-part.ts';

export const COMPARED_FIELDS = ['stage', 'amount', 'closeDate', 'owner', 'place', 'outcome'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export type DealDifference = {
  deal: string;
  /** `entered`: open in the later alone; `left`: open in the earlier alone. */
  kind: 'entered' | 'left' | 'moved';
  fields: { field: ComparedField; from: Value; to: Value }[];
};

/** What was settled before the earlier is not told again by the later: only what the later tells is compared. */
export type PromiseDifference = { deal: string; earlier: PromisePart | null; later: PromisePart };

/** What differs between two contents, of which the first is the earlier. */
export type Compared = {
  deals: DealDifference[];
  promises: PromiseDifference[];
  /** By name, else by id; in the order of the later. */
  people: { earlier: PersonPart | null; later: PersonPart | null }[];
};

export function compared(earlier: SnapshotContent, later: SnapshotContent): Compared {
  return { deals: dealsOf(earlier, later), promises: promisesOf(earlier, later), people: peopleOf(earlier, later) };
}

function dealsOf(earlier: SnapshotContent, later: SnapshotContent): DealDifference[] {
  const was = new Map(earlier.deals.map((deal) => [deal.id, deal]));
  const is = new Map(later.deals.map((deal) => [deal.id, deal]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((deal): DealDifference[] => {
    const [before, after] = [was.get(deal), is.get(deal)];
    const [wasOpen, isOpen] = [before !== undefined && isOpenIn(before), after !== undefined && isOpenIn(after)];
    const fields = before && after ? fieldsOf(before, after, earlier, later) : [];
    if (isOpen && !wasOpen) return [{ deal, kind: 'entered', fields }];
    if (wasOpen && !isOpen) return [{ deal, kind: 'left', fields }];
    return isOpen && fields.length > 0 ? [{ deal, kind: 'moved', fields }] : [];
  });
}

const isOpenIn = ({ outcome, handedOut }: DealPart): boolean => outcome === 'open' && !handedOut;

function fieldsOf(before: DealPart, after: DealPart, earlier: SnapshotContent, later: SnapshotContent) {
  // With its end a deal's place in the forecast ends as well: one cause is told once.
  const told = COMPARED_FIELDS.filter((field) => field !== 'place' || before.outcome === after.outcome);
  return told.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return isSame(field, from, to, earlier, later) ? [] : [{ field, from, to }];
  });
}

function isSame(
  field: ComparedField,
  from: Value,
  to: Value,
  earlier: SnapshotContent,
  later: SnapshotContent,
): boolean {
  if (field === 'owner') return keyOf(from, earlier) === keyOf(to, later);
  // What one page rounds is no change of the deal.
  if (field === 'amount') return sameValue(field, from, to);
  return from === to;
}

/** Somebody is the same by name: ids are carried on from snapshot to snapshot only where each knew the one before. */
function keyOf(id: Value, { people }: SnapshotContent): string | null {
  if (typeof id !== 'string') return null;
  const name = people.find((person) => person.id === id)?.name;
  return name ? nameKey(name) : id;
}

function promisesOf(earlier: SnapshotContent, later: SnapshotContent): PromiseDifference[] {
  const was = new Map(earlier.said.flatMap(({ promises }) => promises.map((promise) => [promise.id, promise])));
  return later.said.flatMap(({ id: deal, promises }) =>
    promises.flatMap((promise): PromiseDifference[] => {
      const before = was.get(promise.id) ?? null;
      const isSame = before?.state === promise.state && before.by === promise.by;
      return isSame ? [] : [{ deal, earlier: before, later: promise }];
    }),
  );
}

function peopleOf(earlier: SnapshotContent, later: SnapshotContent): Compared['people'] {
  const byKey = (content: SnapshotContent) => new Map(content.people.map((one) => [keyOf(one.id, content), one]));
  const [was, is] = [byKey(earlier), byKey(later)];
  return [...new Set([...is.keys(), ...was.keys()])].map((key) => ({
    earlier: was.get(key) ?? null,
    later: is.get(key) ?? null,
  }));
}
