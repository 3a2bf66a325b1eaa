import { minorDigits } from '../../deal/money.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { isWonIn } from '../forecast/forecast.ts';
import { FEWEST_DEALS } from '../people/build-people.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { attribute, roundedTo } from './attribute.ts';
import type { Earlier } from './earlier.ts';
import { dealsOf, type Gap } from './gap-of.ts';
import { type InPlay, inPlay, type Place } from './in-play.ts';
import { sumIn } from './unit.ts';

/**
 * What is closed or in commit is a product, as in the field's "sales velocity" (deals × rate × size, by speed), with each
 * stage for itself: deals dated into the quarter (there when it began, and created since) × share not put off × share of
 * those that are settled by this day × share of these not lost early, mid, late × mean amount.
 */
export const FACTORS = ['there', 'fresh', 'kept', 'settled', 'unplaced', 'early', 'mid', 'late', 'size'] as const;
export type FactorName = (typeof FACTORS)[number];
/** Two parts come before the factors: what the goal asks beyond a usual quarter, and what usually comes after this day. */
export type PartName = FactorName | 'above-usual' | 'still-to-come';

/** `minor`: by how much it widens the gap; below nought: by how much it narrows it. `was`: usual; null for what is no factor. */
export type GapPart = { part: PartName; minor: number; was: number | null; is: number | null; deals: TeamDeal[] };

/** The parts add up to `total`: the gap, or without a goal what is missing to the usual of this day. */
export type Where = {
  total: number;
  usualNow: number;
  usualWhole: number;
  parts: GapPart[];
};

export type WhereAnswer = { where: Where | null; why: 'no-history' | 'too-few' | null; current: InPlay };

export function whereOf(team: Team, quarter: Quarter, gap: Gap, earlier: readonly Earlier[]): WhereAnswer {
  const { counting, whose, goal } = gap;
  const current = inPlay(team, dealsOf(team, team.deals, whose), quarter, counting);
  const past = earlier
    .filter(({ isWhole }) => isWhole)
    .map(({ quarter: one, team: then }) => inPlay(then, dealsOf(team, then.deals, whose), one, counting));
  if (past.length === 0) return { where: null, why: 'no-history', current };
  const secured = past.flatMap(({ places }) => places.secured);
  if (secured.length < FEWEST_DEALS || countOf(current) < FEWEST_DEALS) return { where: null, why: 'too-few', current };
  const [was, is] = known(
    factorsOf(past, (deals) => sumIn(deals, counting)),
    factorsOf([current], (deals) => sumIn(deals, counting)),
  );
  const usualNow = Math.round(sumIn(secured, counting) / past.length);
  const usualWhole = Math.round(meanWhole(team, gap, earlier));
  const brought = gap.closed + gap.commit;
  const raw = attribute(was, is, product).map((part) => -part);
  const before = goal.amount === null ? [] : [goal.amount.minor - usualWhole, usualWhole - usualNow];
  const total = gap.gap ?? usualNow - brought;
  const minor = roundedTo(total, [...before, ...raw], 10 ** minorDigits(counting.unit.currency));
  const names: PartName[] = [...(before.length > 0 ? (['above-usual', 'still-to-come'] as const) : []), ...FACTORS];
  const parts = names.map((part, at): GapPart => {
    const factor = (FACTORS as readonly PartName[]).indexOf(part);
    return {
      ...{ part, minor: minor[at] ?? 0, was: was[factor] ?? null, is: is[factor] ?? null },
      deals: factor < 0 ? [] : behind(part as FactorName, current),
    };
  });
  return { where: { total, usualNow, usualWhole, parts }, why: null, current };
}

function meanWhole(team: Team, { whose, counting }: Gap, earlier: readonly Earlier[]): number {
  const whole = earlier.filter(({ isWhole }) => isWhole);
  const ours = dealsOf(team, team.deals, whose);
  const sums = whole.map(({ quarter }) =>
    sumIn(
      ours.filter((deal) => isWonIn(deal, quarter)),
      counting,
    ),
  );
  return sums.reduce((sum, one) => sum + one, 0) / whole.length;
}

const countOf = ({ fresh, there }: InPlay) => fresh.length + there.length;

const product = (factors: readonly number[]) => {
  const [there = 0, fresh = 0, ...shares] = factors;
  return shares.reduce((all, share) => all * share, there + fresh);
};

/** In the order of `FACTORS`, of the mean quarter; null for a share of nothing. */
function factorsOf(of: readonly InPlay[], sum: (deals: readonly TeamDeal[]) => number): (number | null)[] {
  const mean = (count: (one: InPlay) => number) => of.reduce((all, one) => all + count(one), 0) / of.length;
  const at = (place: Place) => mean(({ places }) => places[place].length);
  const [there, fresh] = [mean((one) => one.there.length), mean((one) => one.fresh.length)];
  const shares: (number | null)[] = [];
  let left = there + fresh;
  for (const place of ['put-off', 'unsettled', 'lost', 'lost-early', 'lost-mid', 'lost-late'] as const) {
    const next = left - at(place);
    shares.push(left > 0 ? next / left : null);
    left = next;
  }
  const secured = at('secured');
  return [there, fresh, ...shares, secured > 0 ? mean(({ places }) => sum(places.secured)) / secured : null];
}

/** A share that one side has no deals for is taken as the other's: it then tells nothing of the difference. */
function known(was: readonly (number | null)[], is: readonly (number | null)[]): [number[], number[]] {
  return [was.map((one, at) => one ?? is[at] ?? 1), is.map((one, at) => one ?? was[at] ?? 1)];
}

const PLACE_OF: Record<Exclude<FactorName, 'there' | 'fresh'>, Place> = {
  kept: 'put-off',
  settled: 'unsettled',
  unplaced: 'lost',
  early: 'lost-early',
  mid: 'lost-mid',
  late: 'lost-late',
  size: 'secured',
};

/** This quarter's deals that a factor is about. */
function behind(factor: FactorName, { fresh, there, places }: InPlay): TeamDeal[] {
  if (factor === 'there') return there;
  return factor === 'fresh' ? fresh : places[PLACE_OF[factor]];
}
