import type { Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import { type Money, sumByCurrency } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import type { WeeklySweep } from '../../deal/sweep.ts';
import { type Week, weekOf } from '../../deal/week.ts';
import { type ViewLook, vanishedFrom, wasSeenSince } from '../../history/vanished.ts';
import type { PinnedView } from '../../settings/settings.ts';
import { conversionOf } from '../rests-on.ts';
import { sumsOf } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { wonIn } from '../today/asked.ts';
import { type ViewState, viewState } from './view-state.ts';

/** One pinned view with how far it was read this week. */
export type SweptView = { view: PinnedView; state: ViewState };

/** A deal that stood in a view when it was last seen whole, and no longer when it was seen whole again. */
export type Vanished = { deal: TeamDeal; view: PinnedView; stoodAt: Instant; missedAt: Instant };

/** What is closed in the running quarter, by the CRM and by what is on record here. */
export type ClosedCheck = {
  quarter: Quarter;
  ours: Money[];
  count: number;
  /** As typed; empty where nothing was. `apart`: theirs − ours, per currency; empty where nothing was typed. */
  theirs: Money[];
  apart: Money[];
  /** In a view of closed deals and not won here, and the other way round; null where no such view was seen whole. */
  onlyThere: TeamDeal[] | null;
  onlyHere: TeamDeal[] | null;
};

export type SweepState = {
  week: Week;
  views: SweptView[];
  /** Open deals on record: seen since the week began, and not. Those that are asked for in the queue are in neither. */
  fresh: TeamDeal[];
  toOpen: TeamDeal[];
  queue: Vanished[];
  closed: ClosedCheck;
  /** All views were seen whole and nothing is left to answer, at least one of them of open deals. */
  isComplete: boolean;
  completedAt: Instant | null;
};

export type SweepInput = {
  team: Team;
  views: readonly PinnedView[];
  /** By address; oldest first, from some weeks before this one on. */
  looks: ReadonlyMap<string, readonly ViewLook[]>;
  /** What was said this week. */
  said: WeeklySweep;
};

/** How far this week's sweep has come. */
export function sweepState({ team, views, looks, said }: SweepInput): SweepState {
  const { today, settings, moment } = team;
  const week = weekOf(today, settings.weekStart);
  const since = momentOn(week.from, '00:00', moment.timeZone);
  const swept = views.map(
    (view): SweptView => ({ view, state: viewState(looks.get(view.url) ?? [], since, said.whole.includes(view.url)) }),
  );
  const queue = queueOf(team, views, looks, said);
  const asked = new Set(queue.map(({ deal }) => deal.id));
  const open = team.deals.filter(({ outcome, id }) => outcome === 'open' && !asked.has(id));
  const isWhole = swept.every(({ state }) => state.reach === 'whole');
  return {
    week,
    views: swept,
    fresh: open.filter(({ lastSeenAt }) => lastSeenAt >= since),
    toOpen: open.filter(({ lastSeenAt }) => lastSeenAt < since).toSorted((a, b) => a.lastSeenAt - b.lastSeenAt),
    queue,
    closed: closedCheck(team, swept, said.closed),
    isComplete: isWhole && queue.length === 0 && views.some(({ kind }) => kind === 'open'),
    completedAt: said.completedAt,
  };
}

/** Deals that nobody knows the end of: gone from a view of open deals, still open here, and not seen elsewhere since. */
function queueOf(team: Team, views: readonly PinnedView[], looks: SweepInput['looks'], said: WeeklySweep): Vanished[] {
  const byId = new Map(team.deals.map((deal) => [deal.id, deal]));
  const found = new Map<string, Vanished>();
  for (const view of views) {
    if (view.kind !== 'open') continue;
    const gone = vanishedFrom(looks.get(view.url) ?? []);
    if (!gone) continue;
    for (const id of gone.deals) {
      const deal = byId.get(id);
      const isAnswered = said.filtered.some((one) => one.deal === id && one.at >= gone.missedAt);
      if (deal?.outcome !== 'open' || isAnswered || wasSeenSince(deal.now.history, gone)) continue;
      if (!found.has(id)) found.set(id, { deal, view, stoodAt: gone.stoodAt, missedAt: gone.missedAt });
    }
  }
  return [...found.values()];
}

function closedCheck(team: Team, swept: readonly SweptView[], typed: readonly Money[]): ClosedCheck {
  const { today, settings, deals } = team;
  const quarter = quarterOf(today, settings.fiscalYearStart);
  const won = wonIn({ deals, quarter });
  const by = conversionOf(settings, today);
  const ours = sumsOf(
    won.flatMap(({ amount }) => amount ?? []),
    by,
  );
  const theirs = typed.length === 0 ? [] : sumsOf(typed, by);
  const minus = ours.map((sum) => ({ ...sum, minor: -sum.minor }));
  const closedViews = swept.filter(({ view, state }) => view.kind === 'closed' && state.reach === 'whole');
  const there = new Set(closedViews.flatMap(({ state }) => state.deals));
  const isOfViews = closedViews.length > 0;
  return {
    quarter,
    ours,
    count: won.length,
    theirs,
    apart: theirs.length === 0 ? [] : sumByCurrency([...theirs, ...minus]),
    onlyThere: isOfViews ? deals.filter(({ id, outcome }) => there.has(id) && outcome === 'open') : null,
    onlyHere: isOfViews ? won.filter(({ id }) => !there.has(id)) : null,
  };
}
