import type { Quarter } from '../../deal/quarter.ts';
import { forecastParts } from '../forecast/forecast.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** What a goal is covered by: open and due by the quarter's end, but what the forecast leaves out. */
export function coverageDeals(team: Pick<Team, 'deals' | 'today'>, quarter: Quarter): TeamDeal[] {
  const parts = forecastParts(team, quarter, null);
  return [...parts.commit, ...parts['best-case'], ...parts.pipeline];
}
