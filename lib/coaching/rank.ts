import { major } from '../deal/money.ts';
import { currencyKey } from '../risk/team-context.ts';
import type { DealNow } from './deals-now.ts';

/** What speaks against a deal, as its score counts it. */
export function pointsOf({ assessment }: DealNow): number {
  return assessment.score.shares.reduce((sum, { counted }) => sum + counted, 0);
}

/** Against the median of the same currency, so that deals in yen and in pounds can stand in one list. */
export function relativeValues(deals: readonly DealNow[]): Map<DealNow, number> {
  const groups = new Map<string, { deal: DealNow; amount: number }[]>();
  for (const deal of deals) {
    const amount = deal.deal.fields.amount?.value;
    if (!amount || amount.minor <= 0) continue;
    const key = currencyKey(amount);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ deal, amount: major(amount) });
  }
  const values = new Map<DealNow, number>();
  for (const group of groups.values()) {
    const sorted = group.map(({ amount }) => amount).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
    for (const { deal, amount } of group) values.set(deal, amount / median);
  }
  return values;
}
