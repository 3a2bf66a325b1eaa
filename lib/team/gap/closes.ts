import { addDays, type Day, daysBetween } from '../../deal/day.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { FEWEST_DEALS } from '../people/build-people.ts';
import type { Interval } from '../people/posterior.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { begunOn } from './begun-on.ts';
import { dealsOf, type Gap } from './gap-of.ts';
import { ratesOf } from './own-rate.ts';
import { type Counting, worthIn } from './unit.ts';

/** A deal that could close a part of the gap, in minor units. `pull-in`: dated into the next quarter, mid or late. */
export type Closer = { deal: TeamDeal; kind: 'best-case' | 'pull-in'; minor: number };

/** Not in the forecast yet, seen this week, not parked. */
export function closersOf(team: Team, quarter: Quarter, next: Quarter, { whose, counting, parts }: Gap): Closer[] {
  const isLive = ({ freshness, now }: TeamDeal) => freshness.level === 'fresh' && now.wait === null;
  const later = dealsOf(team, team.deals, whose).filter(
    ({ outcome, closeDate, stageKind }) =>
      outcome === 'open' &&
      (closeDate ?? '') > quarter.to &&
      (closeDate ?? '') <= next.to &&
      (stageKind === 'mid' || stageKind === 'late'),
  );
  const worthy = (kind: Closer['kind'], deals: readonly TeamDeal[]) =>
    deals.filter(isLive).flatMap((deal): Closer[] => {
      const minor = worthIn(deal, counting);
      return minor === null || minor <= 0 ? [] : [{ deal, kind, minor }];
    });
  return [...worthy('best-case', parts['best-case']), ...worthy('pull-in', later)];
}

/**
 * As few deals as cover the gap: the largest first, and as the last the smallest that still covers it. All of them where
 * they do not. `left`: what is in none of them.
 */
export function fewestThatCover(
  closers: readonly Closer[],
  gap: number,
): { first: Closer[]; others: Closer[]; left: number } {
  const sorted = closers.toSorted((a, b) => b.minor - a.minor || (a.deal.id < b.deal.id ? -1 : 1));
  const first: Closer[] = [];
  let left = Math.max(0, gap);
  for (const one of sorted) {
    if (left <= 0) break;
    const last = one.minor >= left ? (sorted.findLast(({ minor }) => minor >= left) ?? one) : one;
    first.push(last);
    left -= last.minor;
  }
  const taken = new Set(first);
  return { first, others: sorted.filter((one) => !taken.has(one)), left: Math.max(0, left) };
}

/**
 * What must still be created, and by when: what is left ÷ the value-weighted share of ended deals that was won, so many days
 * before the quarter's end as half of the won deals took at most. Null figures: too few deals to say. `isInTime` false: a
 * usual deal that is created today ends after the quarter.
 */
export type ToCreate = {
  left: number;
  rate: Interval | null;
  minor: number | null;
  age: number | null;
  by: Day | null;
  isInTime: boolean | null;
};

export function toCreate(team: Team, quarter: Quarter, { whose, counting }: Gap, left: number): ToCreate {
  const ours = dealsOf(team, team.deals, whose);
  const rate = endedRate(ours, counting);
  const begun = begunOn(team);
  const ages = ours.flatMap((deal) => {
    const [from, to] = [begun(deal), deal.closedOn];
    return deal.outcome === 'won' && from !== null && to !== null && from <= to ? daysBetween(from, to) : [];
  });
  const age =
    ages.length < FEWEST_DEALS ? null : (ages.toSorted((a, b) => a - b)[Math.floor((ages.length - 1) / 2)] ?? null);
  const by = age === null ? null : addDays(quarter.to, -age);
  return {
    ...{ left, rate, age, by },
    minor: rate === null ? null : Math.ceil(left / rate.estimate),
    isInTime: by === null ? null : by >= team.today,
  };
}

/** Of deals whose end was seen: one that had ended before it was first seen says nothing of those that were lost. */
function endedRate(deals: readonly TeamDeal[], counting: Counting): Interval | null {
  const ended = deals.flatMap((deal) => {
    const { outcome, now } = deal;
    const { fields } = now.deal;
    const end = fields.outcome?.value === outcome ? fields.outcome : fields.stage;
    const minor = worthIn(deal, counting);
    if (outcome === 'open' || !end || end.after === null || minor === null || minor <= 0) return [];
    return [{ minor, isWon: outcome === 'won' }];
  });
  const [rate] = ratesOf([ended]);
  return rate?.share ?? null;
}
