import { addDays, type Day, dayInZone, daysBetween, type Instant } from '../../deal/day.ts';
import { onAnotherDay } from '../../deal/local-time.ts';
import { type Quarter, quarterBefore } from '../../deal/quarter.ts';
import { historySince } from '../history-since.ts';
import type { Team } from '../team-deals.ts';

/**
 * A quarter before this one, on the day that lies as many days after its begin. `team`: as it stood then, known as of now.
 * `isWhole`: history reaches back to before the quarter began.
 */
export type Earlier = { quarter: Quarter; day: Day; team: Team; isWhole: boolean };

/** More would say how it was, not how it is. */
const MOST = 4;

/** The latest first; only those of whose day anything is known. */
export function earlierQuarters(team: Team, quarter: Quarter, at: (asOf: Instant) => Team): Earlier[] {
  const { timeZone, asOf } = team.moment;
  const since = historySince(team.deals);
  const found: Earlier[] = [];
  if (since === null) return found;
  const gone = daysBetween(quarter.from, team.today);
  let one = quarter;
  for (let back = 1; back <= MOST; back++) {
    one = quarterBefore(one, team.settings.fiscalYearStart);
    const same = addDays(one.from, gone);
    const day = same < one.to ? same : one.to;
    const then = onAnotherDay(asOf, day, timeZone);
    if (then < since) break;
    found.push({ quarter: one, day, team: at(then), isWhole: dayInZone(since, timeZone) <= one.from });
  }
  return found;
}
