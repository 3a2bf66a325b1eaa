import type { Instant } from '../deal/day.ts';
import { mergeHistories } from '../history/merge-histories.ts';
import type { DealHistory } from '../history/types.ts';
import type { Database } from './schema.ts';

/** "This deal is that one": its own rows stay under its own id, so that it can be taken back. */
export type MergeRow = { deal: string; into: string; at: Instant };

/** For any deal the one that it is shown as. */
export type Roots = (deal: string) => string;

export async function rootsOf(db: Database): Promise<Roots> {
  return rootsIn(await mergesIn(db));
}

/** An older database has none. */
export const mergesIn = async (db: Database): Promise<MergeRow[]> => db.merges?.toArray() ?? [];

function rootsIn(merges: readonly MergeRow[]): Roots {
  const into = new Map(merges.map((merge) => [merge.deal, merge.into]));
  return (deal) => {
    let root = deal;
    // As many steps as there are merges, should two ever lead to each other.
    for (let step = 0; step < into.size; step++) root = into.get(root) ?? root;
    return root;
  };
}

/** The deals named with all that are shown as them, or as what they are shown as. */
export async function withMembers(db: Database, ids: readonly string[]): Promise<{ roots: Roots; members: string[] }> {
  const merges = await mergesIn(db);
  const roots = rootsIn(merges);
  const wanted = new Set(ids.map(roots));
  const absorbed = merges.flatMap(({ deal }) => (wanted.has(roots(deal)) ? [deal] : []));
  return { roots, members: [...wanted, ...absorbed.filter((deal) => !wanted.has(deal))] };
}

/** One history for each deal that is shown. */
export function joinMembers(histories: readonly DealHistory[], roots: Roots): DealHistory[] {
  const groups = new Map<string, DealHistory[]>();
  for (const history of histories) {
    const root = roots(history.deal.id);
    groups.set(root, [...(groups.get(root) ?? []), history]);
  }
  return [...groups].flatMap(([root, members]) => {
    const own = members.find(({ deal }) => deal.id === root);
    // A look at several of them says the same moment of each: which counts last must not hang on how they were read.
    const others = members.filter((member) => member !== own).sort((a, b) => (a.deal.id < b.deal.id ? -1 : 1));
    return own && others.length > 0 ? [mergeHistories(own, others)] : members;
  });
}
