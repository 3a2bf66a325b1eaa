import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type FrozenSnapshot, tombstone } from '../../lib/deal/frozen-snapshot.ts';
import { frozenSchema } from '../../lib/deal/frozen-snapshot-schema.ts';
import { leavesIn } from '../../lib/snapshot/freeze.ts';
import type { Leaf } from '../../lib/snapshot/leaf.ts';
import { sayVerification } from '../../lib/snapshot/say-verification.ts';
import { type Verification, verify } from '../../lib/snapshot/verify.ts';
import { frozen, headOf, LEAVES, WEEK_END } from './frozen.ts';

const check = (snapshot: FrozenSnapshot, part: Partial<Parameters<typeof verify>[0]> = {}) =>
  verify({ snapshot, heads: [headOf(snapshot)], engine: '1', replay: () => [...LEAVES], ...part });

const words = (found: Verification) =>
  sayVerification(found, { part: (key) => key, day: (day) => day, moment: (at) => new Date(at).toISOString() });

const erase = (snapshot: FrozenSnapshot, isGone: (key: string) => boolean, at = WEEK_END + 1): FrozenSnapshot => ({
  ...snapshot,
  leaves: snapshot.leaves.map((leaf) => (isGone(leaf.key) ? tombstone(leaf, at) : leaf)),
});

const withLeaf = (snapshot: FrozenSnapshot, key: string, part: object): FrozenSnapshot => ({
  ...snapshot,
  leaves: snapshot.leaves.map((leaf) => (leaf.key === key ? { ...leaf, ...part } : leaf)),
});

describe('a snapshot as it was frozen', () => {
  it('is sound, and its figures are the same again', async () => {
    const found = await check(frozen());
    expect(found).toMatchObject({ verdict: 'sound', changed: [], erased: null, engine: null });
    expect(words(found)).toEqual([
      'This snapshot is as it was frozen.',
      'It is the first of its chain.',
      'Worked out again from what was known then, every figure is the same.',
    ]);
  });

  it('by an earlier version of the extension is sound for ever', async () => {
    const file = new URL('../store/upgrades/v7.json', import.meta.url);
    const { snapshots, leaves } = JSON.parse(readFileSync(file, 'utf8'));
    const found = await check({ ...snapshots[0], leaves: leaves[0].leaves }, { replay: null });
    expect(found).toMatchObject({ verdict: 'sound', changed: [], replay: null });
  });

  it('of many parts is sound at any count', async () => {
    for (const count of [0, 1, 2, 3, 5, 8, 13, 64, 65]) {
      const leaves = Array.from({ length: count }, (_, at) => ({ key: `deal ${at}`, value: { at } }));
      expect((await check(frozen({}, leaves), { replay: null })).verdict).toBe('sound');
    }
  });
});

/** Where in the row a byte was changed: what must be named. */
function namedBy(before: FrozenSnapshot, after: FrozenSnapshot): string[] {
  const head = Object.entries(headOf(before)).flatMap(([field, value]) =>
    JSON.stringify(value) === JSON.stringify(after[field as keyof FrozenSnapshot]) ? [] : [field],
  );
  const leaves = before.leaves.flatMap((leaf, at) => {
    const is = after.leaves[at];
    return is && JSON.stringify(is) !== JSON.stringify(leaf) ? [is.key] : [];
  });
  return [...head.map((field) => (field === 'root' ? 'tree' : `head ${field}`)), ...leaves];
}

const named = (found: Verification) =>
  found.changed.map((one) => (one.what === 'leaf' ? one.key : one.what === 'head' ? `head ${one.field}` : 'tree'));

describe('a byte that was changed', () => {
  it('is found wherever it is, and named; a row that is none any more is none that can be read', async () => {
    const whole = frozen({ corrects: 'before-it', before: 'ab'.repeat(32) });
    const text = JSON.stringify(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 126 }), async (at, by) => {
        const code = (text.charCodeAt(at) + by) % 127;
        const torn = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        const row = readable(torn);
        if (!row || JSON.stringify(row) === text) return;
        const found = await check(row, { replay: null });
        expect(found.verdict).toBe('tampered');
        expect(named(found)).toEqual(namedBy(whole, row));
      }),
      { numRuns: 600 },
    );
  });

  function readable(text: string): FrozenSnapshot | null {
    try {
      const row: unknown = JSON.parse(text);
      return v.is(frozenSchema, row) ? row : null;
    } catch {
      return null;
    }
  }

  it('is named in its text, in its salt, in its hash and at the head', async () => {
    const whole = frozen();
    const changed = async (snapshot: FrozenSnapshot) => (await check(snapshot)).changed;
    const team = [{ what: 'leaf', key: 'team' }];
    expect(await changed(withLeaf(whole, 'team', { text: '{"open":3,"sum":9000000}' }))).toEqual(team);
    expect(await changed(withLeaf(whole, 'team', { salt: '00'.repeat(32) }))).toEqual(team);
    expect(await changed(withLeaf(whole, 'team', { hash: '00'.repeat(32) }))).toEqual(team);
    expect(await changed({ ...whole, reviewed: false })).toEqual([{ what: 'head', field: 'reviewed' }]);
    expect(await changed({ ...whole, root: '00'.repeat(32) })).toEqual([{ what: 'tree' }]);
  });

  it('shows too where a part was added, taken out, moved, or written anew with its hash', async () => {
    const whole = frozen();
    const other = frozen({}, [{ key: 'team', value: { open: 7 } }]);
    const forged = other.leaves.find(({ key }) => key === 'team') ?? {};
    const [first, ...others] = whole.leaves;
    for (const leaves of [others, [...others, first], whole.leaves.slice(0, -1), [...whole.leaves, ...other.leaves]]) {
      const found = await check({ ...whole, leaves: leaves as FrozenSnapshot['leaves'] });
      expect(found.changed).toEqual([{ what: 'tree' }]);
    }
    const found = await check(withLeaf(whole, 'team', forged));
    expect(found.changed).toEqual([{ what: 'tree' }]);
    // Which part it was the replay tells.
    expect(found.replay?.differences).toEqual([{ key: 'team', how: 'other', fields: ['open', 'sum'] }]);
    expect(words(found)).toContain('What can explain it: the snapshot was changed.');
  });
});

describe('an erasure', () => {
  it('of any parts leaves the root as it was, and says how much went and when', async () => {
    const whole = frozen();
    const keys = LEAVES.map(({ key }) => key);
    await fc.assert(
      fc.asyncProperty(fc.subarray(keys, { minLength: 1 }), async (gone) => {
        const left = erase(whole, (key) => gone.includes(key));
        const found = await check(left);
        expect(found).toMatchObject({ verdict: 'sound', changed: [], replay: { differences: [] } });
        expect(found.erased?.count).toBe(gone.length);
        expect(JSON.stringify(left)).not.toMatch(gone.includes('deal quill') && gone.length > 6 ? /quill/i : /^$/);
      }),
    );
  });

  it('says so in words, and a byte changed beside it is still found', async () => {
    const left = erase(frozen(), (key) => /quill$/.test(key), Date.UTC(2026, 10, 20));
    expect(words(await check(left))).toContain(
      'Erased (2026-11-20T00:00:00.000Z): 1 part on a deal, 1 part with what was said of a deal. Their hashes stand, so the rest is still proven.',
    );
    expect((await check(withLeaf(left, 'team', { text: '{}' }))).changed).toEqual([{ what: 'leaf', key: 'team' }]);
    const emptied = {
      ...left,
      leaves: left.leaves.map((leaf) => ('text' in leaf ? leaf : { ...leaf, hash: left.root })),
    };
    expect((await check(emptied)).changed).toEqual([{ what: 'tree' }]);
  });

  it('explains a sum that cannot be worked out again', async () => {
    const left = erase(frozen(), (key) => /quill$/.test(key));
    const today = leavesIn(left).map(
      (leaf): Leaf => (leaf.key === 'team' ? { ...leaf, value: { open: 1, sum: 5 } } : leaf),
    );
    const found = await check(left, { replay: () => today });
    expect(found).toMatchObject({ verdict: 'differs', replay: { mayBe: ['erased'] } });
    expect(words(found).slice(-2)).toEqual(['Differs: team (open, sum).', 'What can explain it: records were erased.']);
  });
});

describe('the replay', () => {
  it('says what is gone, new and otherwise, and that other rules may be why', async () => {
    const today: Leaf[] = [
      { key: 'team', value: { open: 2, sum: 1 } },
      ...LEAVES.filter(({ key }) => key !== 'team' && key !== 'deal quill'),
      { key: 'deal new', value: {} },
    ];
    const found = await check(frozen(), { engine: '2', replay: async () => today });
    expect(found).toMatchObject({ verdict: 'differs', engine: { was: '1', is: '2' }, replay: { mayBe: ['engine'] } });
    expect(words(found)).toEqual([
      'This snapshot is as it was frozen. Its figures cannot be worked out the same today.',
      'It is the first of its chain.',
      'It was built by version 1 of the rules; today they are version 2.',
      'Differs: team (sum).',
      'No longer on record: deal quill.',
      'On record today and not in the snapshot: deal new.',
      'What can explain it: the rules changed.',
    ]);
  });

  it('by other rules that give the same is sound', async () => {
    const found = await check(frozen(), { engine: '2' });
    expect(found).toMatchObject({ verdict: 'sound', replay: { differences: [], mayBe: [] } });
  });

  it('leaves out what was typed, and says where the records alone are other', async () => {
    const found = await check(frozen(), { replay: () => LEAVES.slice(1, -1) });
    expect(found.replay).toEqual({ differences: [{ key: 'team', how: 'gone', fields: [] }], mayBe: [] });
    expect(words(found).at(-1)).toMatch(/the records are not/);
  });

  it('tells ten parts one by one, and counts the others', async () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ key: `deal ${at}`, value: {} }));
    const found = await check(frozen({}, many), { replay: () => [] });
    expect(words(found).filter((line) => line.startsWith('No longer'))).toHaveLength(10);
    expect(words(found)).toContain('And 4 differences besides.');
  });
});

describe('the chain', () => {
  const week = (number: number, before: FrozenSnapshot | null, part = {}) =>
    frozen({
      ...{ id: `week-${number}`, from: `2026-11-0${number}`, frozenAt: WEEK_END + number },
      ...{ before: before?.root ?? null, ...part },
    });

  it('holds, is at its first, or says that what came before was erased', async () => {
    const [one, two] = [week(1, null), frozen()];
    const three = week(3, two);
    const chain = async (snapshot: FrozenSnapshot, all: FrozenSnapshot[]) =>
      (await check(snapshot, { heads: all.map(headOf) })).chain;
    expect(await chain(one, [one])).toEqual({ kind: 'first' });
    expect(await chain(three, [two, three])).toMatchObject({ kind: 'holds', before: { id: 'snapshot-1' } });
    expect(await chain(three, [three])).toEqual({ kind: 'not-on-record' });
    const found = await check(three, { heads: [headOf(three)] });
    expect(found.verdict).toBe('sound');
    expect(words(found)).toContain('The snapshot that it follows is not on record here: what came before was erased.');
  });

  it('is broken where one in the middle was taken out or put in anew', async () => {
    const one = week(1, null);
    const two = week(2, one);
    const three = week(3, two);
    const without = await check(three, { heads: [one, three].map(headOf) });
    expect(without).toMatchObject({ verdict: 'tampered', chain: { kind: 'broken', before: { id: 'week-1' } } });
    const forged = week(2, one, { reviewed: false });
    const other = await check(three, { heads: [one, forged, three].map(headOf) });
    expect(other).toMatchObject({ verdict: 'tampered', chain: { kind: 'broken', before: { id: 'week-2' } } });
    expect((await check(forged, { heads: [one, forged, three].map(headOf) })).verdict).toBe('sound');
  });
});
