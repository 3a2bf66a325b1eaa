import { ERASED_PERSON } from '../deal/erased.ts';
import { nameKey } from '../deal/same-name.ts';
import type { SnapshotContent } from './content.ts';
import type { Whom } from './said-part.ts';

/**
 * A content that was worked out again, with people under the ids that they were frozen under. Ids go by name, in roster
 * order: once somebody was erased all who stood behind them would have another. Who was erased is who has no part left;
 * of several nobody can tell them apart, and the content stays as it is.
 */
export function underFrozenIds(replayed: SnapshotContent, frozen: SnapshotContent): SnapshotContent {
  const held = new Set(frozen.people.map(({ id }) => id));
  const [erased, ...others] = frozen.team.people.filter((id) => !held.has(id));
  if (erased === undefined || others.length > 0) return replayed;
  const byName = new Map(frozen.people.map(({ id, name }) => [nameKey(name ?? ''), id]));
  byName.set(nameKey(ERASED_PERSON), erased);
  const ids = new Map(
    replayed.people.map(({ id, name }) => [id, byName.get(nameKey(name ?? '')) ?? `new ${id}`] as const),
  );
  const of = (id: string) => ids.get(id) ?? id;
  const orNull = (id: string | null) => id && of(id);
  const whom = (one: Whom): Whom => ('id' in one ? { id: of(one.id) } : one);
  const { team, people, deals, said } = replayed;
  const isIn = new Set(team.people.map(of));
  const order = [...frozen.team.people.filter((id) => isIn.has(id)), ...team.people.map(of)];
  return {
    ...replayed,
    team: {
      ...team,
      people: [...new Set(order)],
      shares: team.shares.map((share) => ({ ...share, person: orNull(share.person) })),
    },
    people: people.map((person) => ({ ...person, id: of(person.id) })),
    deals: deals.map((deal) => ({
      ...deal,
      owner: orNull(deal.owner),
      changes: deal.changes.map((change) =>
        change.field === 'owner' ? { ...change, from: owner(change.from), to: owner(change.to) } : change,
      ),
    })),
    said: said.map((part) => ({
      ...part,
      dateSaidBy: part.dateSaidBy && { ...part.dateSaidBy, who: whom(part.dateSaidBy.who) },
      wait: part.wait && { ...part.wait, saidBy: part.wait.saidBy && whom(part.wait.saidBy) },
      promises: part.promises.map((one) => ({ ...one, who: whom(one.who), whose: orNull(one.whose) })),
    })),
  };

  function owner<V>(value: V): V | string {
    return typeof value === 'string' ? of(value) : value;
  }
}
