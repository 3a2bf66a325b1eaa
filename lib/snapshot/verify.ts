import type { Instant } from '../deal/day.ts';
import type { FrozenSnapshot, SnapshotHead } from '../deal/frozen-snapshot.ts';
import { type Changed, checkHashes } from './check-hashes.ts';
import { compareReplay, type Difference } from './compare-replay.ts';
import type { Leaf } from './leaf.ts';

/**
 * How it hangs on the one before. `not-on-record`: that one was erased, or never came to this browser. `broken`: an
 * earlier week stands that nothing follows, and it is not the one that this snapshot names.
 */
export type Chain =
  | { kind: 'first' | 'not-on-record' }
  | { kind: 'holds' | 'broken'; before: Pick<SnapshotHead, 'id' | 'from' | 'to'> };

/** Erased parts by the first word of their key. */
export type ErasedParts = { count: number; kinds: [kind: string, count: number][]; first: Instant; last: Instant };

export type Verification = {
  /** `differs`: not a byte was changed, and the same history gives something else today. */
  verdict: 'sound' | 'differs' | 'tampered';
  changed: Changed[];
  chain: Chain;
  erased: ErasedParts | null;
  /** Null: it was built by the rules of today. */
  engine: { was: string; is: string } | null;
  /** Null: the content was not worked out again. `mayBe`: what can explain it; nothing: the records changed otherwise. */
  replay: { differences: Difference[]; mayBe: ('engine' | 'erased' | 'tampered')[] } | null;
};

/** What a verification reads. `heads`: of all snapshots on record, this one among them. */
export type VerifyInput = {
  snapshot: FrozenSnapshot;
  heads: readonly SnapshotHead[];
  /** The rules of today: `ENGINE`. */
  engine: string;
  /** What the history gives today as of the snapshot's `asOf` and `knownAt`; null: the hashes alone are checked. */
  replay: (() => Promise<Leaf[]> | Leaf[]) | null;
};

/**
 * Whether a snapshot is as it was frozen, and whether its figures can be worked out again. Against somebody who changes
 * the database with care, hashes and all, the chain alone helps: a root that was sent elsewhere, or stands in the next
 * snapshot, is not theirs to change.
 */
export async function verify({ snapshot, heads, engine, replay }: VerifyInput): Promise<Verification> {
  const changed = checkHashes(snapshot);
  const chain = chainOf(snapshot, heads);
  const erased = erasedIn(snapshot);
  const differences = replay ? compareReplay(snapshot, await replay()) : null;
  const isOther = engine !== snapshot.engine;
  const isTampered = changed.length > 0 || chain.kind === 'broken';
  const mayBe = [
    ...(isTampered ? (['tampered'] as const) : []),
    ...(isOther ? (['engine'] as const) : []),
    ...(erased ? (['erased'] as const) : []),
  ];
  return {
    verdict: isTampered ? 'tampered' : differences && differences.length > 0 ? 'differs' : 'sound',
    ...{ changed, chain, erased },
    engine: isOther ? { was: snapshot.engine, is: engine } : null,
    replay: differences && { differences, mayBe: differences.length > 0 ? mayBe : [] },
  };
}

function chainOf({ before, from, frozenAt, id }: FrozenSnapshot, heads: readonly SnapshotHead[]): Chain {
  if (before === null) return { kind: 'first' };
  const named = heads.find(({ root }) => root === before);
  if (named) return { kind: 'holds', before: named };
  const followed = new Set(heads.map((head) => head.before));
  const loose = heads.filter((head) => !followed.has(head.root) && head.id !== id);
  const earlier = loose.filter((head) => head.from < from && head.frozenAt <= frozenAt);
  const last = earlier.sort((a, b) => b.frozenAt - a.frozenAt)[0];
  return last ? { kind: 'broken', before: last } : { kind: 'not-on-record' };
}

function erasedIn({ leaves }: FrozenSnapshot): ErasedParts | null {
  const gone = leaves.flatMap((leaf) => ('erasedAt' in leaf ? [leaf] : []));
  if (gone.length === 0) return null;
  const kinds = new Map<string, number>();
  for (const { key } of gone) kinds.set(key, (kinds.get(key) ?? 0) + 1);
  const moments = gone.map(({ erasedAt }) => erasedAt).sort((a, b) => a - b);
  return { count: gone.length, kinds: [...kinds], first: moments[0] ?? 0, last: moments.at(-1) ?? 0 };
}
