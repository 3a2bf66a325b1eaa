import type { CheckFound, CheckState, EndedDeal } from '../../components/check-state.ts';
import type { Example } from '../../lib/risk/learn/examples.ts';
import { DEFAULT_SIGNAL_WEIGHTS } from '../../lib/risk/learn/model.ts';
import { selfCheck } from '../../lib/risk/self-check.ts';
import { BAND_FROM } from '../../lib/risk/weights.ts';
import { model } from '../risk/make-model.ts';

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 8, 1);

/** Two looks at each deal; the odd ones are lost, and the stage clock is on late in most of those. */
function examples(deals: number): Example[] {
  return Array.from({ length: deals }, (_, at) => {
    const notWon = at % 2 === 1 ? (1 as const) : (0 as const);
    const levels = notWon ? (at % 8 === 1 ? {} : { stalled: 1 }) : at % 8 === 0 ? { stalled: 1 } : {};
    const of = { deal: `deal ${at}`, measures: {}, traits: [], dated: true, notWon, lost: notWon };
    const ended = { outcome: notWon ? ('lost' as const) : ('won' as const), at: END + at * DAY_MS };
    return [
      { ...of, ended, levels: {}, at: ended.at - 40 * DAY_MS },
      { ...of, ended, levels, at: ended.at - 5 * DAY_MS },
    ];
  }).flat();
}

/** `isCalibrated`: the score says percentages. */
export function found(deals: number, isCalibrated = false): CheckFound {
  const seen = examples(deals);
  const ended: EndedDeal[] = Array.from({ length: deals }, (_, at) => ({
    ...{ id: `deal ${at}`, name: `Harlow Mills, line ${at}`, account: 'Harlow Mills' },
    ...{ outcome: at % 2 === 1 ? ('lost' as const) : ('won' as const), endedAt: END + at * DAY_MS },
  })).reverse();
  const logOdds = ({ levels }: Example) => (levels.stalled ? 0.5 : -1.5);
  return {
    ...{ deals: deals + 65, ended, onlyEnded: 0, bandFrom: BAND_FROM },
    check: selfCheck(seen, logOdds, isCalibrated),
  };
}

const start: CheckState = {
  ...{ on: true, kept: null, former: null, found: null, running: null },
  ...{ stopped: null, problem: null, outcome: null, course: null },
};

const learnt = model({
  ...{ deals: 80, madeAt: END },
  signals: { ...DEFAULT_SIGNAL_WEIGHTS, stalled: 2.6, 'amount-cut': 0, 'vague-step': 0.4, 'buyer-acted': -0.7 },
  measures: [{ measure: 'age', mean: 3, sd: 1, weight: 0.31 }],
  traits: [{ trait: 'pipeline: Renewals', weight: -0.52 }],
});

export const checks = {
  starting: { ...start, running: { what: 'check', step: 'reading', share: null } },
  empty: { ...start, found: { ...found(0), deals: 0 } },
  none: { ...start, found: found(0) },
  onlyEnded: { ...start, found: { ...found(0), onlyEnded: 12 } },
  one: { ...start, found: found(1) },
  few: { ...start, found: found(31) },
  enough: { ...start, found: found(80) },
  learnt: { ...start, kept: learnt, found: found(80, true), outcome: 'learned' },
  relearnt: { ...start, kept: learnt, former: model({ madeAt: 1 }), found: found(92, true) },
  notBetter: {
    ...start,
    kept: model({
      kind: 'defaults',
      signals: { ...DEFAULT_SIGNAL_WEIGHTS, stalled: 1.6 },
      trial: { deals: 20, from: 0, to: 1, baseRate: 0.69, defaults: 0.65, learned: 0.66 },
    }),
    found: found(80, true),
    outcome: 'defaults',
  },
  sameOfAll: {
    ...start,
    kept: model({
      kind: 'base-rate',
      trial: { deals: 20, from: 0, to: 1, baseRate: 0.6, defaults: 0.65, learned: 0.66 },
    }),
    found: found(80),
    outcome: 'base-rate',
  },
  notTried: { ...start, found: found(44), outcome: 'too-few' },
  off: { ...start, on: false, kept: learnt, found: found(80) },
  offUnlearnt: { ...start, on: false, found: found(80) },
  running: { ...start, found: found(80), running: { what: 'learn', step: 'looking', share: 0.4 } },
  failed: { ...start, problem: 'Your deals could not be read through. Nothing was changed. Reload this page.' },
  stopped: { ...start, found: found(80), stopped: 'learn' },
  stoppedAtOnce: { ...start, stopped: 'check' },
} satisfies Record<string, CheckState>;
