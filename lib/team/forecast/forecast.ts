import type { Day } from '../../deal/day.ts';
import type { Quarter } from '../../deal/quarter.ts';
import type { ForecastCategory } from '../../process/forecast-category.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** From its first day to its last. */
export type Period = Pick<Quarter, 'from' | 'to'>;

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

/**
 * Whether a quarter was told to expect an open deal: its date lies in it, or has gone by while the quarter runs. Nothing is
 * expected of a quarter that is over.
 */
export function isDueIn(closeDate: Day | null, { from, to }: Period, today: Day): boolean {
  return closeDate !== null && today <= to && closeDate <= to && (from <= today || closeDate >= from);
}

export const isWonIn = ({ outcome, closedOn }: Pick<TeamDeal, 'outcome' | 'closedOn'>, { from, to }: Period): boolean =>
  outcome === 'won' && closedOn !== null && closedOn >= from && closedOn <= to;

/** The deals of a quarter: won in it, and open with a close date in it. A date gone by still counts in the running one. */
export function forecastParts(
  { deals, today }: Pick<Team, 'deals' | 'today'>,
  quarter: Quarter,
  person: string | null,
): ForecastParts {
  const parts: ForecastParts = { closed: [], commit: [], 'best-case': [], pipeline: [], omitted: [], undated: [] };
  for (const deal of deals) {
    if (person !== null && deal.owner !== person) continue;
    if (isWonIn(deal, quarter)) parts.closed.push(deal);
    else if (deal.outcome === 'open' && deal.closeDate === null && today <= quarter.to) parts.undated.push(deal);
    else if (deal.outcome === 'open' && isDueIn(deal.closeDate, quarter, today))
      parts[categoryIn(deal).category].push(deal);
  }
  return parts;
}
