import fc from 'fast-check';
import type * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { LIMITS, type Reading } from '../../lib/deal/reading.ts';
import { parseReading, type readingSchema } from '../../lib/deal/reading-schema.ts';
import { dealReading, MONDAY, reading, usd } from './make-reading.ts';

const full = reading({
  said: {
    name: '<img src=x onerror=alert(1)>',
    amount: usd(48_500),
    stage: { id: 's3', label: 'Proposal', order: 2 },
    pipeline: 'New business',
    closeDate: '2026-11-28',
    owner: 'Ana Sousa',
    account: 'Larkfield',
    probability: 60,
    forecastCategory: 'Commit',
    nextStep: { missing: 'empty' },
    nextStepDue: { missing: 'ambiguous' },
    createdOn: '2026-05-04',
    lastActivity: '2026-10-30',
    outcome: 'open',
  },
  stages: [{ id: null, label: 'Discovery', order: 0 }],
  rows: { loaded: 50, total: null },
});

const change = (part: object) => parseReading({ ...full, ...part });
const field = (fields: object) => change({ deals: [{ recordId: '7', url: null, fields }] });
const valued = (value: unknown) => ({ ok: true, value, raw: 'x', rule: 'x' });

test('the schema and the written type say the same', () => {
  expectTypeOf<v.InferOutput<typeof readingSchema>>().toEqualTypeOf<Reading>();
  expectTypeOf<v.InferInput<typeof readingSchema>>().toEqualTypeOf<Reading>();
});

test('a whole reading passes unchanged, hostile text as the text it is', () => {
  expect(parseReading(full)).toEqual({ ok: true, reading: full });
});

test('a reading that went through JSON passes', () => {
  expect(parseReading(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, reading: full });
});

test.each([
  ['a name', { name: valued('x'.repeat(LIMITS.name + 1)) }],
  ['a next step', { nextStep: valued('x'.repeat(LIMITS.text + 1)) }],
  ['raw text', { name: { ...valued('x'), raw: 'x'.repeat(LIMITS.raw + 1) } }],
])('%s longer than the reader cuts is refused', (_, fields) => {
  expect(field(fields)).toMatchObject({ ok: false, code: 'too-large' });
});

test('a list longer than any page shows is refused as too large', () => {
  const deals = Array.from({ length: LIMITS.deals + 1 }, (_, at) => dealReading({ name: 'A' }, String(at)));
  expect(change({ deals })).toEqual({ ok: false, code: 'too-large', at: 'deals' });
  expect(change({ deals: deals.slice(1) })).toMatchObject({ ok: true });
});

test.each([
  ['a day that is not in the calendar', { closeDate: valued('2026-02-30') }],
  ['an amount that is no number', { amount: valued({ minor: Number.NaN, currency: null, halfStep: 0 }) }],
  ['an amount beyond any deal', { amount: valued({ minor: 2e15, currency: null, halfStep: 0 }) }],
  ['parts of a cent', { amount: valued({ minor: 10.5, currency: 'USD', halfStep: 0 }) }],
  ['a currency that is no code', { amount: valued({ minor: 1, currency: 'dollars', halfStep: 0 }) }],
  ['a probability above a hundred', { probability: valued(101) }],
  ['a stage without a label', { stage: valued({ id: 's', label: '', order: null }) }],
  ['a reason of its own', { name: { ok: false, reason: 'tired' } }],
  ['a value and a reason at once', { name: { ...valued('A'), reason: 'empty' } }],
  ['a field of its own', { mood: valued('good') }],
])('%s is refused', (_, fields) => {
  expect(field(fields)).toMatchObject({ ok: false, code: 'invalid-reading' });
});

test.each([
  ['a script for a link', { url: 'javascript:alert(1)' }],
  ['a file for a link', { url: 'file:///etc/hosts' }],
  ['a moment before time', { at: -1 }],
  ['a moment that is no number', { at: '2026-11-02' }],
  ['a moment beyond our calendar', { at: 8e15 }],
  ['an invented time zone', { timeZone: 'Mars/Olympus' }],
  ['an unknown kind of page', { page: 'inbox' }],
  ['a reading without an id', { id: '' }],
  ['a part of its own', { note: 'x' }],
])('%s is refused', (_, part) => {
  expect(change(part)).toMatchObject({ ok: false, code: 'invalid-reading' });
});

test('a fault is named by its place, never by the text of the page', () => {
  expect(field({ closeDate: valued('soon, says Bo') })).toEqual({
    ok: false,
    code: 'invalid-reading',
    at: 'deals.0.fields.closeDate.value',
  });
});

test('a key that nobody knows is text of the page too: its place is the object that holds it', () => {
  expect(field({ name: { ...valued('A'), 'said by Bo': 1 } })).toMatchObject({ at: 'deals.0.fields.name' });
  expect(change({ 'said by Bo': 1 })).toMatchObject({ at: '' });
});

test.each([
  [1e16, 'too-large'],
  [-1e16, 'invalid-reading'],
  [1e15 + 1, 'invalid-reading'],
  [Number.POSITIVE_INFINITY, 'invalid-reading'],
])('an amount of %d is %s', (minor, code) => {
  expect(field({ amount: valued({ minor, currency: null, halfStep: 0 }) })).toMatchObject({ ok: false, code });
});

test('whatever arrives gets an answer', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      expect(parseReading(said).ok).toBe(false);
    }),
  );
});

test('the moment of a reading is kept to the millisecond', () => {
  const parsed = change({ at: MONDAY + 1 });
  expect(parsed.ok && parsed.reading.at).toBe(MONDAY + 1);
});
