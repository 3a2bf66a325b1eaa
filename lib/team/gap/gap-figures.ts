import type { Instant } from '../../deal/day.ts';
import { type Quarter, quarterAfter, quarterOf } from '../../deal/quarter.ts';
import type { TeamContext } from '../../risk/team-context.ts';
import type { Whose } from '../goals.ts';
import type { Team } from '../team-deals.ts';
import { type Closer, closersOf, fewestThatCover, type ToCreate, toCreate } from './closes.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Earlier, earlierQuarters } from './earlier.ts';
import { type Gap, gapOf, gapsOfEach } from './gap-of.ts';
import { type Ahead, aheadOf } from './next-quarter.ts';
import { triedIn } from './own-rate.ts';
import { type Pacing, pacingOf } from './pacing.ts';
import { type WhereAnswer, whereOf } from './where.ts';

/** The gap of a quarter with all that is asked about it. `closes` null: no goal, or nothing left to close. */
export type GapFigures = {
  quarter: Quarter;
  next: Quarter;
  earlier: Earlier[];
  gap: Gap;
  each: ReturnType<typeof gapsOfEach>;
  coverage: Coverage;
  pacing: Pacing;
  where: WhereAnswer;
  closes: { first: Closer[]; others: Closer[]; left: number; create: ToCreate | null } | null;
  ahead: Ahead[];
};

export type GapInput = {
  team: Team;
  /** The team at another moment, known as of now. */
  at(asOf: Instant): Team;
  usual: TeamContext | null;
  whose: Whose;
};

/** Of the running quarter. */
export function gapFigures({ team, at, usual, whose }: GapInput): GapFigures {
  const { fiscalYearStart } = team.settings;
  const quarter = quarterOf(team.today, fiscalYearStart);
  const next = quarterAfter(quarter, fiscalYearStart);
  const earlier = earlierQuarters(team, quarter, at);
  const gap = gapOf(team, quarter, whose);
  const tried = triedIn(earlier, team, gap.counting);
  return {
    ...{ quarter, next, earlier, gap },
    each: gapsOfEach(team, quarter),
    coverage: coverageOf({ team, quarter, gap, tried, usual }),
    pacing: pacingOf(team, quarter, gap, earlier),
    where: whereOf(team, quarter, gap, earlier),
    closes: closesOf(team, quarter, next, gap),
    ahead: aheadOf(team, quarter, whose, earlier),
  };
}

function closesOf(team: Team, quarter: Quarter, next: Quarter, gap: Gap): GapFigures['closes'] {
  if (gap.gap === null || gap.gap <= 0) return null;
  const cover = fewestThatCover(closersOf(team, quarter, next, gap), gap.gap);
  return { ...cover, create: cover.left > 0 ? toCreate(team, quarter, gap, cover.left) : null };
}
