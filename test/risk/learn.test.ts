import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { learntOf } from '../../lib/risk/learn/apply.ts';
import { baseShift, type Outcome } from '../../lib/risk/learn/base-rate.ts';
import { othersLearnt, weightsMoved } from '../../lib/risk/learn/before-after.ts';
import type { Example } from '../../lib/risk/learn/examples.ts';
import { fitLogistic, logLoss, probability } from '../../lib/risk/learn/fit.ts';
import { learn } from '../../lib/risk/learn/learn.ts';
import { DEFAULT_SIGNAL_WEIGHTS, logOddsOf } from '../../lib/risk/learn/model.ts';
import { modelSchema } from '../../lib/risk/learn/model-schema.ts';
import { RISK_NAMES, SIGNAL_NAMES, type SignalName } from '../../lib/risk/types.ts';
import { randomOf } from '../sim/team/random.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 8, 14);

/** Closed deals of a house where one signal decides, and another that says much by default says nothing. */
function examples(count: number, decides: SignalName | null = 'no-next-step', key = 'house'): Example[] {
  return Array.from({ length: count }, (_, at) => {
    const random = randomOf(key, at);
    const levels: Example['levels'] = {};
    if (random.chance(0.4)) levels.stalled = 1;
    if (random.chance(0.4)) levels['no-next-step'] = 1;
    const odds = decides && levels[decides] ? 0.9 : 0.3;
    const lost = random.chance(odds) ? 1 : 0;
    const ended = { outcome: lost ? ('lost' as const) : ('won' as const), at: NOW - (count - at) * DAY_MS };
    const measures = { age: random.bell(), amount: random.bell() };
    const deal = `deal ${at}`;
    return { deal, at: ended.at - 20 * DAY_MS, levels, measures, traits: [], dated: false, ended, lost, notWon: lost };
  });
}

describe('fitLogistic', () => {
  const free = { mean: 0, sd: 100, least: Number.NEGATIVE_INFINITY };

  it('finds the log-odds of a two-by-two table', () => {
    const row = (x: number, y: 0 | 1, weight: number) => ({ at: [0], x: [x], y, weight });
    const fit = fitLogistic([row(0, 0, 60), row(0, 1, 40), row(1, 0, 20), row(1, 1, 80)], [free], free);
    expect(fit.intercept).toBeCloseTo(Math.log(40 / 60), 2);
    expect(fit.weights[0]).toBeCloseTo(Math.log(4) - Math.log(40 / 60), 2);
  });

  it('keeps to its bounds and to its priors where there is nothing to learn from', () => {
    const fit = fitLogistic([], [{ mean: 1.6, sd: 0.5, least: 0 }], free);
    expect(fit.weights).toEqual([1.6]);
    const bad = Array.from({ length: 200 }, (_, at) => ({
      at: [0],
      x: [at % 2],
      y: (at % 2 ? 0 : 1) as 0 | 1,
      weight: 1,
    }));
    expect(fitLogistic(bad, [{ mean: 1, sd: 0.5, least: 0 }], free).weights[0]).toBe(0);
  });
});

describe('learn', () => {
  it('moves little on ten deals and is decided by five hundred', () => {
    const ten = learn(examples(10), NOW);
    expect(ten).toMatchObject({ kind: 'defaults', trial: null, deals: 10 });
    const many = learn(examples(500), NOW);
    expect(many.kind).toBe('learned');
    const moved = weightsMoved(many, null);
    const learntFor = (name: SignalName) => moved.find(({ signal }) => signal === name)?.after ?? 0;
    expect(learntFor('no-next-step')).toBeGreaterThan(1.5);
    expect(learntFor('stalled')).toBeLessThan(1);
    const scale = ten.signals.stalled / DEFAULT_SIGNAL_WEIGHTS.stalled;
    for (const name of SIGNAL_NAMES) expect(ten.signals[name]).toBeCloseTo(DEFAULT_SIGNAL_WEIGHTS[name] * scale, 9);
    expect(Math.abs(scale - 1)).toBeLessThan(0.3);
  });

  it('keeps what was learnt only where it is better on the newest deals', () => {
    const { kind, trial } = learn(examples(500), NOW);
    expect(kind).toBe('learned');
    expect(trial?.learned).toBeLessThan(Math.min(trial?.defaults ?? 0, trial?.baseRate ?? 0));
    const nothing = learn(examples(600, null, 'nothing'), NOW);
    expect(nothing.trial?.baseRate ?? 1).toBeLessThanOrEqual((nothing.trial?.learned ?? 0) + 0.01);
    expect(learntOf(learn(examples(600, null, 'nothing'), NOW), 0, false)).toBeNull();
  });

  it('never turns a risk into good news, nor good news into a risk', () => {
    const upside = examples(400).map(
      (one): Example => ({ ...one, notWon: one.notWon ? 0 : 1, lost: one.lost ? 0 : 1 }),
    );
    const model = learn(upside, NOW);
    for (const name of RISK_NAMES) expect(model.signals[name]).toBeGreaterThanOrEqual(0);
    expect(model.signals['buyer-acted']).toBeLessThanOrEqual(0);
  });

  it('is the same for the same deals, in whichever order they come with equal ends', () => {
    const seen = examples(120);
    expect(learn(seen, NOW)).toEqual(learn(seen, NOW));
  });

  it('rates no more of the looks worth a look than a fifth', () => {
    const seen = examples(500);
    const model = learn(seen, NOW);
    const marked = seen.filter((one) => logOddsOf(one, model) > model.bandFrom.look).length;
    expect(marked / seen.length).toBeLessThanOrEqual(0.2);
  });

  it('knows no person: neither owner nor any name is among what it learns', () => {
    const names = othersLearnt(learn(examples(300), NOW)).map(({ name }) => name);
    expect(names.filter((name) => /owner|rep|seller|person/i.test(name))).toEqual([]);
  });
});

describe('a stored model', () => {
  it('comes back as it went, and is learnt anew where it is of another version or out of bounds', () => {
    const model = learn(examples(200), NOW);
    expect(v.parse(modelSchema, JSON.parse(JSON.stringify(model)))).toEqual(model);
    for (const bad of [null, {}, { ...model, version: 2 }, { ...model, intercept: 1e9 }, { ...model, more: 1 }]) {
      expect(v.is(modelSchema, bad)).toBe(false);
    }
    const { stalled: _, ...others } = model.signals;
    expect(v.is(modelSchema, { ...model, signals: others })).toBe(false);
  });
});

describe('baseShift', () => {
  const outcomes = (share: number): Outcome[] =>
    Array.from({ length: 200 }, (_, at) => {
      const when = NOW - (200 - at) * DAY_MS;
      return { at: when - 10 * DAY_MS, endedAt: when, logOdds: 0, notWon: at % 10 < share * 10 ? 1 : 0 };
    });

  it('follows a rate that moved, and stays where nothing did', () => {
    expect(Math.abs(baseShift(outcomes(0.5), NOW))).toBeLessThan(0.1);
    expect(probability(baseShift(outcomes(0.8), NOW))).toBeGreaterThan(0.65);
    expect(baseShift([], NOW)).toBe(0);
  });

  it('never looks ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
        const at = NOW - days * DAY_MS;
        const all = outcomes(0.8);
        expect(baseShift(all, at)).toBe(
          baseShift(
            all.filter(({ endedAt }) => endedAt < at),
            at,
          ),
        );
      }),
    );
  });
});

describe('logLoss', () => {
  it('is that of the probability, and stays finite', () => {
    expect(logLoss(0, 1)).toBeCloseTo(Math.log(2), 9);
    expect(logLoss(2, 0)).toBeCloseTo(-Math.log(1 - probability(2)), 9);
    expect(logLoss(1e9, 0)).toBeLessThan(31);
  });
});
