import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { checkLearning } from '../../lib/risk/check-learning.ts';
import type { Example } from '../../lib/risk/learn/examples.ts';
import { learnFrom, shiftBy } from '../../lib/risk/learn/learn-from.ts';
import { randomOf } from '../sim/team/random.ts';
import { model } from './make-model.ts';
import { EARLY, historyOf, LATE, noon, stage } from './one-deal.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 8, 14);

/** The sort of deal decides most ends; in the last fifth, if it is `turned`, the other way round. */
const examples = (count: number, turned = false): Example[] =>
  Array.from({ length: count }, (_, at) => {
    const random = randomOf('check', at);
    const isNew = random.chance(0.5);
    const lost = random.chance(0.8) === (turned && at >= count * 0.8 ? !isNew : isNew) ? 1 : 0;
    const ended = { outcome: lost ? ('lost' as const) : ('won' as const), at: NOW - (count - at) * DAY_MS };
    const known = { levels: {}, measures: {}, dated: false, ended, lost, notWon: lost } as const;
    return { deal: `deal ${at}`, at: ended.at - 20 * DAY_MS, ...known, traits: [isNew ? 'kind: new' : 'kind: old'] };
  });

describe('checkLearning', () => {
  it('judges each deal by what had been learnt before its end, never by what it taught itself', () => {
    const said = (seen: Example[]) => {
      const { deals, reliability } = checkLearning(seen, model(), NOW);
      return { deals, said: reliability.map((one) => [one.said, one.came.of]) };
    };
    const before = said(examples(300));
    expect(before.deals).toBe(240);
    // It had learnt something: it does not say the same of all.
    expect(before.said.length).toBeGreaterThan(1);
    // How the last fifth ended changes nothing of what was said of it, or of any before.
    expect(said(examples(300, true))).toEqual(before);
  });

  it('judges all deals by the weights as shipped where nothing was learnt, and says no chance of them', () => {
    for (const none of [null, model({ kind: 'base-rate' })]) {
      expect(checkLearning(examples(60), none, NOW)).toMatchObject({ deals: 60, reliability: [] });
    }
  });

  it('has nothing to say of no deals', () => {
    expect(checkLearning([], model(), NOW)).toMatchObject({ deals: 0, enough: false });
  });
});

describe('learnFrom', () => {
  const closed = historyOf({
    '2026-09-01': { stage: EARLY },
    '2026-09-20': { stage: LATE },
    '2026-10-01': { stage: stage('Lost') },
  });
  const settings = { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' };

  it('learns from what had ended by then, as it looked while open', () => {
    const { model: learnt, shift, examples: from } = learnFrom([closed], noon('2026-11-01'), settings);
    expect(from.map(({ at, lost }) => [at, lost])).toEqual([
      [noon('2026-09-01'), 1],
      [noon('2026-09-20'), 1],
    ]);
    expect(learnt).toMatchObject({ deals: 1, kind: 'defaults', madeAt: noon('2026-11-01') });
    expect(shift).toBe(0);
    expect(learnFrom([closed], noon('2026-09-30'), settings).examples).toEqual([]);
  });

  it('follows the base rate only where the model does', () => {
    const lost = examples(120).map((one) => ({ ...one, levels: {}, lost: 1 as const, notWon: 1 as const }));
    expect(shiftBy(model(), lost, NOW)).toBeGreaterThan(0.5);
    expect(shiftBy(model({ follows: false }), lost, NOW)).toBe(0);
  });
});
