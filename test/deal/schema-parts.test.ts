import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  day,
  instant,
  listOf,
  recordOf,
  said,
  someOf,
  strict,
  tagged,
  text,
  whole,
} from '../../lib/deal/schema-parts.ts';

/** Null where the value is taken; else the place of the first fault. */
function faultOf(schema: v.GenericSchema, value: unknown): string | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? null : (v.getDotPath(parsed.issues[0]) ?? '');
}

const fits = (schema: v.GenericSchema, value: unknown) => faultOf(schema, value) === null;

/** As JSON brings it: a key of this name is one of the object's own. */
const withProto = () => JSON.parse('{"__proto__":{"deal":"1"}}');

describe('a strict object', () => {
  const promise = strict({ deal: text(9), by: strict({ day, note: v.optional(text(9)) }) });

  it('is taken with its keys, some of them optional, and comes out the same', () => {
    const value = { deal: '7', by: { day: '2026-09-14' } };
    expect(v.parse(promise, value)).toEqual(value);
    expect(v.parse(promise, { ...value, by: { ...value.by, note: undefined } })).toStrictEqual({
      deal: '7',
      by: { day: '2026-09-14', note: undefined },
    });
    expectTypeOf<v.InferOutput<typeof promise>>().toEqualTypeOf<{
      deal: string;
      by: { day: string; note?: string | undefined };
    }>();
  });

  it.each(['more', 'constructor', 'toString', 'prototype', '0'])('is refused with the unknown key %s', (key) => {
    expect(faultOf(promise, { deal: '7', by: { day: '2026-09-14', [key]: 1 } })).toBe('by');
    expect(faultOf(promise, { deal: '7', by: { day: '2026-09-14' }, [key]: 1 })).toBe('');
  });

  it('never tells an unknown key by its own text', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (key, value) => {
        fc.pre(!['deal', 'by'].includes(key));
        const said = Object.defineProperty({ deal: '7', by: { day: '2026-09-14' } }, key, { value, enumerable: true });
        const parsed = v.safeParse(promise, said);
        expect(parsed.success).toBe(false);
        expect(parsed.issues?.map(({ path }) => path)).toEqual([undefined]);
      }),
    );
  });

  it('tells a fault in what it knows before a key that it does not know', () => {
    expect(faultOf(promise, { more: 1, deal: 7, by: { day: '2026-09-14' } })).toBe('deal');
    expect(faultOf(promise, { more: 1, by: { day: '2026-09-14' } })).toBe('deal');
  });

  it.each([[[]], [['deal']], [null], ['{}'], [undefined], [7]])('is not %j', (value) => {
    expect(faultOf(strict({}), value)).toBe('');
    expect(faultOf(promise, value)).toBe('');
    expect(faultOf(promise, { deal: '7', by: value })).toBe('by');
  });

  it('is refused with a prototype of its own from JSON', () => {
    expect(fits(strict({}), {})).toBe(true);
    expect(fits(strict({}), withProto())).toBe(false);
  });
});

describe('one of several objects', () => {
  const reply = tagged('ok', [strict({ ok: v.literal(true), value: whole(0, 5) }), strict({ ok: v.literal(false) })]);

  it('is told apart by its literal', () => {
    expect(v.parse(reply, { ok: true, value: 3 })).toEqual({ ok: true, value: 3 });
    expect(v.parse(reply, { ok: false })).toEqual({ ok: false });
    expectTypeOf<v.InferOutput<typeof reply>>().toEqualTypeOf<{ ok: true; value: number } | { ok: false }>();
  });

  it.each([
    [{ ok: true, value: 6 }, 'value'],
    [{ ok: true }, 'value'],
    [{ ok: false, value: 3 }, ''],
    [{ ok: 'yes' }, 'ok'],
    [{}, 'ok'],
    [[], ''],
    [null, ''],
  ])('%j is refused at "%s"', (value, at) => {
    expect(faultOf(reply, value)).toBe(at);
  });
});

describe('a list', () => {
  it('with too many items is refused before one of them is looked at', () => {
    let looks = 0;
    const counted = v.pipe(
      v.number(),
      v.check(() => ++looks > 0),
    );
    expect(faultOf(listOf(counted, 3), [1, 2, 3, 'four'])).toBe('');
    expect(looks).toBe(0);
    expect(fits(listOf(counted, 3), [1, 2, 3])).toBe(true);
    expect(looks).toBe(3);
  });

  it('is refused at the item that does not fit', () => {
    expect(faultOf(listOf(day, 3), ['2026-09-14', 'soon'])).toBe('1');
    expect(faultOf(listOf(day, 3), { length: 0 })).toBe('');
  });
});

describe('a record', () => {
  const prices = recordOf(text(5), whole(0, 9));
  const some = someOf(['name', 'stage'], whole(0, 9));

  it('holds any key that fits, among them what objects have from birth', () => {
    const value = { a: 1, constructor: 2, toString: 3 };
    expect(v.parse(recordOf(text(20), whole(0, 9)), value)).toEqual(value);
  });

  it('changes no prototype', () => {
    const parsed = v.safeParse(recordOf(text(20), v.any()), withProto());
    expect(Object.getPrototypeOf(parsed.output)).toBe(Object.prototype);
    expect(parsed.output).toEqual({});
    expect(fits(some, withProto())).toBe(false);
  });

  it.each([
    [{ a: 1, toolong: 2 }, 'toolong'],
    [{ a: 1, b: 10 }, 'b'],
    [{ a: undefined }, 'a'],
    [[], ''],
    [new Map(), ''],
    [new Date(), ''],
    [null, ''],
  ])('%j is none', (value, at) => {
    expect(faultOf(prices, value)).toBe(at);
  });

  it.each([
    [{ name: 1, salary: 2 }, ''],
    [{ stage: 10, name: 10 }, 'stage'],
    [{ name: undefined }, 'name'],
    [[], ''],
    [new Map(), ''],
  ])('of some names, %j is none', (value, at) => {
    expect(faultOf(some, value)).toBe(at);
  });

  it('of some names holds none, one, or all', () => {
    for (const value of [{}, { stage: 2 }, { stage: 2, name: 1 }]) expect(v.parse(some, value)).toEqual(value);
    expectTypeOf<v.InferOutput<typeof some>>().toEqualTypeOf<{ name?: number; stage?: number }>();
  });
});

describe('texts, figures, days', () => {
  it('counts characters as Unicode does', () => {
    expect(fits(text(3), '🙂🙂🙂')).toBe(true);
    expect(fits(text(3), 'abcd')).toBe(false);
    expect(fits(text(3), '')).toBe(true);
    expect(fits(said(3), '')).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(9), (value, longest) => {
        expect(fits(text(longest), value)).toBe([...value].length <= longest);
      }),
    );
  });

  it.each([Number.NaN, Infinity, -Infinity, 0.5, 2 ** 53, -1, 8, '5', 5n, null])(
    '%s is no whole figure from 0 to 7',
    (value) => {
      expect(fits(whole(0, 7), value)).toBe(false);
    },
  );

  it('takes both limits of a figure', () => {
    expect([0, 7].every((value) => fits(whole(0, 7), value))).toBe(true);
  });

  it('ends its moments with 2199', () => {
    expect([1, Date.UTC(2200, 0, 1) - 1].every((value) => fits(instant, value))).toBe(true);
    expect([0, Date.UTC(2200, 0, 1)].some((value) => fits(instant, value))).toBe(false);
  });
});
