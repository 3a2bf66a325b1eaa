import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../lib/coaching/words/clean-text.ts';

describe('text from a page inside a sentence', () => {
  it('stays on one line and keeps its letters', () => {
    expect(shorten('  Send\n the\t offer ')).toBe('Send the offer');
    expect(shorten('<b>Ünï</b> 👩‍💻')).toBe('<b>Ünï</b> 👩‍💻');
  });

  it('loses the marks that would turn a sentence around', () => {
    expect(shorten('\u202egnp.exe\u202c')).toBe('gnp.exe');
  });

  it('is cut with a mark, never in the middle of a character', () => {
    expect(shorten('👍'.repeat(99), 5)).toBe('👍👍👍👍…');
  });

  it('never grows beyond its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 80 }), (text, room) => {
        expect([...shorten(text, room)].length).toBeLessThanOrEqual(room);
        expect(shorten(shorten(text, room), room)).toBe(shorten(text, room));
      }),
    );
  });
});
