import type { Day } from '../deal/day.ts';
import { dayInZone } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';
import { weekOf } from '../deal/week.ts';
import { type Conversion, sumsOf } from './sums.ts';
import type { Team, TeamDeal } from './team-deals.ts';

/**
 * What a total rests on: of so many deals so many were seen since this week began; the others are named, with what they
 * come to. `since`: the day on which the one that was not seen for longest was last looked at; null where all were.
 */
export type RestsOn = { deals: number; seen: number; unseen: TeamDeal[]; unseenSums: Money[]; since: Day | null };

export function restsOn(deals: readonly TeamDeal[], { moment, today, settings }: Team): RestsOn {
  const { from } = weekOf(today, settings.weekStart);
  const dayOf = ({ lastSeenAt }: TeamDeal) => dayInZone(lastSeenAt, moment.timeZone);
  const unseen = deals.filter((deal) => dayOf(deal) < from).toSorted((a, b) => a.lastSeenAt - b.lastSeenAt);
  return {
    deals: deals.length,
    seen: deals.length - unseen.length,
    unseen,
    unseenSums: sumsOf(
      unseen.flatMap(({ amount }) => amount ?? []),
      conversionOf(settings, today),
    ),
    since: unseen[0] ? dayOf(unseen[0]) : null,
  };
}

export const conversionOf = ({ homeCurrency, rates }: Team['settings'], on: Day): Conversion => ({
  home: homeCurrency,
  rates,
  on,
});
