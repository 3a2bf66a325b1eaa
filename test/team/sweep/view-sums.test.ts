import { describe, expect, it } from 'vitest';
import { money } from '../../../lib/deal/money.ts';
import type { ColumnSum } from '../../../lib/deal/reading.ts';
import { DEFAULT_SETTINGS, type PinnedView } from '../../../lib/settings/settings.ts';
import { viewSums } from '../../../lib/team/sweep/view-sums.ts';
import { visitsOf } from '../../../lib/team/sweep/visits.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, moment, stage, usd } from '../../coaching/make-history.ts';

const LIST: PinnedView = {
  ...{ url: 'https://acme.example/open', crm: 'odoo', tenant: 'acme', page: 'list' },
  ...{ name: 'Open pipeline', kind: 'open', person: null },
};
const BOARD: PinnedView = { ...LIST, page: 'board' };

const sum = (amount: number, part: Partial<ColumnSum> = {}): ColumnSum => ({
  ...{ stage: null, count: null, amount: { ok: true, value: usd(amount), raw: `${amount}`, rule: 'foot' } },
  ...part,
});
const deal = (id: string, amount: number, label = 'Legal') =>
  historyOf([{ on: '2026-11-24', name: id, owner: 'Ida', stage: stage(label), amount: usd(amount), page: 'list' }], {
    id,
  });

function check(view: PinnedView, sums: ColumnSum[] | undefined, histories = [deal('a', 1_000), deal('b', 2_000)]) {
  const team = teamAt(histories, moment('2026-11-27'), DEFAULT_SETTINGS);
  const deals = histories.map((one) => one.deal.id);
  const rows = { loaded: deals.length, total: deals.length, sums };
  const [visit] = visitsOf([{ at: at('2026-11-24'), deals, rows }], () => false);
  if (!visit) throw new Error('no visit');
  return viewSums(team, view, visit);
}

describe('a page’s own totals', () => {
  it('are what is on record of a list’s rows, or are not', () => {
    expect(check(LIST, [sum(3_000)])).toMatchObject({ apart: [], isPartial: false });
    expect(check(LIST, [sum(4_000)])?.apart).toMatchObject([{ said: usd(4_000), ours: usd(3_000), cards: 2 }]);
    expect(check(LIST, undefined)).toBeNull();
  });

  it('are held against the amounts of that look, not of what was seen later', () => {
    const later = historyOf(
      [
        { on: '2026-11-24', name: 'a', owner: 'Ida', stage: stage('Legal'), amount: usd(1_000), page: 'list' },
        { on: '2026-11-26', amount: usd(9_000) },
      ],
      { id: 'a' },
    );
    expect(check(LIST, [sum(3_000)], [later, deal('b', 2_000)])?.apart).toEqual([]);
  });

  it('are compared column by column, by the board’s own numbers of its stages', () => {
    const column = (label: string, order: number, amount: number) =>
      sum(amount, { stage: { id: null, label, order }, count: 1 });
    const histories = [deal('a', 1_000, 'Legal'), deal('b', 2_000, 'Proposal')];
    const agree = [column('Proposal', 7, 2_000), column('Legal', 8, 1_000)];
    expect(check(BOARD, agree, histories)).toMatchObject({ apart: [], isPartial: false });
    const apart = check(BOARD, [column('Proposal', 7, 2_000), column('Legal', 8, 5_000)], histories)?.apart;
    expect(apart).toMatchObject([{ label: 'Legal', said: usd(5_000), ours: usd(1_000) }]);
  });

  it('are not compared where a deal has another currency, or rows are not on record', () => {
    const euros = historyOf(
      [{ on: '2026-11-24', name: 'e', owner: 'Ida', stage: stage('Legal'), amount: money(1, 'EUR'), page: 'list' }],
      { id: 'e' },
    );
    expect(check(LIST, [sum(9_000)], [deal('a', 1_000), euros])?.apart).toEqual([]);
  });
});
