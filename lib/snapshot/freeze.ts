import { bytesToHex } from '@noble/hashes/utils.js';
import type { FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';
import { type FrozenBasis, leafHashes, rootOf } from './hash-tree.ts';
import type { Json, Leaf } from './leaf.ts';

/** Bytes of a salt: as many as the hash has. */
const SALT = 32;
/** The browser gives so many bytes at once. */
const SALTS_AT_ONCE = 65_536 / SALT;

/** The leaf that tells the head once more, so that a head that was changed can be told field by field. */
export const HEAD_KEY = 'head';

/** Fills the bytes it is given, 65,536 at most, as `crypto.getRandomValues` does. */
type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * Freezes what was built. Throws where two leaves
 * have one key: none of them could be named.
 */
export function freeze(leaves: readonly Leaf[], head: FrozenBasis, random: Random): FrozenSnapshot {
  const basis = basisOf(head);
  const all: Leaf[] = [{ key: HEAD_KEY, value: basis }, ...leaves];
  if (new Set(all.map(({ key }) => key)).size < all.length) throw new Error('Two parts of the snapshot have one key.');
  const salts = saltsOf(all.length, random);
  const salted = all.map(({ key, value }, at) => ({ key, salt: salts[at] as string, text: canonical(value) }));
  const hashes = leafHashes(salted);
  return {
    ...basis,
    root: rootOf(basis, hashes),
    leaves: salted.map((leaf, at) => ({ ...leaf, hash: hashes[at] as string })),
  };
}

function saltsOf(count: number, random: Random): string[] {
  const salts: string[] = [];
  while (salts.length < count) {
    const bytes = random(new Uint8Array(SALT * Math.min(SALTS_AT_ONCE, count - salts.length)));
    for (let at = 0; at < bytes.length; at += SALT) salts.push(bytesToHex(bytes.subarray(at, at + SALT)));
  }
  return salts;
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
