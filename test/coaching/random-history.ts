import fc from 'fast-check';
import { addDays } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../../lib/deal/promise.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { at, historyOf, type Look, STAGES } from './make-history.ts';

export const START = '2026-06-01';
const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map((days) => addDays(START, days));

/** What people and attackers type into a CRM, "undefined" and "null" left out: they would be found as ours. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '{days} {closeDate} $& $1',
  '"; DROP TABLE deals; --',
  '\u202egnp.exe\u202c',
  'a\u0000b\nc\td',
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(2000),
  '   ',
  '=HYPERLINK("https://evil.example")',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    'Call Ana',
    'Send redlines',
    'Kim Olsen',
    'Acme',
    'Ana (buyer): redlines by 14 Nov 2026; proof: mail',
  ),
);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

const said = fc.record(
  {
    name: maybe(text),
    amount: maybe(
      fc
        .tuple(
          fc.oneof(fc.integer({ min: -1000, max: 900_000 }), fc.constant(0)),
          fc.constantFrom('USD', 'EUR', 'JPY', null),
        )
        .map(([amount, currency]) => money(amount, currency)),
    ),
    stage: maybe(
      fc.oneof(
        fc.constantFrom(...STAGES),
        text.map((label) => ({ id: null, label, order: null })),
      ),
    ),
    pipeline: maybe(text),
    closeDate: maybe(day(0, 300)),
    owner: maybe(text),
    probability: maybe(fc.integer({ min: 0, max: 100 })),
    forecastCategory: maybe(text),
    nextStep: maybe(text),
    nextStepDue: maybe(day(0, 250)),
    createdOn: maybe(day(-200, 100)),
    lastActivity: maybe(day(-30, 200)),
    outcome: fc.constantFrom('open', 'open', 'open', 'open', 'won', 'lost') as fc.Arbitrary<'open' | 'won' | 'lost'>,
  },
  { requiredKeys: [] },
);

const promise: fc.Arbitrary<Partial<DealPromise>> = fc.record({
  what: text,
  who: fc.oneof(text, fc.constant('')),
  side: fc.constantFrom('ours', 'theirs'),
  by: day(100, 230),
  madeAt: day(90, 170).map((made) => at(made)),
  proof: maybe(text),
  settled: fc.constantFrom(null, null, { as: 'kept' as const, at: at(addDays(START, 165)), reason: null }),
});
const wait: fc.Arbitrary<Partial<AgreedWait>> = fc.record({
  until: day(140, 230),
  what: text,
  saidBy: text,
  madeAt: day(90, 150).map((made) => at(made)),
});
const snooze: fc.Arbitrary<Partial<PromptEvent>> = fc.record({
  kind: fc.constant('snoozed'),
  until: maybe(day(150, 200)),
  at: day(120, 170).map((when) => at(when)),
});

/** Half a year of looks at one deal, fit for what a page may hold. */
export const randomHistory: fc.Arbitrary<DealHistory> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 180 }), fc.constantFrom('record', 'record', 'list', 'board'), said), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.array(promise, { maxLength: 2 }),
    fc.array(wait, { maxLength: 1 }),
    fc.array(snooze, { maxLength: 1 }),
    fc.boolean(),
  )
  .map(([rows, promises, waits, prompts, ordered]) => {
    const looks = [...rows]
      .sort((a, b) => a[0] - b[0])
      .map(([days, page, fields]) => ({ ...fields, on: addDays(START, days), page }) as Look);
    return historyOf(looks, { promises, waits, prompts, stages: ordered ? STAGES : [] });
  });

export const randomDay = day(181, 220);
