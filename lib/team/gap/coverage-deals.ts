import type { Quarter } from '../../deal/quarter.ts';
import { forecastParts } from '../forecast/forecast.ts';
import type { TeamDeal } from '../team-deals.ts';

/** What a goal is covered by: open and due by the quarter's end, but what the forecast leaves out. */
export function coverageDeals(deals: TeamDeal[], quarter: Quarter): TeamDeal[] {
  const parts = forecastParts({ deals }, quarter, null);
  return [...parts.commit, ...parts['best-case'], ...parts.pipeline];
}
