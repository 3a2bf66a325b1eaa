import type { FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';
import { leavesIn } from './freeze.ts';
import type { Json, Leaf } from './leaf.ts';

/**
 * A part that is worked out otherwise today. `gone`: today there is none; `new`: there was none. `fields`: where in it, as
 * paths, the first few.
 */
export type Difference = { key: string; how: 'other' | 'gone' | 'new'; fields: string[] };

/** Enough to see what it is about. */
const MOST_FIELDS = 5;

/** What the manager typed is worked out from nothing: its hash alone says that it is as it was. */
const isTyped = ({ key }: Leaf) => key.startsWith('note ');

const kindOf = (key: string) => key.split(' ', 1)[0] ?? '';

/** What was frozen beside what the same history gives today. Erased parts are not compared. */
export function compareReplay(snapshot: Pick<FrozenSnapshot, 'leaves'>, replayed: readonly Leaf[]): Difference[] {
  const now = new Map(replayed.map(({ key, value }) => [key, value]));
  const frozen = leavesIn(snapshot).filter((leaf) => !isTyped(leaf));
  const differences = frozen.flatMap(({ key, value }): Difference[] => {
    const today = now.get(key);
    if (today === undefined) return [{ key, how: 'gone', fields: [] }];
    return canonical(today) === canonical(value) ? [] : [{ key, how: 'other', fields: fieldsApart(value, today) }];
  });
  const known = new Set(frozen.map(({ key }) => key));
  // A tombstone says of what kind it was, not which: as many new ones of that kind may be what was erased.
  const erased = new Map<string, number>();
  for (const { key } of snapshot.leaves.filter((leaf) => 'erasedAt' in leaf))
    erased.set(key, (erased.get(key) ?? 0) + 1);
  for (const leaf of replayed) {
    if (known.has(leaf.key) || isTyped(leaf)) continue;
    const left = erased.get(kindOf(leaf.key)) ?? 0;
    erased.set(kindOf(leaf.key), left - 1);
    if (left <= 0) differences.push({ key: leaf.key, how: 'new', fields: [] });
  }
  return differences;
}

/** `sum`, `people.2.open`: the places at which two values are not the same. */
function fieldsApart(was: Json, is: Json): string[] {
  const found: string[] = [];
  const walk = (a: Json | undefined, b: Json | undefined, path: string) => {
    if (found.length >= MOST_FIELDS) return;
    const [partsA, partsB] = [partsOf(a), partsOf(b)];
    if (!partsA || !partsB) {
      if (a === undefined || b === undefined || canonical(a) !== canonical(b)) found.push(path);
      return;
    }
    for (const key of new Set([...Object.keys(partsA), ...Object.keys(partsB)])) {
      walk(partsA[key], partsB[key], path === '' ? key : `${path}.${key}`);
    }
  };
  walk(was, is, '');
  return found;
}

const partsOf = (value: Json | undefined): { readonly [key: string]: Json } | null =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: Json }) : null;
