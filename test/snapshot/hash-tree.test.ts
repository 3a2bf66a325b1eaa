import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../lib/snapshot/canonical.ts';
import { freeze, leavesIn } from '../../lib/snapshot/freeze.ts';
import { leafHashes, rootOf } from '../../lib/snapshot/hash-tree.ts';
import type { Json } from '../../lib/snapshot/leaf.ts';
import { basis, count, frozen, LEAVES } from './frozen.ts';

const sha = (...parts: (Buffer | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 9162, section 2.1.1, as it is written there: split at the largest power of two below the count. */
function merkle(hashes: Buffer[]): Buffer {
  const [only] = hashes;
  if (only === undefined) return sha();
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return sha(Buffer.of(1), merkle(hashes.slice(0, split)), merkle(hashes.slice(split)));
}

const hex = (text: string) => Buffer.from(text, 'hex');
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
/** Halves of characters among whole ones. */
const halves = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), halves);
const leaf = fc.record({ salt, key: words, text: words });

describe('the tree', () => {
  it('is that of the standard, whatever its leaves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(leaf, { maxLength: 40 }), async (leaves) => {
        const own = leaves.map(({ salt, key, text }) => sha(Buffer.of(0), hex(salt), key, Buffer.of(0), text));
        const hashes = leafHashes(leaves);
        expect(hashes).toEqual(own.map((hash) => hash.toString('hex')));
        const head = sha(Buffer.of(2), canonical(basis()), Buffer.of(0), merkle(own));
        expect(rootOf(basis(), hashes)).toBe(head.toString('hex'));
      }),
    );
  });

  it('tells a key that ends otherwise from a text that begins otherwise', async () => {
    const salt = '00'.repeat(32);
    const [one, other] = leafHashes([
      { salt, key: 'deal 1', text: '23' },
      { salt, key: 'deal 12', text: '3' },
    ]);
    expect(one).not.toBe(other);
  });

  it('of 10,000 leaves takes about half a second of work, and no more than in proportion', async () => {
    const text = JSON.stringify({ name: 'Larkfield Press', filler: 'x'.repeat(600) });
    const leaves = Array.from({ length: 10_000 }, (_, at) => ({ salt: '01'.repeat(32), key: `deal ${at}`, text }));
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      rootOf(basis(), leafHashes(leaves));
      times.push(performance.now() - start);
    }
    // Other work on the machine counts, too.
    expect(Math.min(...times)).toBeLessThan(4_000);
  });
});

describe('canonical JSON', () => {
  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  const shuffled = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, shuffled(part)]),
    );
  };

  it('is one text for one value, in whatever order its keys came', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
      }),
    );
  });

  it('says the value itself', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts as the standard’s own example does, by UTF-16', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonical(keys)) as object).length).toBe(7);
    expect([...canonical(keys).matchAll(/:(\d)/g)].map(([, digit]) => digit).join('')).toBe('2467153');
  });

  it('writes numbers and texts as JSON does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), halves, fc.boolean()), (value) => {
        expect(canonical(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('refuses what is no JSON', () => {
    expect(() => canonical(Number.NaN)).toThrow(TypeError);
    expect(() => canonical({ a: undefined } as never)).toThrow(TypeError);
  });
});

describe('freezing', () => {
  it('keeps the order of the parts, and gives each a salt of its own', async () => {
    const { leaves } = frozen();
    expect(leaves.map(({ key }) => key)).toEqual(['head', ...LEAVES.map(({ key }) => key)]);
    expect(leavesIn({ leaves })).toEqual(LEAVES);
    expect(new Set(leaves.map((leaf) => 'salt' in leaf && leaf.salt)).size).toBe(leaves.length);
  });

  it('refuses two parts with one key', async () => {
    const twice = [
      { key: 'team', value: 1 },
      { key: 'team', value: 2 },
    ];
    expect(() => freeze(twice, basis(), count)).toThrow(/one key/);
  });
});
