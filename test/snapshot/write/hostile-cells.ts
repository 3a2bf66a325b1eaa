import fc from 'fast-check';
import { money } from '../../../lib/deal/money.ts';
import type { Cell, DocumentTable, SnapshotDocument } from '../../../lib/snapshot/document.ts';

const SAYINGS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '"=1+1"',
  "'=1+1",
  '＝1+1',
  '－2+3',
  '\u200b=1+1',
  '\u00a0@A1',
  'a;=1+1',
  'a\n=1+1',
  'a\t=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example","x")',
  '=WEBSERVICE("https://evil.example")',
  'constructor',
  '__proto__',
  'toString',
  '_x0041_',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  'https://evil.example www.evil.example me@evil.example',
  '| a | b |\n|---|---|',
  '`code` **bold** # head',
  ']]>&amp;&lt;',
  '\u202egnp.exe',
  '\ud800',
  '\u0000\u0007\u001b',
  '',
  ' ',
  'x'.repeat(33_000),
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SAYINGS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

const url = fc.oneof(hostileText, fc.constantFrom('https://crm.example/a?b=c&d="e"', 'javascript:alert(1)', 'data:,x'));

const figure = fc.oneof(fc.integer(), fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, -1.5));

export const hostileCell: fc.Arbitrary<Cell> = fc.oneof(
  hostileText.map((text): Cell => ({ kind: 'text', text })),
  fc.record({ kind: fc.constant('link' as const), text: hostileText, url }),
  fc
    .record({
      minor: fc.maxSafeInteger(),
      currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', null),
      symbol: fc.option(fc.oneof(fc.constant('$'), hostileText), { nil: undefined }),
    })
    .map(
      ({ currency, symbol, minor }): Cell => ({
        kind: 'money',
        money: { ...money(0, currency), minor, ...(currency === null ? { symbol } : {}) },
      }),
    ),
  fc.constantFrom('2026-11-20', '1970-01-01', '2199-12-31', '=1+1', '').map((day): Cell => ({ kind: 'day', day })),
  fc.integer({ min: 0, max: 4_102_444_800_000 }).map((at): Cell => ({ kind: 'instant', at })),
  fc.record({ kind: fc.constantFrom('count' as const, 'days' as const, 'share' as const), value: figure }),
  fc.constant(null),
);

const hostileTable: fc.Arbitrary<DocumentTable> = fc
  .array(fc.record({ title: hostileText, kind: fc.constantFrom('text', 'link', 'money', 'day', 'count') }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((columns) =>
    fc.record({
      id: hostileText,
      title: hostileText,
      note: hostileText,
      columns: fc.constant(columns as DocumentTable['columns']),
      rows: fc.array(fc.array(hostileCell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 5 }),
    }),
  );

export const hostileDocument: fc.Arbitrary<SnapshotDocument> = fc.record({
  title: hostileText,
  footer: fc.array(hostileText, { maxLength: 2 }),
  locale: fc.constantFrom('en-US', 'de-DE', undefined),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
  tables: fc.array(hostileTable, { maxLength: 3 }),
  sheet: fc.array(
    fc.record({
      id: hostileText,
      title: hostileText,
      blocks: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('sentence' as const), text: hostileText, isLead: fc.boolean() }),
          fc.record({
            kind: fc.constant('list' as const),
            items: fc.array(hostileText, { maxLength: 3 }),
            none: hostileText,
          }),
          fc.record({ kind: fc.constant('table' as const), table: hostileTable }),
          fc.record({
            kind: fc.constant('bar' as const),
            label: hostileText,
            parts: fc.array(
              fc.record({
                label: hostileText,
                money: fc.integer().map((minor) => ({ minor, currency: 'USD', halfStep: 0 })),
              }),
              { maxLength: 3 },
            ),
            goal: fc.option(fc.integer().map((minor) => ({ minor, currency: 'USD', halfStep: 0 }))),
          }),
          fc.record({
            kind: fc.constant('bridge' as const),
            start: fc.constant(money(10, 'USD')),
            lines: fc.array(
              fc.record({
                label: hostileText,
                money: fc.integer().map((minor) => ({ minor, currency: 'USD', halfStep: 0 })),
              }),
              { maxLength: 3 },
            ),
            end: fc.constant(money(12, 'USD')),
          }),
        ),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 3 },
  ),
});
