import type { Day } from '../../deal/day.ts';
import { type Quarter, quarterAfter } from '../../deal/quarter.ts';
import type { Whose } from '../goals.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import type { Earlier } from './earlier.ts';
import { dealsOf } from './gap-of.ts';

/** Open deals dated into the quarter that follows: now, and as they stood on the same day of earlier quarters. */
export type Ahead = { quarter: Quarter; day: Day; deals: TeamDeal[] };

/** The first is now, the latest before it next. */
export function aheadOf(team: Team, quarter: Quarter, whose: Whose, earlier: readonly Earlier[]): Ahead[] {
  const { fiscalYearStart } = team.settings;
  const all = [{ quarter, day: team.today, team }, ...earlier];
  return all.map(({ quarter: one, day, team: then }) => {
    const next = quarterAfter(one, fiscalYearStart);
    const deals = dealsOf(team, then.deals, whose).filter(
      ({ outcome, closeDate }) =>
        outcome === 'open' && closeDate !== null && closeDate >= next.from && closeDate <= next.to,
    );
    return { quarter: next, day, deals };
  });
}
