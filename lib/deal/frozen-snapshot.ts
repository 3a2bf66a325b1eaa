import type { Day, Instant } from './day.ts';
import type { Money } from './money.ts';

/**
 * One part of a snapshot: of the team, one person, one deal, one line of the manager's. `text` is its content as canonical
 * JSON; the hash is of salt and text. An erasure takes text and salt away and leaves the hash: the root still verifies.
 */
export type FrozenLeaf =
  | { key: string; hash: string; salt: string; text: string }
  | { key: string; hash: string; erasedAt: Instant };

/** The weekly record, as it was frozen; nothing of it is ever changed but by an erasure. Hashes are SHA-256 in hex. */
export type FrozenSnapshot = {
  id: string;
  /** The week's first and last day. */
  from: Day;
  to: Day;
  /** As of which moment its figures are, and what this browser knew then. */
  asOf: Instant;
  knownAt: Instant;
  timeZone: string;
  frozenAt: Instant;
  /** Which version of the product's rules built it. */
  engine: string;
  /** False: frozen by itself since nobody did. */
  reviewed: boolean;
  /** Of a correction: the snapshot that it takes the place of. */
  corrects: string | null;
  /** Root of the snapshot before; null for the first. */
  before: string | null;
  root: string;
  leaves: FrozenLeaf[];
};

/** All of a snapshot but its parts: light enough for a list of years. */
export type SnapshotHead = Omit<FrozenSnapshot, 'leaves'>;

/** What stands in the place of an erased part: of its key the first word alone, since the rest may name whom it was about. */
export function tombstone(leaf: FrozenLeaf, erasedAt: Instant): FrozenLeaf {
  return 'erasedAt' in leaf ? leaf : { key: leaf.key.split(' ', 1)[0] ?? '', hash: leaf.hash, erasedAt };
}

/**
 * The snapshot that the next one follows: the one that no other names as its `before`. Two chains that came together from
 * two browsers go on from the one that was frozen last.
 */
export function lastFrozen<H extends Pick<SnapshotHead, 'id' | 'root' | 'before' | 'frozenAt'>>(
  heads: readonly H[],
): H | null {
  const followed = new Set(heads.map(({ before }) => before));
  const ends = heads.filter(({ root }) => !followed.has(root));
  return ends.sort((a, b) => b.frozenAt - a.frozenAt || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Those that no correction took the place of, by week; of two for one week the one that was frozen last. */
export function inForce<H extends Pick<SnapshotHead, 'id' | 'from' | 'corrects' | 'frozenAt'>>(
  heads: readonly H[],
): H[] {
  const corrected = new Set(heads.map(({ corrects }) => corrects));
  const byWeek = new Map<string, H>();
  for (const head of [...heads].sort((a, b) => a.frozenAt - b.frozenAt || (a.id > b.id ? -1 : 1))) {
    if (!corrected.has(head.id)) byWeek.set(head.from, head);
  }
  return [...byWeek.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What the manager types before a snapshot is frozen. One per week. */
export type SnapshotDraft = {
  from: Day;
  /** What the quarter will bring, in the manager's word. */
  call: Money | null;
  /** One line at the head, in the manager's words. */
  sentence: string;
  /** Why a deal moved, and what is done about it. */
  lines: { deal: string; why: string; action: string; owner: string; by: Day | null }[];
  /** Of the last sheet's actions, by their place in it: done or not. */
  done: { deal: string; action: string; done: boolean }[];
  changedAt: Instant;
};

/**
 * The snapshot whose end is the beginning of this one: of the weeks before it the last that stood when it was frozen.
 * Null: it is the first, or what came before was erased.
 */
export function headBefore<H extends Pick<SnapshotHead, 'id' | 'from' | 'corrects' | 'frozenAt'>>(
  heads: readonly H[],
  { from, frozenAt }: Pick<SnapshotHead, 'from' | 'frozenAt'>,
): H | null {
  return inForce(heads.filter((head) => head.from < from && head.frozenAt <= frozenAt)).at(-1) ?? null;
}
