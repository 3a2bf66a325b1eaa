import type { Money } from '../../deal/money.ts';
import { probability } from '../../risk/learn/fit.ts';
import { type Conversion, sumsOf } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { learnChances, moodSpread, traitsAt, wonLogOdds } from './chances.ts';
import { type Deciding, decidingDeals } from './deciding.ts';
import { isWonIn, type Period } from './forecast.ts';
import { inUnit } from './in-unit.ts';
import type { Expects, PastPeriod } from './past-periods.ts';
import { percentiles, shareReaching, simulate } from './simulate.ts';

/** What a period comes to in all, closed deals among it. Figures in minor units of the unit's currency. */
export type Distribution = {
  p10: number;
  p50: number;
  p90: number;
  /** Chance of reaching the goal; null without one. */
  reaches: number | null;
  /** The middle of each person's own total; null: deals without an owner. They do not add up to the middle of the whole. */
  owners: ReadonlyMap<string | null, number>;
  deciding: Deciding[];
  /** Chance of being won in the period, by deal. */
  chances: ReadonlyMap<string, number>;
  /** Won in a past period without having been due at this point: how many in all, over so many periods. */
  fresh: { wins: number; periods: number };
  /** Open and due, and outside of it: without an amount, and in other currencies. */
  bare: TeamDeal[];
  apart: Money[];
};

type Input = {
  /** As of the point from which the period is played on. */
  team: Pick<Team, 'deals' | 'today'>;
  period: Period;
  past: readonly PastPeriod[];
  expects: Expects;
  /** Whose deals count. */
  isOurs(deal: TeamDeal): boolean;
  unit: Money;
  by: Conversion;
  /** In the unit's minor units. */
  goal: number | null;
};

/** Plays a period on from where it stands, by what past periods did from the same point on. */
export function distributionOf({ team, period, past, expects, isOurs, unit, by, goal }: Input): Distribution {
  const learnt = learnChances(past.flatMap(({ due }) => due));
  const inMinor = (deal: TeamDeal) => (deal.amount ? inUnit(deal.amount, unit, by) : null);
  const counted = (deals: readonly TeamDeal[]) =>
    deals.flatMap((deal) => {
      const minor = isOurs(deal) ? inMinor(deal) : null;
      return minor === null ? [] : { deal, owner: deal.owner, minor };
    });
  const expected = team.deals.filter(
    (deal) => isOurs(deal) && deal.outcome === 'open' && expects(deal.closeDate, period, team.today),
  );
  const deals = counted(expected).map(({ deal, owner, minor }) => ({
    ...{ id: deal.id, owner, minor },
    logOdds: wonLogOdds(traitsAt(deal, period, team.today), learnt),
  }));
  const wins = counted(past.flatMap(({ fresh }) => fresh));
  const played = simulate({
    closed: counted(team.deals.filter((deal) => isWonIn(deal, period))),
    deals,
    fresh: { periods: past.length, wins: wins.toSorted((a, b) => (a.deal.id < b.deal.id ? -1 : 1)) },
    mood: moodSpread(
      past.map(({ due }) => due),
      learnt,
    ),
  });
  const [p10 = 0, p50 = 0, p90 = 0] = percentiles(played.totals, [0.1, 0.5, 0.9]);
  return {
    ...{ p10, p50, p90 },
    reaches: goal === null ? null : shareReaching(played.totals, goal),
    owners: new Map([...played.owners].map(([owner, totals]) => [owner, percentiles(totals, [0.5])[0] ?? 0])),
    deciding: decidingDeals(played, goal),
    chances: new Map(deals.map(({ id, logOdds }) => [id, probability(logOdds)])),
    fresh: { wins: wins.length, periods: past.length },
    bare: expected.filter(({ amount }) => amount === null),
    apart: sumsOf(
      expected.flatMap((deal) => (deal.amount && inMinor(deal) === null ? deal.amount : [])),
      by,
    ),
  };
}
