/** How frozen snapshots and what is typed for the next one forget. */
import { addDays } from '../deal/day.ts';
import { type FrozenLeaf, tombstone } from '../deal/frozen-snapshot.ts';
import type { ErasedBefore } from './erase-before.ts';
import type { Person } from './erase-person.ts';
import type { Database, LeafBlock } from './schema.ts';
import { eachPage } from './table-pages.ts';

type OpenLeaf = Extract<FrozenLeaf, { text: string }>;

/** A tombstone in the place of each leaf that is to go; text and salt go, so that nobody can guess what it said. */
async function bury(db: Database, isGone: (leaf: OpenLeaf) => boolean): Promise<void> {
  const now = Date.now();
  await eachPage<LeafBlock>(db.leaves, async (blocks) => {
    const touched = blocks.flatMap((block) => {
      const leaves = block.leaves.map((leaf) => ('text' in leaf && isGone(leaf) ? tombstone(leaf, now) : leaf));
      return leaves.some((leaf, at) => leaf !== block.leaves[at]) ? [{ ...block, leaves }] : [];
    });
    await db.leaves.bulkPut(touched);
    return weightOf(blocks);
  });
}

const weightOf = (blocks: readonly LeafBlock[]) =>
  blocks.flatMap(({ leaves }) => leaves).reduce((sum, leaf) => sum + ('text' in leaf ? leaf.text.length : 0) + 200, 0);

/**
 * Their own leaves, and lines of the manager's that are about one of them. Where sums and lists name them by id they stay:
 * an id without a part tells nothing but that there was a deal.
 */
export function buryDeals(db: Database, deals: readonly string[]): Promise<void> {
  const gone = new Set(deals);
  return bury(db, ({ key, text }) => {
    const own = /^(?:deal|said) (.*)$/s.exec(key)?.[1];
    if (own !== undefined) return gone.has(own);
    return key.startsWith('note ') && [...text.matchAll(/"([^"\\]{1,120})"/g)].some(([, word = '']) => gone.has(word));
  });
}

/** Every leaf that names them, whole: a frozen text is never rewritten. */
export function buryNaming(db: Database, person: Person): Promise<void> {
  return bury(db, ({ key, text }) => person.isIn(key) || isNamedIn(text, person));
}

function isNamedIn(text: string, { isIn }: Person): boolean {
  // As JSON has it, a line break before a name reads as a letter.
  if (!text.includes('\\')) return isIn(text);
  let found = false;
  try {
    JSON.parse(text, (key, part: unknown) => {
      found ||= isIn(key) || (typeof part === 'string' && isIn(part));
      return part;
    });
  } catch {
    return isIn(text);
  }
  return found;
}

/** Weeks that ended before the day, whole. The next one keeps the root of the one before it. */
export async function dropFrozenBefore(db: Database, { day }: ErasedBefore): Promise<void> {
  const ids = await db.snapshots.filter(({ to }) => to < day).primaryKeys();
  await db.leaves.where('snapshot').anyOf(ids).delete();
  await db.snapshots.bulkDelete(ids);
}

export function dropDraftsBefore(db: Database, { day }: ErasedBefore): Promise<number> {
  return db.drafts.where('from').below(addDays(day, -6)).delete();
}

export function dropDealsOfDrafts(db: Database, deals: readonly string[]): Promise<number> {
  return db.drafts.toCollection().modify((draft) => {
    draft.lines = draft.lines.filter(({ deal }) => !deals.includes(deal));
    draft.done = draft.done.filter(({ deal }) => !deals.includes(deal));
  });
}
