import type { FrozenSnapshot, SnapshotHead } from '../../lib/deal/frozen-snapshot.ts';
import { freeze } from '../../lib/snapshot/freeze.ts';
import type { FrozenBasis } from '../../lib/snapshot/hash-tree.ts';
import type { Leaf } from '../../lib/snapshot/leaf.ts';

/** Monday, 9 November 2026, 0:00 in Berlin: the end of the week of 2 November. */
export const WEEK_END = Date.UTC(2026, 10, 8, 23);

let filled = 0;
/** Salts that are all different, and the same in every run of one test. */
export const count = (bytes: Uint8Array<ArrayBuffer>) => {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length; at += 32) view.setUint32(at, ++filled);
  return bytes;
};

export const basis = (part: Partial<FrozenBasis> = {}): FrozenBasis => ({
  ...{ id: 'snapshot-1', from: '2026-11-02', to: '2026-11-08', asOf: WEEK_END, knownAt: WEEK_END },
  ...{ timeZone: 'Europe/Berlin', frozenAt: WEEK_END, engine: '1', reviewed: true, corrects: null, before: null },
  ...part,
});

/** A team with two people and two deals. */
export const LEAVES: readonly Leaf[] = [
  { key: 'team', value: { open: 2, sum: 9_000_000 } },
  { key: 'person Kim Olsen', value: { name: 'Kim Olsen', open: 1 } },
  { key: 'person Ben Okoro', value: { name: 'Ben Okoro', open: 1 } },
  { key: 'deal quill', value: { name: 'Quill & Sons', stage: 'Propose' } },
  { key: 'said quill', value: { nextStep: 'Ask\nKim Olsen for the terms' } },
  { key: 'deal larkfield', value: { name: 'Larkfield Press', stage: 'Qualify' } },
  { key: 'note 1', value: { deal: 'larkfield', why: 'The budget moved' } },
];

export const frozen = (part: Partial<FrozenBasis> = {}, leaves = LEAVES): FrozenSnapshot =>
  freeze(leaves, basis(part), count);

export const headOf = ({ leaves: _, ...head }: FrozenSnapshot): SnapshotHead => head;

/** The texts of a snapshot that are left, of all its parts or of one. */
export const textOf = (snapshot: FrozenSnapshot | null, key?: string): string =>
  (snapshot?.leaves ?? [])
    .filter((leaf) => key === undefined || leaf.key === key)
    .map((leaf) => ('text' in leaf ? `${leaf.key} ${leaf.text}` : ''))
    .join('\n');
