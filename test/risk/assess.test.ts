import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOfNumber, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { INPUTS } from '../../lib/risk/confidence.ts';
import { scoreOf } from '../../lib/risk/score.ts';
import type { Assessment } from '../../lib/risk/types.ts';
import { WEIGHTS } from '../../lib/risk/weights.ts';
import type { Said } from '../deal/make-reading.ts';
import { moment } from '../history/make-history.ts';
import { withPast } from '../history/make-past.ts';
import { assess, eur, historyOf, LATE, type Looks, MID, noon, STAGES } from './one-deal.ts';
import { act } from './signals/signs.ts';

const DAY_MS = 86_400_000;
const at = (history: DealHistory, asOf: number, knownAt = asOf) =>
  assessDeal(history, { moment: moment(asOf, knownAt), calendar: MONDAY_TO_FRIDAY });

const firstDay = 20_600;
const aDay = (min: number, max: number) => fc.integer({ min: firstDay + min, max: firstDay + max }).map(dayOfNumber);
const empty = fc.constant({ missing: 'empty' as const });
const said: fc.Arbitrary<Said> = fc.record(
  {
    stage: fc.constantFrom(...STAGES.slice(0, 6)),
    closeDate: fc.oneof(aDay(-30, 200), empty),
    amount: fc.oneof(
      fc.integer({ min: 1, max: 500 }).map((thousands) => eur(thousands * 1000)),
      empty,
    ),
    nextStep: fc.oneof(fc.constantFrom('Call Ana', 'Board 2026-06-12'), empty),
    nextStepDue: fc.oneof(aDay(-10, 150), empty),
    lastActivity: fc.oneof(aDay(-60, 100), empty),
    createdOn: aDay(-100, 0),
  },
  { requiredKeys: [] },
);
const looks: fc.Arbitrary<Looks> = fc
  .array(fc.tuple(aDay(0, 100), said), { minLength: 1, maxLength: 12 })
  .map((days) => Object.fromEntries(days));
const lastDayOf = (seen: Looks): Day => Object.keys(seen).sort().at(-1) ?? '';

describe('assessDeal', () => {
  it('orders what holds by strength and tells what it rests on', () => {
    const seen = { stage: LATE, closeDate: '2026-10-28', nextStep: { missing: 'empty' }, amount: eur(40_000) } as const;
    const { on, score, confidence, freshness } = assess({ '2026-09-20': seen, '2026-10-08': seen, '2026-11-02': seen });
    expect(on.map((one) => one.signal)).toEqual(['stalled', 'no-next-step', 'close-date-past']);
    expect(on[0]?.evidence[0]).toMatchObject({ field: 'stage', seenAt: noon('2026-11-02') });
    expect(score.band).toBe('closer');
    expect(confidence).toMatchObject({ known: ['amount', 'stage', 'closeDate', 'nextStep'], of: INPUTS.length });
    expect(freshness).toEqual({ level: 'fresh', days: 0 });
  });

  it('gives a stale deal no risk, and says so through freshness and confidence', () => {
    const looks = { '2026-10-01': { stage: LATE, closeDate: '2026-09-01' } };
    const { on, score, freshness, confidence } = assess(looks, { on: '2026-10-16' });
    expect(on).toEqual([]);
    expect(score).toMatchObject({ shares: [], band: 'quiet' });
    expect(freshness).toEqual({ level: 'stale', days: 15 });
    expect(confidence).toMatchObject({ stale: true, known: [], old: ['stage', 'closeDate'] });
  });

  it('knows nothing of a deal before its first sighting', () => {
    const history = historyOf({ '2026-10-01': { stage: LATE, closeDate: '2026-09-01' } });
    const { signals, on, confidence } = at(history, noon('2026-09-30'));
    expect(on).toEqual([]);
    expect(signals.every((one) => one.state === 'unknown')).toBe(true);
    expect(confidence.known).toEqual([]);
  });

  it('takes a stage label that says won for the end of the deal', () => {
    const [, , , , , , won] = STAGES;
    const seen = { '2026-11-02': { stage: won ?? MID, closeDate: '2026-10-01' } };
    expect(assess(seen).on).toEqual([]);
  });

  it('lets fields that were never seen move confidence and not the score', () => {
    fc.assert(
      fc.property(looks, fc.constantFrom(...INPUTS), (seen, input) => {
        const without = Object.fromEntries(
          Object.entries(seen).map(([day, each]) => [
            day,
            { ...each, name: 'Larkfield', [input]: { missing: 'not-on-page' } },
          ]),
        );
        const full = assess(seen);
        const less = assess(without);
        expect(less.confidence.known).not.toContain(input);
        expect(less.confidence.missing).toContain(input);
        const rests = new Set(less.on.map((one) => one.signal));
        // Nothing that holds without the field may rest on it; what rested on it gives its points back.
        for (const one of less.on) expect(one.evidence.some((each) => each.field === input)).toBe(false);
        const lost = full.on.filter((one) => !rests.has(one.signal));
        for (const one of lost) expect(less.signals.find((each) => each.signal === one.signal)?.state).not.toBe('on');
        if (less.on.length + less.good.length === 0) expect(less.score.logOdds).toBe(less.score.base);
      }),
    );
  });

  it('does not depend on the order in which rows are handed over', () => {
    fc.assert(
      fc.property(looks, fc.integer(), (seen, seed) => {
        const history = historyOf(seen);
        const shuffled = {
          ...history,
          changes: [...history.changes].sort((a, b) => ((a.seq * 7919 + seed) % 13) - ((b.seq * 7919 + seed) % 13)),
          sightings: [...history.sightings].reverse(),
        };
        const asOf = noon(lastDayOf(seen)) + 1;
        expect(at(shuffled, asOf)).toEqual(at(history, asOf));
      }),
    );
  });

  it('never looks ahead, neither at what became true later nor at what was learnt later', () => {
    fc.assert(
      fc.property(looks, fc.integer({ min: 0, max: 100 }), (seen, days) => {
        const cut = noon(dayOfNumber(firstDay + days)) + 1;
        const history = historyOf(seen);
        const before = { ...history, ...upTo(history, cut) };
        expect(at(history, cut)).toEqual(at(before, cut));
        expect(at(history, cut + 5 * DAY_MS, cut)).toEqual(at(before, cut + 5 * DAY_MS, cut));
      }),
    );
  });

  it('lets no clock run past the last sighting', () => {
    fc.assert(
      fc.property(looks, fc.integer({ min: 1, max: 100 }), (seen, days) => {
        const history = historyOf(seen);
        const last = noon(lastDayOf(seen)) + 1;
        const now = new Map(at(history, last).on.map((one) => [one.signal, one]));
        for (const later of at(history, last + days * DAY_MS).on) {
          const then = now.get(later.signal);
          // A cut that fades may leave a smaller one standing; nothing else changes, and nothing comes on.
          expect(later.observed).toBeLessThanOrEqual(then?.observed ?? Number.NEGATIVE_INFINITY);
          expect(later.asOfDay).toBe(then?.asOfDay);
          expect(later.points).toBeLessThanOrEqual(then?.points ?? 0);
        }
      }),
    );
  });

  it('keeps every figure finite and every share exact, whatever was seen', () => {
    fc.assert(
      fc.property(looks, (seen) => {
        const { on, score } = assess(seen);
        for (const one of on) {
          expect([one.observed, one.limit, one.points].every(Number.isFinite)).toBe(true);
          expect(one.severity).toBeGreaterThanOrEqual(0);
          expect(one.severity).toBeLessThanOrEqual(1.5);
          expect(one.points > 0 || WEIGHTS[one.signal].shown).toBe(true);
        }
        const sum = score.shares.reduce((total, share) => total + Math.round(share.counted * 100), score.base * 100);
        expect(sum).toBe(Math.round(score.logOdds * 100));
        expect(JSON.parse(JSON.stringify(on))).toEqual(on);
      }),
    );
  });
});

/** Acts of both sides, as a timeline shows them. */
const acts = fc.array(fc.tuple(aDay(0, 100), fc.constantFrom('buyer' as const, 'seller' as const)), { maxLength: 8 });
const timeline = (of: readonly (readonly [Day, 'buyer' | 'seller'])[]) => of.map(([day, side]) => act(day, side));

describe('assessDeal, with a timeline', () => {
  it('lets a feed that was never seen move confidence, and neither risk nor good news', () => {
    fc.assert(
      fc.property(looks, acts, (seen, told) => {
        const last = noon(lastDayOf(seen));
        const history = historyOf(seen);
        const full = at(withPast(history, { at: last, entries: timeline(told), parts: ['feed'] }), last + 1);
        const less = at(history, last + 1);
        expect(full.confidence.parts.known).toEqual(['feed']);
        expect(less.confidence.parts.missing).toContain('feed');
        for (const { signal } of [...less.on, ...less.good]) expect(FED).not.toContain(signal);
        for (const { signal, state } of less.signals) if (FED.includes(signal)) expect(state).not.toBe('on');
      }),
    );
  });

  it('never looks ahead in it, and lets no good news grow without a look', () => {
    fc.assert(
      fc.property(looks, acts, fc.integer({ min: 1, max: 60 }), (seen, told, days) => {
        const last = noon(lastDayOf(seen));
        const entries = timeline(told);
        const history = withPast(historyOf(seen), { at: last, entries, parts: ['feed'] });
        const before = entries.filter((entry) => entry.kind === 'event' && entry.day <= lastDayOf(seen));
        const known = withPast(historyOf(seen), { at: last, entries: before, parts: ['feed'] });
        const judged = ({ on, good, score }: Assessment) => [on, good, score].map((part) => JSON.stringify(part));
        expect(judged(at(history, last + 1))).toEqual(judged(at(known, last + 1)));
        const now = new Map(at(known, last + 1).good.map((one) => [one.signal, one.points]));
        for (const one of at(known, last + days * DAY_MS).good) {
          expect(one.points).toBeGreaterThanOrEqual(now.get(one.signal) ?? 0);
        }
      }),
    );
  });

  it('never falls in score when one signal rises', () => {
    fc.assert(
      fc.property(looks, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seen, which, more) => {
        const { on, good, score } = assess(seen);
        const raised = on[which % Math.max(1, on.length)];
        if (!raised) return;
        const held = [...on, ...good].map((one) =>
          one === raised ? { ...one, points: Math.round((one.points + more) * 100) / 100 } : one,
        );
        expect(scoreOf(held).logOdds).toBeGreaterThanOrEqual(score.logOdds);
      }),
    );
  });
});

/** What cannot be said without a timeline. */
const FED: readonly string[] = ['buyer-silent', 'seller-alone', 'buyer-acted', 'offer-revised'];

function upTo({ changes, sightings }: DealHistory, cut: number) {
  return {
    changes: changes.filter((row) => row.seenAt <= cut && row.recordedAt <= cut),
    sightings: sightings.filter((row) => row.at <= cut && row.recordedAt <= cut),
  };
}
