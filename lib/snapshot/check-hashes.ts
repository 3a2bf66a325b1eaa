import type { FrozenLeaf, FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';
import { basisOf, HEAD_KEY, parsed } from './freeze.ts';
import { type FrozenBasis, leafHashes, rootOf } from './hash-tree.ts';
import type { Json } from './leaf.ts';

/** What is not as it was frozen. `tree`: the parts do not add up to the root, and each by itself is in order. */
export type Changed = { what: 'head'; field: string } | { what: 'leaf'; key: string } | { what: 'tree' };

type OpenLeaf = Extract<FrozenLeaf, { text: string }>;
const isOpen = (leaf: FrozenLeaf): leaf is OpenLeaf => 'text' in leaf;

/** Works every hash out anew. Nothing: not a byte of it was changed since it was frozen, but for what was erased. */
export function checkHashes(snapshot: FrozenSnapshot): Changed[] {
  const { leaves } = snapshot;
  const open = leaves.filter(isOpen);
  const own = new Map<FrozenLeaf, string>();
  leafHashes(open).forEach((hash, at) => void own.set(open[at] as OpenLeaf, hash));
  const wrong = open.filter((leaf) => own.get(leaf) !== leaf.hash);
  const told = headIn(open.find((leaf) => leaf.key === HEAD_KEY && !wrong.includes(leaf)));
  const fields = told ? differingFields(basisOf(snapshot), told) : [];
  const changed: Changed[] = [
    ...fields.map((field) => ({ what: 'head' as const, field })),
    ...wrong.map(({ key }) => ({ what: 'leaf' as const, key })),
  ];
  const basis = told ?? basisOf(snapshot);
  const asStored = leaves.map(({ hash }) => hash);
  // Where a hash beside a part was changed, and not the part.
  const asWorkedOut = leaves.map((leaf) => own.get(leaf) ?? leaf.hash);
  const adds = (hashes: string[]) => rootOf(basis, hashes) === snapshot.root;
  if (!adds(asStored) && !adds(asWorkedOut)) changed.push({ what: 'tree' });
  return changed;
}

function headIn(leaf: OpenLeaf | undefined): FrozenBasis | null {
  const value = leaf && parsed(leaf.text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? basisOf(value as FrozenBasis) : null;
}

function differingFields(is: FrozenBasis, was: FrozenBasis): string[] {
  const text = (value: Json | undefined) => (value === undefined ? '' : canonical(value));
  return (Object.keys(is) as (keyof FrozenBasis)[]).filter((field) => text(is[field]) !== text(was[field]));
}
