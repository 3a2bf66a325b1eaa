import { addDays, daysBetween } from '../../deal/day.ts';
import { callAt } from '../../deal/forecast-call.ts';
import { onAnotherDay } from '../../deal/local-time.ts';
import { weekOf } from '../../deal/week.ts';
import { forecastParts } from '../../team/forecast/forecast.ts';
import { goalNow } from '../../team/goals.ts';
import { concentrationOf } from '../../team/people/concentration.ts';
import { heaviest } from '../../team/today/decides.ts';
import type { TeamPart } from '../team-part.ts';
import { bridgeParts } from './bridge.ts';
import type { BuildContext } from './build-context.ts';
import { closingOf } from './closing.ts';
import { movesOf } from './moves.ts';
import { dueWithin, gapOf, quarterAfter, quarterBefore, sumsIn, totalOf } from './sums.ts';
import { unknownOf } from './unknown.ts';

/** All of the team part but the lists of who and what has a part of its own. */
export function teamPart(context: BuildContext): Omit<TeamPart, 'people' | 'deals'> {
  const { team, quarter, by, calls, draft, previous } = context;
  const { moment, today, settings, deals } = team;
  const { closed, commit, pipeline, undated, 'best-case': best } = forecastParts(team, quarter, null);
  const sums = sumsIn(team, quarter, null, by);
  const goal = goalNow({ team, role: 'manager', quarter });
  const gap = gapOf(goal, sums, by);
  const said = callAt(calls, { quarter: quarter.id, by: 'manager', person: null }, moment.asOf);
  return {
    moment: { ...moment, today, week: weekOf(today, settings.weekStart), quarter },
    day: { number: daysBetween(quarter.from, today) + 1, of: daysBetween(quarter.from, quarter.to) + 1 },
    ...{ goal, sums, gap },
    open: totalOf(
      deals.filter(({ outcome }) => outcome === 'open'),
      by,
    ),
    undated: totalOf(undated, by),
    call: draft?.call ?? said?.amount ?? null,
    before: previous && {
      asOf: previous.team.moment.asOf,
      quarter: previous.team.moment.quarter.id,
      call: previous.team.call,
      due: previous.team.sums.due,
    },
    lastQuarter: lastQuarter(context),
    nextQuarter: totalOf(dueWithin(team, quarterAfter(quarter, settings.fiscalYearStart)), by),
    bridges: bridgeParts(context),
    moves: movesOf(context),
    deciding: heaviest([...commit, ...best, ...pipeline]).map(({ id }) => id),
    shares: concentrationOf([...closed, ...commit, ...best, ...pipeline], team).flatMap(({ currency, top, person }) => {
      const [first] = top;
      const deal = first?.deals[0];
      if (!first || deal === undefined) return [];
      const whose = context.idOf(person?.name ?? null);
      return { currency, deal, ofDeal: first.share, person: whose, ofPerson: person?.share ?? null };
    }),
    closing: closingOf(context, gap),
    unknown: unknownOf(context),
  };
}

/** As many days into the quarter before; its last where that one was shorter. */
function lastQuarter({ team, at, quarter, by }: BuildContext): TeamPart['lastQuarter'] {
  const { moment, today, settings } = team;
  const last = quarterBefore(quarter, settings.fiscalYearStart);
  const same = addDays(last.from, daysBetween(quarter.from, today));
  const day = same <= last.to ? same : last.to;
  const then = at(onAnotherDay(moment.asOf, day, moment.timeZone));
  if (then.deals.length === 0) return null;
  return { day, sums: sumsIn(then, last, null, by), next: totalOf(dueWithin(then, quarter), by) };
}
