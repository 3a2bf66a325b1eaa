import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import { stageKey, teamContext } from '../../lib/risk/team-context.ts';
import { EVER } from '../history/make-history.ts';
import { eur, historyOf, type Looks, stage } from './one-deal.ts';

const deal = (amount: number, outcome: Outcome, currency = 'EUR') =>
  historyOf({ '2026-11-02': { amount: money(amount, currency), outcome, stage: stage('Legal') } });

describe('teamContext', () => {
  it('knows the usual amount of won and of open deals, by currency', () => {
    const deals = [deal(10_000, 'won'), deal(20_000, 'won'), deal(90_000, 'won'), deal(5_000, 'won', 'USD')];
    const { won, open } = teamContext([...deals, deal(1_000, 'open'), deal(3_000, 'open'), deal(7, 'lost')], EVER);
    expect([...won]).toEqual([
      ['EUR', { median: 2_000_000, count: 3 }],
      ['USD', { median: 500_000, count: 1 }],
    ]);
    expect([...open]).toEqual([['EUR', { median: 200_000, count: 2 }]]);
  });

  it('knows how long deals stay in a stage, where entry and exit were both seen', () => {
    const looks: Looks = {
      '2026-09-01': { stage: stage('Lead') },
      '2026-09-08': { stage: stage('Demo') },
      '2026-09-28': { stage: stage('Proposal') },
    };
    const history = historyOf(looks);
    const { stays } = teamContext([history, history], EVER);
    const key = stageKey({ record: history.deal, fields: {} }, stage('Demo'));
    expect([...stays]).toEqual([[key, { median: 20, count: 2 }]]);
  });

  it('looks at nothing later than its moment', () => {
    const history = historyOf({
      '2026-10-01': { amount: eur(10_000), outcome: 'open' },
      '2026-11-02': { amount: eur(10_000), outcome: 'won' },
    });
    const asOf = Date.parse('2026-10-15');
    expect(teamContext([history], { ...EVER, asOf }).won.size).toBe(0);
    expect(teamContext([history], { ...EVER, knownAt: asOf }).won.size).toBe(0);
    expect(teamContext([history], EVER).won.size).toBe(1);
  });
});
