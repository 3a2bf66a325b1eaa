import { addDays, workingDaysBetween } from '../../deal/day.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { isWonIn } from '../forecast/forecast.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import type { Earlier } from './earlier.ts';
import { dealsOf, type Gap } from './gap-of.ts';
import { sumIn } from './unit.ts';

/** An earlier quarter by the same day and in all, in minor units. */
export type Paced = { quarter: Quarter; byDay: number; whole: number; dealsByDay: TeamDeal[]; dealsAfter: TeamDeal[] };

/**
 * Closed by today, beside what was closed by the same day of earlier quarters that are known from their begin. `share`: of
 * all that these closed, what was closed by that day. `evenGoal`: the goal's part for the working days gone; `usualGoal`:
 * its part by that share. Null where it cannot be said.
 */
export type Pacing = {
  closed: number;
  earlier: Paced[];
  share: number | null;
  workdays: { gone: number; of: number };
  evenGoal: number | null;
  usualGoal: number | null;
};

export function pacingOf(team: Team, quarter: Quarter, gap: Gap, earlier: readonly Earlier[]): Pacing {
  const { counting, goal, closed, whose } = gap;
  const ours = dealsOf(team, team.deals, whose);
  const paced = earlier
    .filter(({ isWhole }) => isWhole)
    .map(({ quarter: one, day }): Paced => {
      const won = ours.filter((deal) => isWonIn(deal, one));
      const dealsByDay = won.filter(({ closedOn }) => closedOn !== null && closedOn <= day);
      const dealsAfter = won.filter((deal) => !dealsByDay.includes(deal));
      const byDay = sumIn(dealsByDay, counting);
      return { quarter: one, byDay, whole: byDay + sumIn(dealsAfter, counting), dealsByDay, dealsAfter };
    });
  const whole = paced.reduce((sum, one) => sum + one.whole, 0);
  const share = whole > 0 ? paced.reduce((sum, one) => sum + one.byDay, 0) / whole : null;
  const { calendar } = team.settings;
  const eve = addDays(quarter.from, -1);
  const workdays = {
    gone: workingDaysBetween(eve, team.today, calendar),
    of: workingDaysBetween(eve, quarter.to, calendar),
  };
  const amount = goal.amount?.minor ?? null;
  return {
    ...{ closed, earlier: paced, share, workdays },
    evenGoal: amount === null || workdays.of === 0 ? null : Math.round((amount * workdays.gone) / workdays.of),
    usualGoal: amount === null || share === null ? null : Math.round(amount * share),
  };
}
