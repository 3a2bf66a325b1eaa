import { formatMoney, type Money, sumByCurrency } from '../deal/money.ts';
import type { Quarter } from '../deal/quarter.ts';
import type { DealNow } from './deals-now.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

type Behind = { deals: readonly DealNow[]; quarter: Quarter; goal: Money | null; words: Words; say: Speaker };

/**
 * Closed, open and due, goal, gap: one line per currency, because amounts in two currencies never add up. The goal's
 * currency comes first, then those that more deals are in.
 */
export function sayBehind({ deals, quarter, goal, words, say }: Behind): string {
  const wonDeals = deals.filter((deal) => isWonIn(deal, quarter, say));
  const dueDeals = deals.filter((deal) => isDueIn(deal, quarter));
  const closed = sums(wonDeals);
  const due = sums(dueDeals);
  const keys = new Set([...(goal ? [keyOf(goal)] : []), ...byUse([...wonDeals, ...dueDeals])]);
  if (keys.size === 0) return words.today.nothingYet(say.day(quarter.to));
  const lines = [...keys].map((key) => {
    const [won, open] = [closed.get(key), due.get(key)];
    const like = won ?? open ?? goal;
    const none: Money = { minor: 0, currency: like?.currency ?? null, symbol: like?.symbol, halfStep: 0 };
    const money = (value: Money) => formatMoney(value, say.locale, 'short');
    const base = words.today.behind(money(won ?? none), money(open ?? none), say.day(quarter.to));
    return goal && keyOf(goal) === key ? withGoal(base, goal, won, open, words, money) : `${base}.`;
  });
  return lines.join('\n');
}

function withGoal(
  base: string,
  goal: Money,
  won: Money | undefined,
  open: Money | undefined,
  words: Words,
  money: (value: Money) => string,
): string {
  const closed = won?.minor ?? 0;
  const gap = goal.minor - closed;
  const left = gap - (open?.minor ?? 0);
  const of = (minor: number) => money({ ...goal, minor, halfStep: 0 });
  if (gap <= 0) return words.today.reached(base, money(goal));
  return left > 0
    ? words.today.short(base, money(goal), of(gap), of(left))
    : words.today.within(base, money(goal), of(gap));
}

function byUse(deals: readonly DealNow[]): string[] {
  const uses = new Map<string, number>();
  for (const { deal } of deals) {
    const amount = deal.fields.amount?.value;
    if (amount) uses.set(keyOf(amount), (uses.get(keyOf(amount)) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

const keyOf = (amount: Money) => amount.currency ?? `?${amount.symbol ?? ''}`;

function sums(deals: readonly DealNow[]): Map<string, Money> {
  const amounts = deals.flatMap(({ deal }) => deal.fields.amount?.value ?? []);
  return new Map(sumByCurrency(amounts).map((sum) => [keyOf(sum), sum]));
}

/** By the close date that the CRM gives a won deal; without one by the look that first saw it won. */
function isWonIn({ deal, outcome }: DealNow, quarter: Quarter, say: Speaker): boolean {
  if (outcome !== 'won') return false;
  const date = deal.fields.closeDate?.value;
  const known = deal.fields.outcome ?? deal.fields.stage;
  const day = date ?? (known && known.after !== null ? say.dayOf(known.seenAt) : null);
  return day !== null && day >= quarter.from && day <= quarter.to;
}

/** A date gone by still counts as due: the deal is open, and this quarter was told to expect it. */
function isDueIn({ deal, outcome }: DealNow, quarter: Quarter): boolean {
  const date = deal.fields.closeDate?.value;
  return outcome === 'open' && date !== null && date !== undefined && date <= quarter.to;
}
