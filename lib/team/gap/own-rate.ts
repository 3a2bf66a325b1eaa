import type { Quarter } from '../../deal/quarter.ts';
import { isWonIn } from '../forecast/forecast.ts';
import { FEWEST_DEALS } from '../people/build-people.ts';
import type { Interval } from '../people/posterior.ts';
import { shrinkShares } from '../people/shrink-shares.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { coverageDeals } from './coverage-deals.ts';
import type { Earlier } from './earlier.ts';
import { type Counting, worthIn } from './unit.ts';

/** A deal that was open and due at the same point of an earlier quarter, as it stood then, and whether that quarter won it. */
export type Tried = { quarter: Quarter; then: TeamDeal; deal: TeamDeal; minor: number; isWon: boolean };

/**
 * What of that value was won inside its quarter. `share` is drawn to its neighbours' as few deals ask for; null under the
 * fewest deals. `value` and `won` in minor units.
 */
export type OwnRate<T = Tried> = { tried: T[]; value: number; won: number; share: Interval | null };

export function triedIn(earlier: readonly Earlier[], team: Team, counting: Counting): Tried[] {
  const now = new Map(team.deals.map((deal) => [deal.id, deal]));
  return earlier.flatMap(({ quarter, team: before }) =>
    coverageDeals(before, quarter).flatMap((then) => {
      const deal = now.get(then.id);
      const minor = worthIn(then, counting);
      if (!deal || minor === null || minor <= 0) return [];
      const isWon = isWonIn(deal, quarter);
      return { quarter, then, deal, minor, isWon };
    }),
  );
}

/**
 * Groups lend each other what few deals cannot say. A group of unlike amounts counts as fewer deals: as many as of equal
 * ones would say as much (Kish's effective sample size).
 */
export function ratesOf<T extends Pick<Tried, 'minor' | 'isWon'>>(groups: readonly (readonly T[])[]): OwnRate<T>[] {
  const sums = groups.map((tried) => {
    const value = tried.reduce((sum, { minor }) => sum + minor, 0);
    const won = tried.reduce((sum, { minor, isWon }) => sum + (isWon ? minor : 0), 0);
    const squares = tried.reduce((sum, { minor }) => sum + minor ** 2, 0);
    const of = squares > 0 ? value ** 2 / squares : 0;
    return { tried: [...tried], value, won, of, hits: value > 0 ? (of * won) / value : 0 };
  });
  const { people } = shrinkShares(sums);
  return sums.map(({ tried, value, won }, at) => {
    const share = tried.length < FEWEST_DEALS ? null : (people[at] ?? null);
    return { tried, value, won, share };
  });
}
