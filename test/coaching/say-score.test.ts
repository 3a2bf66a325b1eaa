import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { learntOf } from '../../lib/risk/learn/apply.ts';
import type { Model } from '../../lib/risk/learn/model.ts';
import { hundredths } from '../../lib/risk/score.ts';
import { model } from '../risk/make-model.ts';
import { CALM, cardOf, historyOf, moment, textsIn } from './make-history.ts';

const NOW = moment('2026-11-06');
const healthy = () =>
  historyOf([
    { ...CALM, on: '2026-11-04' },
    { ...CALM, on: '2026-11-06' },
  ]);
const putOff = () =>
  historyOf([
    { ...CALM, on: '2026-11-02', closeDate: '2026-12-10' },
    { ...CALM, on: '2026-11-04', closeDate: '2027-01-29' },
    { ...CALM, on: '2026-11-06', closeDate: '2027-03-12' },
  ]);

/** The card of a deal whose date was put off, under what was learnt. */
function cardWith(learnt: Partial<Model> | null, history = putOff()) {
  const settings = { moment: NOW, calendar: MONDAY_TO_FRIDAY, learnt: learntOf(learnt && model(learnt), 0) };
  return cardOf(history, 'manager', NOW, { assessment: assessDeal(history, settings) });
}

describe('the score on a card', () => {
  it('is words alone until fifty own closed deals have calibrated it', () => {
    for (const learnt of [
      null,
      { deals: 49 },
      { deals: 400, trial: null },
      { deals: 400, kind: 'base-rate' as const },
    ]) {
      const card = cardWith(learnt);
      expect(card.score.chances).toBeNull();
      expect(card.score.text).toContain('not calibrated on your own deals yet');
      for (const [, text] of textsIn(card)) expect(text).not.toMatch(/\d\s?%|\bof ten\b/i);
    }
  });

  it('says tenths that add up once it is calibrated', () => {
    for (let intercept = -4; intercept <= 4; intercept += 0.5) {
      const { chances } = cardWith({ intercept }).score;
      const [all, lost, later] = [...(chances ?? '').matchAll(/\d+/g)].map(Number);
      expect(chances).toMatch(/^Of ten deals that looked like this about \d+ w/);
      expect(all === 0 || all === (lost ?? 0) + (later ?? 0)).toBe(true);
    }
    expect(cardWith({ intercept: 0 }).score.text).not.toContain('not calibrated');
  });

  it('tells lost from late in words, with a sum whose addends are shown', () => {
    const { split } = cardWith(null).score;
    // A date that is put off speaks of another date.
    expect(split?.text).toBe('sooner late than lost');
    const sum = split?.addends.reduce((total, { counted }) => total + hundredths(counted), hundredths(split.base));
    expect(sum).toBe(hundredths(split?.logOdds ?? 0));
    expect(cardWith(null, healthy()).score.split).toBeNull();
  });
});
