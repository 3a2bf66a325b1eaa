import { addDays, type Day, dayInZone } from '../../deal/day.ts';
import { historySince } from '../history-since.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** Deals that were there before the first looks have all been seen by then: two weekly rounds. */
const ROUNDS_DAYS = 14;

/** When a deal began: the day of its creation; else the day that saw it first, unless it may have been there all along. */
export function begunOn({ deals, moment }: Pick<Team, 'deals' | 'moment'>): (deal: TeamDeal) => Day | null {
  const { timeZone } = moment;
  const since = historySince(deals);
  const sure = since === null ? '' : addDays(dayInZone(since, timeZone), ROUNDS_DAYS);
  return ({ createdOn, firstSeenAt }) => {
    if (createdOn !== null) return createdOn;
    const first = dayInZone(firstSeenAt, timeZone);
    return first > sure ? first : null;
  };
}
