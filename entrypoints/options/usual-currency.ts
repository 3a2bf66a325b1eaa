import type { Money } from '../../lib/deal/money.ts';
import type { DealHistory } from '../../lib/history/types.ts';

/** The currency that most amounts are in: offered first where a goal is typed. */
export function usualCurrency(histories: readonly DealHistory[]): string {
  const counts = new Map<string, number>();
  for (const { changes } of histories) {
    const amount = changes.findLast(({ field }) => field === 'amount')?.to as Money | null | undefined;
    if (amount?.currency) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'USD';
}
