import type { Quarter } from '../../deal/quarter.ts';
import type { ForecastCategory } from '../../process/forecast-category.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** What a quarter's deals are in its forecast, each in one of them. `undated` deals are open and in no sum. */
export type ForecastParts = Record<'closed' | Exclude<ForecastCategory, 'closed'> | 'undated', TeamDeal[]>;

/**
 * Where no CRM field says what the forecast does with a deal, its stage does, as CRMs set it by default: late is commit, mid
 * best case, early pipeline. `byStage` then, for the page to say so.
 */
export function categoryIn(deal: TeamDeal): { category: Exclude<ForecastCategory, 'closed'>; byStage: boolean } {
  const { category, stageKind } = deal;
  // "Closed" on a deal that is open promises as much as a commit.
  if (category !== null) return { category: category === 'closed' ? 'commit' : category, byStage: false };
  const said = stageKind === 'late' ? 'commit' : stageKind === 'mid' ? 'best-case' : 'pipeline';
  return { category: said, byStage: true };
}

/** The deals of a quarter: won in it, and open with a close date up to its end. A date gone by still counts here. */
export function forecastParts({ deals }: Pick<Team, 'deals'>, quarter: Quarter, person: string | null): ForecastParts {
  const parts: ForecastParts = { closed: [], commit: [], 'best-case': [], pipeline: [], omitted: [], undated: [] };
  for (const deal of deals) {
    if (person !== null && deal.owner !== person) continue;
    if (deal.outcome === 'won') {
      const { closedOn } = deal;
      if (closedOn !== null && closedOn >= quarter.from && closedOn <= quarter.to) parts.closed.push(deal);
    } else if (deal.outcome === 'open') {
      if (deal.closeDate === null) parts.undated.push(deal);
      else if (deal.closeDate <= quarter.to) parts[categoryIn(deal).category].push(deal);
    }
  }
  return parts;
}
