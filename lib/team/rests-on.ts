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
export type RestsOn<D extends Looked = TeamDeal> = {
  deals: number;
  seen: number;
  unseen: D[];
  unseenSums: Money[];
  since: Day | null;
};

/** All that counts of a deal here. */
export type Looked = Pick<TeamDeal, 'lastSeenAt' | 'amount'>;

type At = Pick<Team, 'moment' | 'today'> & { settings: Pick<Team['settings'], 'weekStart' | 'homeCurrency' | 'rates'> };

export function restsOn<D extends Looked>(deals: readonly D[], { moment, today, settings }: At): RestsOn<D> {
  const { from } = weekOf(today, settings.weekStart);
  const dayOf = ({ lastSeenAt }: D) => dayInZone(lastSeenAt, moment.timeZone);
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

export const conversionOf = (
  { homeCurrency, rates }: Pick<Team['settings'], 'homeCurrency' | 'rates'>,
  on: Day,
): Conversion => ({
  home: homeCurrency,
  rates,
  on,
});
