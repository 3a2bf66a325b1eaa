import type { Money } from '../../deal/money.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { type ForecastParts, forecastParts } from '../forecast/forecast.ts';
import { EVERYBODY, type GoalAnswer, goalFor, peopleOf, teamsOf, type Whose } from '../goals.ts';
import { conversionOf } from '../rests-on.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { noneOf } from '../today/asked.ts';
import { apartFrom, type Counting, sumIn, type Unit } from './unit.ts';

/** Goal − closed − what the forecast brings (commit), in minor units of one currency; below nought where it is passed. */
export type Gap = {
  whose: Whose;
  counting: Counting;
  goal: GoalAnswer;
  parts: ForecastParts;
  closed: number;
  commit: number;
  bestCase: number;
  /** Null without a goal. */
  gap: number | null;
  /** If every best case came too. */
  gapToBest: number | null;
  /** Closed, commit and best case in currencies that are in none of these. */
  apart: Money[];
};

export function gapOf(team: Team, quarter: Quarter, whose: Whose): Gap {
  return gapFrom(team, quarter, whose, dealsOf(team, team.deals, whose));
}

/** Of deals that nobody owns: they have no goal. */
export function gapOfNobody(team: Team, quarter: Quarter): Gap {
  const none: GoalAnswer = { amount: null, basis: null, lacking: [], apart: [] };
  return gapFrom(
    team,
    quarter,
    EVERYBODY,
    team.deals.filter(({ owner }) => owner === null),
    none,
  );
}

/** Of each person in roster order who has a goal or a deal of the quarter, and of each team. */
export function gapsOfEach(team: Team, quarter: Quarter): { people: Gap[]; teams: Gap[]; nobody: Gap | null } {
  const people = team.people.map(({ name }) => gapOf(team, quarter, { person: name, team: null }));
  const nobody = gapOfNobody(team, quarter);
  return {
    people: people.filter(({ goal, parts }) => goal.amount !== null || hasDeals(parts)),
    teams: teamsOf(team).map((name) => gapOf(team, quarter, { person: null, team: name })),
    nobody: hasDeals(nobody.parts) ? nobody : null,
  };
}

/** Those of a person, of a team's people, or all; `team` is the one that says who these are. */
export function dealsOf(team: Team, deals: readonly TeamDeal[], whose: Whose): TeamDeal[] {
  if (whose.person === null && whose.team === null) return [...deals];
  const names = new Set<string | null>(peopleOf(team, whose));
  return deals.filter(({ owner }) => owner !== null && names.has(owner));
}

function gapFrom(
  team: Team,
  quarter: Quarter,
  whose: Whose,
  deals: TeamDeal[],
  goal = goalFor(team, quarter, whose),
): Gap {
  const counting = countingOf(team, goal.amount);
  const parts = forecastParts({ deals, today: team.today }, quarter, null);
  const [closed, commit, bestCase] = [parts.closed, parts.commit, parts['best-case']].map((of) => sumIn(of, counting));
  const brought = (closed ?? 0) + (commit ?? 0);
  const gap = goal.amount === null ? null : goal.amount.minor - brought;
  return {
    ...{ whose, counting, goal, parts, gap, closed: closed ?? 0, commit: commit ?? 0, bestCase: bestCase ?? 0 },
    gapToBest: gap === null ? null : gap - (bestCase ?? 0),
    apart: apartFrom([...parts.closed, ...parts.commit, ...parts['best-case']], counting),
  };
}

/** In the goal's currency, else in the home currency, else in what most amounts are in. */
function countingOf({ settings, today, deals }: Team, goal: Money | null): Counting {
  const by = conversionOf(settings, today);
  const { currency, symbol }: Unit = goal ?? noneOf(deals, by.home);
  return { unit: { currency, ...(symbol === undefined ? {} : { symbol }) }, by };
}

const hasDeals = ({ omitted, undated, ...counted }: ForecastParts) =>
  Object.values(counted).some((deals) => deals.length > 0);
