import { major } from '../../deal/money.ts';
import { conversionOf } from '../rests-on.ts';
import { inHome } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** How much of what is expected hangs on few deals or one person; shares of the sum in one currency. */
export type Concentration = {
  currency: string | null;
  symbol?: string | undefined;
  top: { deals: string[]; share: number }[];
  person: { name: string; share: number } | null;
  deals: number;
};

/** `deals`: those that bring the period's sum. The largest, and the three largest; null person where nobody owns any. */
export function concentrationOf(deals: readonly TeamDeal[], { settings, today }: Team): Concentration[] {
  const conversion = conversionOf(settings, today);
  const groups = new Map<
    string,
    { deal: TeamDeal; worth: number; currency: string | null; symbol?: string | undefined }[]
  >();
  for (const deal of deals) {
    if (!deal.amount || deal.amount.minor <= 0) continue;
    const amount = inHome(deal.amount, conversion);
    const key = amount.currency ?? `?${amount.symbol ?? ''}`;
    const one = { deal, worth: major(amount), currency: amount.currency, symbol: amount.symbol };
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => b.worth - a.worth);
    const sum = group.reduce((all, { worth }) => all + worth, 0);
    const topOf = (count: number) => {
      const first = sorted.slice(0, count);
      return { deals: first.map(({ deal }) => deal.id), share: first.reduce((all, { worth }) => all + worth, 0) / sum };
    };
    const owners = new Map<string, number>();
    for (const { deal, worth } of group) if (deal.owner) owners.set(deal.owner, (owners.get(deal.owner) ?? 0) + worth);
    const [most] = [...owners].sort((a, b) => b[1] - a[1]);
    const [first] = group;
    return {
      currency: first?.currency ?? null,
      ...(first?.symbol === undefined ? {} : { symbol: first.symbol }),
      top: sorted.length > 3 ? [topOf(1), topOf(3)] : [topOf(1)],
      person: most ? { name: most[0], share: most[1] / sum } : null,
      deals: group.length,
    };
  });
}
