import { type OpenDeal, percentiles, type Simulation, shareReaching, spreadOf } from './simulate.ts';

/** Where the period ends if a deal is won in it, or not: the middle of all runs, and the chance of the goal. */
export type IfEnded = { p50: number; reaches: number | null };
export type Deciding = { deal: OpenDeal; won: IfEnded; lost: IfEnded };

/** As many as a meeting talks about. */
const MOST = 5;

/**
 * The deals whose ends move the period most: by the chance of reaching the goal, without a goal by money, each times how
 * open its end is. All else stays as it is in each run.
 */
export function decidingDeals({ totals, ends }: Simulation, goal: number | null): Deciding[] {
  return ends
    .map(({ deal, won }) => {
      const without = totals.map((total, run) => total - (won[run] ? deal.minor : 0));
      const ended = (minor: number): IfEnded => ({
        p50: (percentiles(without, [0.5])[0] ?? 0) + minor,
        reaches: goal === null ? null : shareReaching(without, goal - minor),
      });
      return { deal, won: ended(deal.minor), lost: ended(0) };
    })
    .map((one) => ({ one, moves: moves(one) }))
    .filter(({ moves }) => moves > 0)
    .sort((a, b) => b.moves - a.moves || (a.one.deal.id < b.one.deal.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ one }) => one);
}

function moves({ deal, won, lost }: Deciding): number {
  const by = won.reaches === null || lost.reaches === null ? deal.minor : won.reaches - lost.reaches;
  return by * spreadOf(deal);
}
