import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/deal/day.ts';
import { type Money, money } from '../../../lib/deal/money.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { type BridgeScope, bridges } from '../../../lib/team/bridge/bridge.ts';
import { thereAndBack } from '../../../lib/team/bridge/there-and-back.ts';
import { inHome } from '../../../lib/team/sums.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';

const FROM = '2026-11-20';
const TO = '2026-11-27';
const QUARTER: BridgeScope = { until: '2026-12-31', person: null };
const PLAIN = { home: null, rates: [], on: TO };

const team = (histories: readonly DealHistory[], day: Day) =>
  teamAt(histories, { ...moment(day, 18), knownAt: at(TO, 18) }, DEFAULT_SETTINGS);
const between = (
  histories: readonly DealHistory[],
  scope = QUARTER,
  conversion: Parameters<typeof bridges>[3] = PLAIN,
) => bridges(team(histories, FROM), team(histories, TO), scope, conversion);

type Said = Partial<Look>;
const OPEN = { stage: stage('Legal'), owner: 'Ida', closeDate: '2026-12-10', amount: usd(1_000) };
const deal = (id: string, then: Said | null, now: Said) =>
  historyOf(
    [...(then ? [{ ...OPEN, ...then, on: '2026-11-18' }] : []), { ...OPEN, ...now, on: '2026-11-26' }] as Look[],
    { id },
  );
const linesOf = (histories: readonly DealHistory[], scope = QUARTER) =>
  between(histories, scope).flatMap(({ lines }) => lines.map(({ line, minor }) => `${line} ${minor / 100}`));

describe('how a deal moves the sum', () => {
  it.each([
    ['new', null, { createdOn: '2026-11-24' }, ['new 1000']],
    ['found', null, { createdOn: '2026-10-01' }, ['found 1000']],
    ['pulled in', { closeDate: '2027-02-01' }, {}, ['pulled-in 1000']],
    ['more', {}, { amount: usd(1_250) }, ['increased 250']],
    ['less', {}, { amount: usd(400) }, ['decreased -600']],
    ['put off', {}, { closeDate: '2027-01-15' }, ['pushed-out -1000']],
    ['won for less', {}, { stage: stage('Closed Won'), amount: usd(900) }, ['decreased -100', 'won -900']],
    ['lost', {}, { stage: stage('Closed Lost') }, ['lost -1000']],
    ['opened again', { stage: stage('Closed Lost') }, {}, ['reopened 1000']],
    ['said more precisely', { amount: money(1_000, 'USD', 500) }, { amount: usd(1_020) }, ['recounted 20']],
    ['in another currency', {}, { amount: money(900, 'EUR') }, ['recounted -1000', 'recounted 900']],
    ['without its amount', {}, { amount: null }, ['decreased -1000']],
  ] as [string, Said | null, Said, string[]][])('%s', (_, then, now, lines) =>
    expect(linesOf([deal('a', then, now)]).toSorted()).toEqual(lines.toSorted()),
  );

  it('is told by person as handed over, and for the whole pipeline without dates', () => {
    const over = [deal('a', { owner: 'Tom' }, { owner: 'Ida' })];
    expect(linesOf(over)).toEqual([]);
    expect(linesOf(over, { ...QUARTER, person: 'Ida' })).toEqual(['handed-in 1000']);
    expect(linesOf(over, { ...QUARTER, person: 'Tom' })).toEqual(['handed-out -1000']);
    expect(linesOf([deal('a', {}, { closeDate: '2027-01-15' })], { until: null, person: null })).toEqual([]);
  });

  it('converts both sides at the rates of the later day', () => {
    const rates = [
      { from: 'EUR', to: 'USD', rate: 1, on: '2026-01-01' },
      { from: 'EUR', to: 'USD', rate: 2, on: '2026-11-25' },
    ];
    const [one] = between([deal('a', { amount: money(100, 'EUR') }, { amount: money(100, 'EUR') })], QUARTER, {
      ...{ home: 'USD', rates, on: TO },
    });
    expect(one).toMatchObject({ currency: 'USD', start: 20_000, end: 20_000, lines: [] });
  });
});

it('reconciles to the minor unit, currency by currency, for 1,000 random histories', () => {
  const amount = fc.option(
    fc.record({
      minor: fc.integer({ min: 0, max: 9_999_999 }),
      currency: fc.constantFrom('USD', 'EUR', 'JPY', null),
      halfStep: fc.constantFrom(0, 0, 50_000),
    }),
  );
  const said = fc.record({
    amount,
    closeDate: fc.constantFrom('2026-12-10', '2026-11-30', '2027-02-01', null),
    owner: fc.constantFrom('Ida', 'Tom', null),
    stage: fc.constantFrom('Legal', 'Discovery', 'Closed Won', 'Closed Lost').map(stage),
    createdOn: fc.constantFrom('2026-10-01', '2026-11-24', null),
  });
  const lives = fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), said), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const scopes = fc.record({ until: fc.constantFrom('2026-12-31', null), person: fc.constantFrom(null, 'Ida') });
  const rates = [{ from: 'EUR', to: 'USD', rate: 1.0873, on: '2026-01-01' }];
  const conversions = fc.constantFrom(PLAIN, { home: 'USD', rates, on: TO });
  fc.assert(
    fc.property(lives, scopes, conversions, (all, scope, conversion) => {
      const histories = all.map((life, id) => {
        const looks = life.map(([day, fields]) => ({ ...fields, on: addDays('2026-11-08', day) }) as Look);
        return historyOf(
          looks.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
          { id: `d${id}` },
        );
      });
      const found = between(histories, scope, conversion);
      // Start and end by hand, from the deals themselves.
      const sumOn = (day: Day) => {
        const sums = new Map<string, number>();
        for (const { outcome, amount, closeDate, owner } of team(histories, day).deals) {
          if (outcome !== 'open' || !amount || (scope.person && owner !== scope.person)) continue;
          if (scope.until && !(closeDate && closeDate <= scope.until)) continue;
          const { currency, minor } = inHome(amount as Money, conversion);
          sums.set(`${currency}`, (sums.get(`${currency}`) ?? 0) + minor);
        }
        return sums;
      };
      const [start, end] = [sumOn(FROM), sumOn(TO)];
      for (const bridge of found) {
        const moves = bridge.lines.reduce((sum, { minor }) => sum + minor, 0);
        expect(bridge.start + moves).toBe(bridge.end);
        expect(bridge.start).toBe(start.get(`${bridge.currency}`) ?? 0);
        expect(bridge.end).toBe(end.get(`${bridge.currency}`) ?? 0);
        for (const { minor, parts } of bridge.lines)
          expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(minor);
      }
      for (const currency of new Set([...start.keys(), ...end.keys()]))
        expect(found.some((bridge) => `${bridge.currency}` === currency)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

it('names what moved and is back where it was', () => {
  const back = historyOf(
    [
      { ...OPEN, on: '2026-11-18' },
      { ...OPEN, on: '2026-11-22', amount: usd(400), closeDate: '2027-01-15' },
      { ...OPEN, on: '2026-11-26' },
    ],
    { id: 'back' },
  );
  const once = deal('once', {}, { amount: usd(400) });
  expect(thereAndBack([back, once], at(FROM, 18), moment(TO, 18))).toEqual([
    { deal: 'back', field: 'closeDate', values: ['2026-12-10', '2027-01-15', '2026-12-10'] },
    { deal: 'back', field: 'amount', values: [usd(1_000), usd(400), usd(1_000)] },
  ]);
  expect(between([back])[0]?.lines).toEqual([]);
});
