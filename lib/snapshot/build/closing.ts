import { addDays, daysBetween } from '../../deal/day.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { heldAgainst } from '../../team/held-against.ts';
import type { Team, TeamDeal } from '../../team/team-deals.ts';
import type { Gap } from '../content.ts';
import type { Closing } from '../team-part.ts';
import type { BuildContext } from './build-context.ts';
import { dueWithin, quarterAfter, totalOf } from './sums.ts';

/** Fewer won deals say nothing of how long one takes. */
const FEWEST_WON = 10;

/** The deals of the quarter after this that could come in before its end: far enough on, seen lately, waiting for nothing. */
export function pullIns(team: Pick<Team, 'deals'>, next: Quarter): TeamDeal[] {
  return dueWithin(team, next).filter(
    ({ stageKind, freshness, now }) =>
      (stageKind === 'mid' || stageKind === 'late') && freshness.level === 'fresh' && now.wait === null,
  );
}

export function closingOf({ team, quarter, by }: BuildContext, gap: Gap | null): Closing {
  const deals = pullIns(team, quarterAfter(quarter, team.settings.fiscalYearStart));
  const sums = totalOf(deals, by);
  const missing = gap && gap.gap.minor - gap.bestCase.minor - heldAgainst(gap.goal, sums).minor;
  const days = usualDays(team);
  return {
    pullIns: { deals: deals.map(({ id }) => id), sums },
    toCreate: gap && missing !== null ? { ...gap.gap, minor: Math.max(0, missing) } : null,
    createBy: days === null ? null : addDays(quarter.to, -days),
  };
}

/** From creation to the day on which it was won, as half of the won deals took it; null: too few to say. */
function usualDays({ deals }: Team): number | null {
  const taken = deals
    .flatMap(({ outcome, createdOn, closedOn }) =>
      outcome === 'won' && createdOn !== null && closedOn !== null && closedOn >= createdOn
        ? daysBetween(createdOn, closedOn)
        : [],
    )
    .sort((a, b) => a - b);
  return taken.length < FEWEST_WON ? null : (taken[Math.floor(taken.length / 2)] ?? null);
}
