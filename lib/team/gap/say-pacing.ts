import type { DealRow } from '../../coaching/card.ts';
import { historySince } from '../history-since.ts';
import type { Team } from '../team-deals.ts';
import type { Telling } from './telling.ts';

export type PaceLine = { quarter: string; byDay: string; whole: string | null; share: string | null; rows: DealRow[] };

/** The running quarter first, then those before it. */
export type SaidPacing = { sentences: string[]; lines: PaceLine[] };

export function sayPacing(telling: Telling, team: Team): SaidPacing {
  const { figures, exact, period, percent, rowsOf } = telling;
  const { pacing, gap, quarter } = figures;
  const goal = gap.goal.amount?.minor ?? 0;
  const now: PaceLine = {
    ...{ quarter: period(quarter), byDay: exact(pacing.closed), whole: null, rows: rowsOf(gap.parts.closed) },
    share: goal > 0 ? `${percent(pacing.closed / goal)} of the goal` : null,
  };
  const before = pacing.earlier.map(
    (one): PaceLine => ({
      ...{ quarter: period(one.quarter), byDay: exact(one.byDay), whole: exact(one.whole) },
      share: one.whole > 0 ? percent(one.byDay / one.whole) : null,
      rows: rowsOf([...one.dealsByDay, ...one.dealsAfter]),
    }),
  );
  return { sentences: [...evenly(telling), usually(telling, team)], lines: [now, ...before] };
}

function evenly({ figures, short }: Telling): string[] {
  const { workdays, evenGoal, closed } = figures.pacing;
  if (evenGoal === null) return [];
  const gone = `${workdays.gone} of ${workdays.of} gone`;
  return [
    `Evenly over working days, ${gone}, the goal comes to ${short(evenGoal)} by today; ${short(closed)} is closed.`,
  ];
}

function usually({ figures, words, say, short, percent, period }: Telling, team: Team): string {
  const { pacing } = figures;
  if (pacing.earlier.length === 0) {
    const since = historySince(team.deals);
    const begin = since === null ? '' : `: history begins ${words.onDay(say.day(say.dayOf(since)))}`;
    return `How a whole quarter goes here is not known yet${begin}.`;
  }
  const quarters = words.list(pacing.earlier.map(({ quarter }) => period(quarter)));
  if (pacing.share === null) return `Nothing closed was seen in ${quarters}.`;
  const usual = `By the same day of ${quarters} ${percent(pacing.share)} of what was closed in the end was closed`;
  return pacing.usualGoal === null ? `${usual}.` : `${usual}; of this goal that would be ${short(pacing.usualGoal)}.`;
}
