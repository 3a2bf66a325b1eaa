import type { SumCheck } from '../../coaching/column-sums.ts';
import { dayInZone, type Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import type { WeeklySweep } from '../../deal/sweep.ts';
import { type Week, weekOf } from '../../deal/week.ts';
import type { ViewLook } from '../../history/view-visits.ts';
import type { PinnedView } from '../../settings/settings.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { type ClosedCheck, closedCheck } from './closed-check.ts';
import { goneFrom } from './gone-from-view.ts';
import { type ViewState, viewState } from './view-state.ts';
import { viewSums } from './view-sums.ts';
import { type Visit, visitsOf } from './visits.ts';

/** One pinned view with how far it was read this week. */
export type SweptView = {
  view: PinnedView;
  state: ViewState;
  /** What the page's own totals come to in that visit; null where it shows none, or was not opened. */
  sums: SumCheck | null;
};

/** A deal that stood in a view when it was last seen whole, and no longer when it was seen whole again. */
export type Vanished = { deal: TeamDeal; view: PinnedView; stoodAt: Instant; missedAt: Instant };

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
  /** What was said in weeks before. */
  before: readonly WeeklySweep[];
};

/** How far this week's sweep has come. */
export function sweepState({ team, views, looks, said, before }: SweepInput): SweepState {
  const { today, settings, moment } = team;
  const week = weekOf(today, settings.weekStart);
  const since = momentOn(week.from, '00:00', moment.timeZone);
  const sweeps = [...before, said];
  const visits = visitsByView(views, looks, sweeps, moment.timeZone);
  const swept = views.map((view): SweptView => {
    const all = visits.get(view.url) ?? [];
    const [state, last] = [viewState(all, since), all.at(-1)];
    return { view, state, sums: last && state.at !== null ? viewSums(team, view, last) : null };
  });
  const queue = queueOf(team, views, visits, sweeps);
  const asked = new Set(queue.map(({ deal }) => deal.id));
  const open = team.deals.filter(({ outcome, id }) => outcome === 'open' && !asked.has(id));
  const isWhole = swept.every(({ state }) => state.reach === 'whole');
  return {
    week,
    views: swept,
    fresh: open.filter(({ lastSeenAt }) => lastSeenAt >= since),
    toOpen: open.filter(({ lastSeenAt }) => lastSeenAt < since).toSorted((a, b) => a.lastSeenAt - b.lastSeenAt),
    queue,
    closed: closedCheck(team, swept, sweeps),
    isComplete: isWhole && queue.length === 0 && views.some(({ kind }) => kind === 'open'),
    completedAt: said.completedAt,
  };
}

/** The visits to each view, by its address. A week of which the user said that the list was read to its end counts so. */
function visitsByView(
  views: readonly PinnedView[],
  looks: SweepInput['looks'],
  sweeps: readonly WeeklySweep[],
  timeZone: string,
): Map<string, Visit[]> {
  return new Map(
    views.map(({ url }) => {
      const weeks = sweeps.filter(({ whole }) => whole.includes(url));
      const isSaid = (at: Instant) => {
        const day = dayInZone(at, timeZone);
        return weeks.some(({ from, to }) => day >= from && day <= to);
      };
      return [url, visitsOf(looks.get(url) ?? [], isSaid)];
    }),
  );
}

/**
 * Deals that nobody knows the end of: gone from a view of open deals, still open here, standing in no other such view
 * since, and not opened since. A view of closed deals answers by the outcome or stage that it shows, not by being read.
 */
function queueOf(
  team: Team,
  views: readonly PinnedView[],
  visits: ReadonlyMap<string, readonly Visit[]>,
  said: readonly WeeklySweep[],
): Vanished[] {
  const byId = new Map(team.deals.map((deal) => [deal.id, deal]));
  const open = views.filter(({ kind }) => kind === 'open');
  const filtered = said.flatMap((sweep) => sweep.filtered);
  const standsSince = (id: string, at: Instant) =>
    open.some(({ url }) => visits.get(url)?.some((visit) => visit.to >= at && visit.deals.has(id)));
  const found = new Map<string, Vanished>();
  for (const view of open) {
    for (const { deal: id, stoodAt, missedAt } of goneFrom(visits.get(view.url) ?? [])) {
      const deal = byId.get(id);
      if (deal?.outcome !== 'open' || found.has(id) || standsSince(id, missedAt)) continue;
      const isAnswered = filtered.some((one) => one.deal === id && one.at >= missedAt);
      const wasOpened = deal.now.history.sightings.some(
        ({ at, page }) => at >= missedAt && (page === 'record' || page === 'file'),
      );
      if (!isAnswered && !wasOpened) found.set(id, { deal, view, stoodAt, missedAt });
    }
  }
  return [...found.values()];
}
