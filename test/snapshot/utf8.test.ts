import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UNIT_MOST, utf8Into } from '../../lib/snapshot/utf8.ts';

it('writes what TextEncoder does, at its place, whatever the text', () => {
  const units = fc.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd700, max: 0xe0ff }), fc.nat(0x7f)));
  fc.assert(
    fc.property(units, fc.nat(5), (codes, at) => {
      const text = String.fromCharCode(...codes);
      const bytes = new Uint8Array(at + text.length * UNIT_MOST);
      const end = utf8Into(text, bytes, at);
      expect(bytes.slice(at, end)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      expect(bytes.subarray(0, at).every((byte) => byte === 0)).toBe(true);
    }),
  );
});
