import { addDays } from '../../deal/day.ts';
import type { Money } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import { forecastParts } from '../../team/forecast/forecast.ts';
import { heldAgainst } from '../../team/held-against.ts';
import { type Conversion, inHome, sumsOf } from '../../team/sums.ts';
import type { Team, TeamDeal } from '../../team/team-deals.ts';
import type { Gap, Sums } from '../content.ts';

export const totalOf = (deals: readonly TeamDeal[], by: Conversion): Money[] =>
  sumsOf(
    deals.flatMap(({ amount }) => amount ?? []),
    by,
  );

/** One quarter's sums at the moment of a team, of everybody or one person, in the currencies of `by`. */
export function sumsIn(
  team: Pick<Team, 'deals' | 'today'>,
  quarter: Quarter,
  person: string | null,
  by: Conversion,
): Sums {
  const parts = forecastParts(team, quarter, person);
  const { closed, commit, pipeline, omitted } = parts;
  const bestCase = parts['best-case'];
  return {
    closed: totalOf(closed, by),
    commit: totalOf(commit, by),
    bestCase: totalOf(bestCase, by),
    pipeline: totalOf(pipeline, by),
    omitted: totalOf(omitted, by),
    due: totalOf([...commit, ...bestCase, ...pipeline, ...omitted], by),
  };
}

/** What is missing to a goal, in its currency; that of home where there is a rate. */
export function gapOf(said: Money | null, sums: Sums, by: Conversion): Gap | null {
  if (said === null) return null;
  const goal = inHome(said, by);
  const [closed, commit, bestCase] = [sums.closed, sums.commit, sums.bestCase].map((of) => heldAgainst(goal, of));
  const like = (minor = 0): Money => ({ ...goal, minor, halfStep: 0 });
  return {
    goal,
    closed: like(closed?.minor),
    commit: like(commit?.minor),
    bestCase: like(bestCase?.minor),
    gap: like(goal.minor - (closed?.minor ?? 0) - (commit?.minor ?? 0)),
    apart: sumsOf([...(closed?.apart ?? []), ...(commit?.apart ?? []), ...(bestCase?.apart ?? [])], by),
  };
}

export const quarterAfter = ({ to }: Quarter, fiscalYearStart: number): Quarter =>
  quarterOf(addDays(to, 1), fiscalYearStart);

export const quarterBefore = ({ from }: Quarter, fiscalYearStart: number): Quarter =>
  quarterOf(addDays(from, -1), fiscalYearStart);

/** Open and to close within a quarter that has not begun. */
export const dueWithin = ({ deals }: Pick<Team, 'deals'>, { from, to }: Quarter): TeamDeal[] =>
  deals.filter(
    ({ outcome, closeDate }) => outcome === 'open' && closeDate !== null && closeDate >= from && closeDate <= to,
  );
