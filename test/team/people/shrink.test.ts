import { describe, expect, it } from 'vitest';
import { shrinkMeans } from '../../../lib/team/people/shrink-means.ts';
import { shrinkShares } from '../../../lib/team/people/shrink-shares.ts';
import { randomOf } from '../../sim/team/random.ts';

describe('shares', () => {
  it('leaves a person with few deals near the team, and lets many speak for themselves', () => {
    const { team, people } = shrinkShares([
      { hits: 3, of: 3 },
      { hits: 190, of: 200 },
      { hits: 30, of: 100 },
      { hits: 32, of: 100 },
      { hits: 0, of: 0 },
    ]);
    const [few, many, ...rest] = people;
    expect(team.estimate).toBeGreaterThan(0.3);
    expect(few?.low).toBeLessThan(0.7);
    expect(many?.low).toBeGreaterThan(0.9);
    expect(rest[0]?.high).toBeLessThan(0.42);
    expect((rest[2]?.high ?? 0) - (rest[2]?.low ?? 0)).toBeGreaterThan(0.5);
  });

  it('covers the truth at its level: 150 teams whose shares are known', () => {
    const random = randomOf(11, 1, 1);
    let covered = 0;
    let persons = 0;
    for (let team = 0; team < 150; team++) {
      const mean = random.between(0.1, 0.9);
      const apart = random.pick([0, 0.05, 0.12, 0.2]);
      const truths = Array.from({ length: 8 }, () => Math.min(0.98, Math.max(0.02, mean + apart * random.bell())));
      const seen = truths.map((truth) => {
        const of = random.whole(0, 30);
        return { hits: Array.from({ length: of }, () => random.chance(truth)).filter(Boolean).length, of };
      });
      shrinkShares(seen).people.forEach(({ low, high }, who) => {
        persons++;
        if (low <= (truths[who] ?? 0) && (truths[who] ?? 0) <= high) covered++;
      });
    }
    console.log(`shares: ${((100 * covered) / persons).toFixed(1)} % of ${persons} truths within the 90 % interval`);
    expect(covered / persons).toBeGreaterThan(0.88);
    expect(covered / persons).toBeLessThan(0.97);
  });
});

describe('means', () => {
  it('says nothing of a handful', () => expect(shrinkMeans([[1, 2], [3]])).toBeNull());

  it('covers the truth at its level: 400 teams whose means are known', () => {
    const random = randomOf(12, 1, 1);
    let covered = 0;
    let persons = 0;
    for (let team = 0; team < 400; team++) {
      const apart = random.pick([0, 0.1, 0.3, 0.8]);
      const truths = Array.from({ length: 8 }, () => 4 + apart * random.bell());
      const seen = truths.map((truth) =>
        Array.from({ length: random.whole(0, 14) }, () => truth + 0.6 * random.bell()),
      );
      shrinkMeans(seen)?.people.forEach(({ low, high }, who) => {
        persons++;
        if (low <= (truths[who] ?? 0) && (truths[who] ?? 0) <= high) covered++;
      });
    }
    console.log(`means: ${((100 * covered) / persons).toFixed(1)} % of ${persons} truths within the 90 % interval`);
    expect(covered / persons).toBeGreaterThan(0.86);
    expect(covered / persons).toBeLessThan(0.97);
  });
});
