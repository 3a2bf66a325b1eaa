import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { courseOf } from '../../lib/risk/course.ts';
import { learntOf } from '../../lib/risk/learn/apply.ts';
import type { Model } from '../../lib/risk/learn/model.ts';
import { chancesOf, hundredths } from '../../lib/risk/score.ts';
import { moment } from '../history/make-history.ts';
import { model } from './make-model.ts';
import { eur, historyOf, LATE, MID, noon } from './one-deal.ts';

const history = historyOf({
  '2026-09-01': { stage: MID, closeDate: '2026-10-15', amount: eur(40_000) },
  '2026-10-01': { stage: LATE, closeDate: '2026-11-30', amount: eur(40_000) },
  '2026-11-02': { stage: LATE, closeDate: '2027-01-15', amount: eur(30_000) },
});
const settings = { calendar: MONDAY_TO_FRIDAY };
const until = moment(noon('2026-11-10'));

describe('courseOf', () => {
  it('says at each look what was to be said then', () => {
    const course = courseOf(history, settings, until);
    expect(course.map(({ at }) => at)).toEqual([noon('2026-09-01'), noon('2026-10-01'), noon('2026-11-02')]);
    for (const { at, score } of course) {
      expect(score).toEqual(assessDeal(history, { ...settings, moment: moment(at) }).score);
    }
    expect(course[0]?.on).toEqual([]);
    expect(course.at(-1)?.on).toContain('pushed');
  });

  it('looks no further than the moment, and keeps the ends of a long life', () => {
    expect(courseOf(history, settings, moment(noon('2026-10-02')))).toHaveLength(2);
    expect(courseOf(history, settings, until, 2).map(({ at }) => at)).toEqual([noon('2026-09-01'), noon('2026-11-02')]);
  });
});

describe('a score with what was learnt', () => {
  const score = (part: Partial<Model>, shift = 0) =>
    assessDeal(history, { ...settings, moment: moment(noon('2026-11-02') + 1), learnt: learntOf(model(part), shift) })
      .score;
  const measures: Model['measures'] = [{ measure: 'amount', mean: 0, sd: 1, weight: 0.4 }];

  it('adds up to the last digit, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (weight, shift) => {
          const age: Model['measures'] = [{ measure: 'stageClock', mean: 1, sd: 0.7, weight }];
          const found = score({ measures: age, intercept: weight }, shift);
          const sum = [...found.shares, ...found.others].reduce(
            (all, { counted }) => all + hundredths(counted),
            hundredths(found.base),
          );
          expect(sum).toBe(hundredths(found.logOdds));
        },
      ),
    );
  });

  it('is calibrated from fifty own closed deals on, and not at all where learning is off or found nothing', () => {
    expect(score({}).calibrated).toBe(true);
    expect(score({ deals: 49 }).calibrated).toBe(false);
    expect(score({ kind: 'base-rate' })).toMatchObject({ calibrated: false, base: -1.5 });
    expect(learntOf(model(), 0, false)).toBeNull();
  });

  it('leaves out a measure that was not seen: unknown is not bad', () => {
    expect(score({ measures }).others).toEqual([]);
    expect(score({ measures, intercept: -1 }).logOdds).toBeCloseTo(score({ intercept: -1 }).logOdds, 9);
  });

  it('moves the base with the rate, and the bands with it', () => {
    expect(score({}, 0.5).logOdds - score({}, 0).logOdds).toBeCloseTo(0.5, 9);
    expect(score({}, 0.5).band).toBe(score({}, 0).band);
  });

  it('splits what is not won into lost and late', () => {
    const { notWon, lost, late } = chancesOf(score({}));
    expect(lost + late).toBeCloseTo(notWon, 12);
    expect(lost).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
    expect(chancesOf({ logOdds: 0, split: null })).toEqual({ notWon: 0.5, lost: 0.5, late: 0 });
  });
});
