import type { Day } from '../../deal/day.ts';
import { isSameCurrency, type Money, sumByCurrency } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import type { WeeklySweep } from '../../deal/sweep.ts';
import { conversionOf } from '../rests-on.ts';
import { sumsOf } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { wonIn } from '../today/asked.ts';
import type { SweptView } from './sweep-state.ts';

/** What the CRM says was closed, as typed. `apart`: theirs − ours, of the currencies that were typed. */
export type ClosedTyped = { on: Day | null; theirs: Money[]; apart: Money[] };

/** What is closed in the running quarter, by the CRM and by what is on record here. */
export type ClosedCheck = {
  quarter: Quarter;
  ours: Money[];
  count: number;
  /** This week's first (`on` is null), then what was typed last in this quarter of other currencies. */
  typed: ClosedTyped[];
  /** In a view of closed deals and not won here, and the other way round; null where no such view was seen whole. */
  onlyThere: TeamDeal[] | null;
  onlyHere: TeamDeal[] | null;
};

/** `sweeps`: what was said week by week, oldest first, this week's the last. */
export function closedCheck(team: Team, swept: readonly SweptView[], sweeps: readonly WeeklySweep[]): ClosedCheck {
  const { today, settings, deals } = team;
  const quarter = quarterOf(today, settings.fiscalYearStart);
  const won = wonIn({ deals, quarter });
  const by = conversionOf(settings, today);
  const ours = sumsOf(
    won.flatMap(({ amount }) => amount ?? []),
    by,
  );
  const minus = ours.map((sum) => ({ ...sum, minor: -sum.minor }));
  const closedViews = swept.filter(({ view, state }) => view.kind === 'closed' && state.reach === 'whole');
  const there = new Set(closedViews.flatMap(({ state }) => state.deals));
  const isOfViews = closedViews.length > 0;
  return {
    quarter,
    ours,
    count: won.length,
    typed: typedIn(quarter, sweeps).map(({ on, closed }) => {
      const theirs = sumsOf(closed, by);
      const apart = sumByCurrency([...theirs, ...minus]);
      return { on, theirs, apart: apart.filter((sum) => theirs.some((one) => isSameCurrency(one, sum))) };
    }),
    onlyThere: isOfViews ? deals.filter(({ id, outcome }) => there.has(id) && outcome === 'open') : null,
    onlyHere: isOfViews ? won.filter(({ id }) => !there.has(id)) : null,
  };
}

/** Of each currency what was typed last, by the week in which it was. */
function typedIn({ from, to }: Quarter, sweeps: readonly WeeklySweep[]): { on: Day | null; closed: Money[] }[] {
  const known: Money[] = [];
  return sweeps.toReversed().flatMap(({ closed, closedOn }, weeksAgo) => {
    const isOfQuarter = weeksAgo === 0 || (closedOn !== undefined && closedOn >= from && closedOn <= to);
    const news = isOfQuarter ? closed.filter((sum) => !known.some((one) => isSameCurrency(one, sum))) : [];
    known.push(...news);
    return news.length > 0 ? [{ on: weeksAgo === 0 ? null : (closedOn ?? null), closed: news }] : [];
  });
}
