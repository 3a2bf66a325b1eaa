import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMIT_NOTES, WEIGHT_NOTES } from '../../lib/risk/notes.ts';
import { hundredths, scoreOf } from '../../lib/risk/score.ts';
import { SEES } from '../../lib/risk/sees.ts';
import { SIGNALS } from '../../lib/risk/signals.ts';
import { RISK_NAMES, SIGNAL_NAMES, type SignalName } from '../../lib/risk/types.ts';
import { BASE, pointsAt, WEIGHTS } from '../../lib/risk/weights.ts';

const on = (signal: SignalName, severity: number) => ({
  signal,
  family: SIGNALS[signal].family,
  points: pointsAt(signal, severity),
});

/** Risks that count for something by default. */
const COUNTED = RISK_NAMES.filter((name) => WEIGHTS[name].full > 0);

const severity = fc.double({ min: 0, max: 1.5, noNaN: true });
const anyOn = fc
  .uniqueArray(fc.record({ signal: fc.constantFrom(...SIGNAL_NAMES), severity }), { selector: (one) => one.signal })
  .map((list) => list.map((one) => on(one.signal, one.severity)));

describe('scoreOf', () => {
  it('stands at the base with no signal, and is quiet', () => {
    expect(scoreOf([])).toMatchObject({
      logOdds: BASE,
      base: BASE,
      shares: [],
      others: [],
      band: 'quiet',
      calibrated: false,
    });
  });

  it('counts the strongest of a family in full and the others a quarter', () => {
    const score = scoreOf([on('close-date-past', 0), on('pushed', 1), on('stalled', 0)]);
    expect(score.shares).toEqual([
      { signal: 'pushed', points: 1.2, counted: 1.2, why: 'strongest-of-family' },
      { signal: 'stalled', points: 1, counted: 1, why: 'strongest-of-family' },
      { signal: 'close-date-past', points: 0.5, counted: 0.13, why: 'quarter' },
    ]);
    expect(score.logOdds).toBe(0.83);
  });

  it('leaves one signal at its limit quiet, and says closer of three families together', () => {
    for (const name of SIGNAL_NAMES) expect(scoreOf([on(name, 0)]).band).toBe('quiet');
    expect(scoreOf([on('stalled', 0.5)]).band).toBe('look');
    expect(scoreOf([on('stalled', 1)]).band).toBe('closer');
    expect(scoreOf([on('pushed', 1)]).band).toBe('look');
    expect(scoreOf([on('stalled', 1), on('pushed', 0.5), on('no-next-step', 0)]).band).toBe('closer');
  });

  it('adds its shares up to the score to the last digit, as shown as well', () => {
    fc.assert(
      fc.property(anyOn, (signals) => {
        const { base, shares, logOdds } = scoreOf(signals);
        const sum = shares.reduce((total, share) => total + hundredths(share.counted), hundredths(base));
        expect(sum).toBe(hundredths(logOdds));
        for (const figure of [base, logOdds, ...shares.map((share) => share.counted)]) {
          expect(Number(figure.toFixed(2))).toBe(figure);
        }
      }),
    );
  });

  it('never falls when one signal rises or joins', () => {
    fc.assert(
      fc.property(anyOn, fc.constantFrom(...COUNTED), severity, severity, (signals, name, a, b) => {
        const others = signals.filter((one) => one.signal !== name);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((at) => scoreOf([...others, on(name, at)]).logOdds);
        expect(scoreOf(others).logOdds).toBeLessThan(low ?? 0);
        expect(low).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });

  it('does not depend on the order of the signals', () => {
    fc.assert(
      fc.property(anyOn, (signals) => {
        expect(scoreOf([...signals].reverse())).toEqual(scoreOf(signals));
      }),
    );
  });
});

describe('pointsAt', () => {
  it('gives half the weight at the limit, all at the high mark, five quarters at most', () => {
    expect([0, 1, 1.5].map((at) => pointsAt('stalled', at))).toEqual([1, 2, 2.5]);
  });

  it('lets the stage clock say most and silence of any kind least', () => {
    const full = RISK_NAMES.map((name) => WEIGHTS[name].full);
    expect(WEIGHTS.stalled.full).toBe(Math.max(...full));
    expect(WEIGHTS['no-activity'].full).toBeLessThanOrEqual(WEIGHTS['buyer-silent'].full / 2);
  });

  it('names a source for every weight and limit', () => {
    for (const name of SIGNAL_NAMES) {
      expect(WEIGHT_NOTES[name].length).toBeGreaterThan(10);
      expect(LIMIT_NOTES[name].length).toBeGreaterThan(10);
      expect(SIGNALS[name].name).toBe(name);
      expect(SEES[name]).toMatch(/^[A-Z].*\.$/);
    }
  });
});
