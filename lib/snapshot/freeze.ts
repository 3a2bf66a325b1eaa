import { bytesToHex } from '@noble/hashes/utils.js';
import type { FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';
import { type FrozenBasis, leafHashes, rootOf } from './hash-tree.ts';
import type { Json, Leaf } from './leaf.ts';

/** Bytes of a salt: as many as the hash has. */
const SALT = 32;

/** The leaf that tells the head once more, so that a head that was changed can be told field by field. */
export const HEAD_KEY = 'head';

/**
 * Freezes what was built. `random` fills the bytes it is given, as `crypto.getRandomValues` does. Throws where two leaves
 * have one key: none of them could be named.
 */
export function freeze(
  leaves: readonly Leaf[],
  head: FrozenBasis,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): FrozenSnapshot {
  const basis = basisOf(head);
  const all: Leaf[] = [{ key: HEAD_KEY, value: basis }, ...leaves];
  if (new Set(all.map(({ key }) => key)).size < all.length) throw new Error('Two parts of the snapshot have one key.');
  const salted = all.map(({ key, value }) => ({
    ...{ key, salt: bytesToHex(random(new Uint8Array(SALT))), text: canonical(value) },
  }));
  const hashes = leafHashes(salted);
  return {
    ...basis,
    root: rootOf(basis, hashes),
    leaves: salted.map((leaf, at) => ({ ...leaf, hash: hashes[at] as string })),
  };
}

/** What was frozen, but for erased parts. A text that is no JSON is left out. */
export function leavesIn({ leaves }: Pick<FrozenSnapshot, 'leaves'>): Leaf[] {
  return leaves.flatMap((leaf) => {
    if (!('text' in leaf) || leaf.key === HEAD_KEY) return [];
    const value = parsed(leaf.text);
    return value === undefined ? [] : [{ key: leaf.key, value }];
  });
}

export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The head's fields that are hashed, of a head or a whole snapshot, in no order. */
export function basisOf(snapshot: FrozenBasis): FrozenBasis {
  const { id, from, to, asOf, knownAt, timeZone, frozenAt, engine, reviewed, corrects, before } = snapshot;
  return { id, from, to, asOf, knownAt, timeZone, frozenAt, engine, reviewed, corrects, before };
}
