import { addDays, daysBetween } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import type { Money } from '../../deal/money.ts';
import { type Quarter, quarterBefore, quarterOf } from '../../deal/quarter.ts';
import { asTold } from '../../history/as-told.ts';
import type { DealHistory } from '../../history/types.ts';
import { judgedBy } from '../../settings/judged-by.ts';
import type { Conversion } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { isDueIn } from './forecast.ts';
import { daysLooked, isSeenWhole, type PastPeriod, pastPeriod } from './past-periods.ts';

/** So many whole quarters must have been seen. */
export const QUARTERS_LEAST = 2;
/** What is older says little of how this team sells now, and each takes as long to work out as a team. */
const QUARTERS_MOST = 6;

/** What stands in the way of a distribution, and what there is of it. */
export type NotYet = { seen: Quarter[]; calibrated: boolean; learntFrom: number };

export type Ours = { seen: Quarter[] } & ({ played: Distribution } | { played: null; notYet: NotYet });

/** How past quarters went on from the same day; worked out once for what is known. */
export type Past = { seen: Quarter[]; periods: PastPeriod[] };

/**
 * The quarters before the running one that were seen whole, newest first, each from the day that lies as far from its
 * first day as today does from that of `quarter`; before it began where that is still to come.
 */
export function pastOf(histories: readonly DealHistory[], team: Team, quarter: Quarter): Past {
  const { fiscalYearStart } = team.settings;
  const told = histories.map(asTold);
  const looked = daysLooked(told, team.moment);
  const offset = daysBetween(quarter.from, team.today);
  const seen: Quarter[] = [];
  const periods: PastPeriod[] = [];
  let past = quarterOf(team.today, fiscalYearStart);
  for (let back = 0; back < QUARTERS_MOST; back++) {
    past = quarterBefore(past, fiscalYearStart);
    const on = addDays(past.from, Math.min(offset, daysBetween(past.from, past.to)));
    if (!isSeenWhole(looked, on < past.from ? on : past.from, past.to)) continue;
    seen.push(past);
  }
  if (seen.length < QUARTERS_LEAST || !isCalibrated(team)) return { seen, periods };
  for (const each of seen) {
    const on = addDays(each.from, Math.min(offset, daysBetween(each.from, each.to)));
    const at = momentOn(addDays(on, 1), '00:00', team.moment.timeZone) - 1;
    periods.push(pastPeriod(told, team, each, at, isDueIn));
  }
  return { seen, periods };
}

const isCalibrated = ({ settings }: Team): boolean => judgedBy(settings).learnt?.calibrated === true;

type Input = {
  team: Team;
  past: Past;
  quarter: Quarter;
  isOurs(deal: TeamDeal): boolean;
  unit: Money;
  by: Conversion;
  goal: number | null;
};

/** What the quarter comes to by our account, once that can be told. */
export function oursOf({ team, past, quarter, ...input }: Input): Ours {
  const { seen, periods } = past;
  if (periods.length === 0) {
    const learntFrom = team.settings.learnt.model?.deals ?? 0;
    return { seen, played: null, notYet: { seen, calibrated: isCalibrated(team), learntFrom } };
  }
  return {
    seen,
    played: distributionOf({ ...input, team, period: quarter, past: periods, expects: isDueIn }),
  };
}
