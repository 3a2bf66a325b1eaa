/**
 * Frozen snapshots of a backup. They come as they were frozen, deal ids in their leaves among it: those are the ids of the
 * browser that froze them. Of one that is known here ours stays, and a part that either erased is erased.
 */
import * as v from 'valibot';
import type { FrozenLeaf } from '../deal/frozen-snapshot.ts';
import { draftSchema, leafSchema } from '../deal/frozen-snapshot-schema.ts';
import type { Merge } from './merge-rows.ts';
import type { LeafBlock } from './schema.ts';
import { eachPage, fromAside } from './table-pages.ts';

export async function mergeSnapshots({ db, from, isDry }: Merge): Promise<void> {
  if (isDry) return;
  const known = new Set(await db.snapshots.toCollection().primaryKeys());
  const theirs = await fromAside(() => from.snapshots.toArray());
  await db.snapshots.bulkAdd(theirs.filter(({ id }) => !known.has(id)));
  await eachPage<LeafBlock>(
    from.leaves,
    async (blocks) => {
      const here = await db.leaves.bulkGet(blocks.map(({ snapshot, block }) => [snapshot, block] as [string, number]));
      await db.leaves.bulkPut(
        blocks.flatMap((block, at) => {
          const ours = here[at];
          if (!known.has(block.snapshot)) return [block];
          return ours ? withErased(ours, block) : [];
        }),
      );
    },
    fromAside,
  );
}

function withErased(ours: LeafBlock, theirs: LeafBlock): LeafBlock[] {
  const leaves = ours.leaves.map((leaf, at): FrozenLeaf => {
    const there = theirs.leaves[at];
    return v.is(leafSchema, there) && 'erasedAt' in there && !('erasedAt' in leaf) && there.hash === leaf.hash
      ? there
      : leaf;
  });
  return leaves.some((leaf, at) => leaf !== ours.leaves[at]) ? [{ ...ours, leaves }] : [];
}

/** Of one week's draft what was written last, under our ids. */
export async function mergeDrafts({ db, from, ours, isDry }: Merge): Promise<void> {
  const underOurs = <R extends { deal: string }>(row: R): R => ({ ...row, deal: ours.get(row.deal) ?? row.deal });
  const theirs = await fromAside(() => from.drafts.toArray());
  for (const { lines, done, ...row } of theirs.filter((one) => v.is(draftSchema, one))) {
    const here = await db.drafts.get(row.from);
    if (isDry || (here && here.changedAt >= row.changedAt)) continue;
    await db.drafts.put({ ...row, lines: lines.map(underOurs), done: done.map(underOurs) });
  }
}
