import { type Day, dayInZone, dayNumber, type Instant } from '../../deal/day.ts';
import { outcomeOf } from '../../deal/stage-kind.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import { teamContext } from '../../risk/team-context.ts';
import { type Team, type TeamDeal, teamAt } from '../team-deals.ts';
import { type Due, traitsAt } from './chances.ts';
import { isWonIn, type Period } from './forecast.ts';

/** How one past period went on from one of its days: what was due then, and what was won that was not. */
export type PastPeriod = { due: Due[]; fresh: TeamDeal[] };

/** Whether a period expects an open deal, on a day. */
export type Expects = (closeDate: Day | null, period: Period, today: Day) => boolean;

/**
 * A past period as it stood at `at`, and as it ended as far as is known in `now`. `told`: as `asTold` gives them. Only
 * deals that were due then, or were won in the period, are judged: the others say nothing.
 */
export function pastPeriod(
  told: readonly DealHistory[],
  now: Team,
  period: Period,
  at: Instant,
  expects: Expects,
): PastPeriod {
  const moment: Moment = { ...now.moment, asOf: at };
  const won = new Map(now.deals.filter((deal) => isWonIn(deal, period)).map((deal) => [deal.id, deal]));
  const today = dayInZone(at, moment.timeZone);
  const counted = told.filter((history) => {
    if (won.has(history.deal.id)) return true;
    const deal = dealAsOf(history, moment);
    return deal !== null && outcomeOf(deal) === 'open' && expects(deal.fields.closeDate?.value ?? null, period, today);
  });
  const then = teamAt(counted, moment, now.settings, teamContext(told, moment, now.settings.calendar));
  const open = then.deals.filter(
    ({ outcome, closeDate }) => outcome === 'open' && expects(closeDate, period, then.today),
  );
  const known = new Set([...open, ...then.deals.filter(({ outcome }) => outcome !== 'open')].map(({ id }) => id));
  return {
    due: open.map((deal) => ({ traits: traitsAt(deal, period, then.today), won: won.has(deal.id) ? 1 : 0 })),
    fresh: [...won.values()].filter(({ id }) => !known.has(id)),
  };
}

/** What is not looked at for so long is stale: a period with such a gap was not seen whole. */
const GAP_DAYS = 14;
const DAY_MS = 86_400_000;

/** The days, as numbers, on which any deal was looked at or a file dates what it tells; in order. */
export function daysLooked(told: readonly DealHistory[], { asOf, knownAt }: Moment): number[] {
  const days = new Set<number>();
  for (const { sightings } of told)
    for (const { at, recordedAt } of sightings)
      if (at <= asOf && recordedAt <= knownAt) days.add(Math.floor(at / DAY_MS));
  return [...days].sort((a, b) => a - b);
}

/** Whether looks went on from the first day to the last with no gap in which deals went stale. */
export function isSeenWhole(looked: readonly number[], from: Day, to: Day): boolean {
  let last = dayNumber(from) - 1;
  const end = dayNumber(to);
  for (const day of looked) {
    if (day <= last) continue;
    if (day > end) break;
    if (day - last > GAP_DAYS) return false;
    last = day;
  }
  return end - last < GAP_DAYS;
}
