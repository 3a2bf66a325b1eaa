import type { SnapshotContent } from '../content.ts';

/**
 * The content as far as it concerns one person: their deals, what was said on them, and themselves. Of the others and of
 * the team's figures nothing is left in it, so that nothing of them can be told. Null: not among its people.
 */
export function ofPerson(content: SnapshotContent, person: string): SnapshotContent | null {
  const { team } = content;
  const own = content.people.filter(({ id }) => id === person);
  if (own.length === 0) return null;
  const deals = content.deals.filter(({ owner, handedOut }) => owner === person && !handedOut);
  const ids = new Set(deals.map(({ id }) => id));
  return {
    ...content,
    people: own,
    deals: deals.map((deal) => ({ ...deal, changes: deal.changes.filter(({ field }) => field !== 'owner') })),
    said: content.said.filter(({ id }) => ids.has(id)),
    notes: [],
    team: { ...team, people: [person], deals: [...ids] },
  };
}
