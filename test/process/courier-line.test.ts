import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfNumber } from '../../lib/deal/day.ts';
import { type CourierParts, courierLine, oneLine, readCourierLine } from '../../lib/process/courier-line.ts';
import { COURIER_WORDS } from '../../lib/process/courier-words.ts';

const ANA: CourierParts = { who: 'Ana', side: 'theirs', what: 'redlines', by: '2026-11-14', proof: 'mail' };

/** Text that looks like the line's own joints, in every language, with blanks, breaks and backslashes. */
const joints = Object.values(COURIER_WORDS).flatMap(({ buyer, seller, by, proof, months }) => [
  `(${buyer}): `,
  ` (${seller}):`,
  ` ${by} 3 ${months[2]} 2026`,
  `${by} 14 ${months[10]} 2026; ${proof}: x`,
  `; ${proof}: `,
  by,
]);
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...joints, '\\', ' ', '\n', '(', '): ', '2026-11-14', '\u202e', '<img src=x>'),
      fc.string(),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), hostile);
const parts: fc.Arbitrary<CourierParts> = fc.record({
  who: text,
  side: fc.constantFrom('ours', 'theirs'),
  what: text,
  by: fc.integer({ min: 0, max: 80_000 }).map(dayOfNumber),
  proof: fc.option(text),
});

describe('courierLine', () => {
  it('writes one line that a person can read', () => {
    expect(courierLine(ANA, 'en-GB')).toBe('Ana (buyer): redlines by 14 Nov 2026; proof: mail');
    expect(courierLine({ ...ANA, side: 'ours', proof: null }, 'en')).toBe('Ana (seller): redlines by 14 Nov 2026');
  });

  it('writes in the words of the locale, in English where it has none', () => {
    expect(courierLine(ANA, 'de-AT')).toBe('Ana (Käufer): redlines bis 14 Nov 2026; Beleg: mail');
    expect(courierLine(ANA, 'ja')).toBe(courierLine(ANA, 'en'));
    expect(courierLine(ANA, undefined)).toBe(courierLine(ANA, 'en'));
  });

  it('stays one line, without characters that turn the reading order', () => {
    const line = courierLine({ ...ANA, what: 'red\r\nlines\u202e\tnow' });
    expect(line).toBe('Ana (buyer): red lines now by 14 Nov 2026; proof: mail');
  });
});

describe('readCourierLine', () => {
  it('reads back any promise in any language, hostile text included', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...Object.keys(COURIER_WORDS), 'ja'), (promise, locale) => {
        expect(readCourierLine(courierLine(promise, locale))).toEqual({
          ...promise,
          who: oneLine(promise.who),
          what: oneLine(promise.what),
          proof: oneLine(promise.proof ?? '') || null,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the line among others that a person wrote', () => {
    const field = 'Spoke on Tuesday.\nAna (buyer): redlines by 14 Nov 2026; proof: mail\nBudget is fine.';
    expect(readCourierLine(field)).toEqual(ANA);
  });

  it('reads what a person wrote in its manner: full months, full stops, other case, an ISO day', () => {
    expect(readCourierLine('Ana (Buyer): redlines by 14 November 2026; Proof: mail')).toEqual(ANA);
    expect(readCourierLine('Ana (Käufer): redlines bis 14. Nov. 2026; Beleg: mail')).toEqual(ANA);
    expect(readCourierLine('Ana (buyer): redlines by 2026-11-14; proof: mail')).toEqual(ANA);
  });

  it('needs the year, unless told what day it is', () => {
    const line = 'Ana (buyer): redlines by 14 Nov; proof: mail';
    expect(readCourierLine(line)).toBeNull();
    expect(readCourierLine(line, '2026-10-28')).toEqual(ANA);
    expect(readCourierLine('Ana (buyer): redlines by 5 Jan', '2026-12-20')?.by).toBe('2027-01-05');
    expect(readCourierLine('Ana (buyer): redlines by 20 Dec', '2027-01-05')?.by).toBe('2026-12-20');
  });

  it.each([
    '',
    'Call Ana on Friday',
    'Ana: redlines by 14 Nov 2026',
    'Ana (buyer): redlines',
    'Ana (buyer): redlines by 31 Feb 2026',
    'Ana (buyer): redlines by 14/11/2026',
    'Ana (buyer): redlines by 14 Nov 2026 or so',
  ])('reads nothing out of "%s"', (line) => expect(readCourierLine(line)).toBeNull());

  it('is quick with a long text', () => {
    const long = `${'Ana (buyer): by 14 Nov '.repeat(2_000)}\n${' \\'.repeat(20_000)}`;
    const start = performance.now();
    expect(readCourierLine(long)).toBeNull();
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the words of the line', () => {
  it('have twelve months each, and no month name that means two', () => {
    const known = new Map<string, number>();
    for (const { months } of Object.values(COURIER_WORDS)) {
      expect(months).toHaveLength(12);
      months.forEach((name, at) => {
        expect(known.get(name.toLowerCase()) ?? at).toBe(at);
        known.set(name.toLowerCase(), at);
      });
    }
  });

  it('never call both sides by the same word', () => {
    const all = Object.values(COURIER_WORDS);
    const buyers = new Set(all.map((words) => words.buyer.toLowerCase()));
    expect(all.filter((words) => buyers.has(words.seller.toLowerCase()))).toEqual([]);
  });
});
