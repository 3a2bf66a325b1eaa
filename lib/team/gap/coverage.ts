import type { Quarter } from '../../deal/quarter.ts';
import { sizeOf, type TeamContext } from '../../risk/team-context.ts';
import { teamsOf, type Whose } from '../goals.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { begunOn } from './begun-on.ts';
import { coverageDeals } from './coverage-deals.ts';
import { dealsOf, type Gap } from './gap-of.ts';
import { type OwnRate, ratesOf, type Tried } from './own-rate.ts';
import { type Counting, sumIn } from './unit.ts';

export const SEGMENTINGS = ['pipeline', 'size', 'age'] as const;
export type Segmenting = (typeof SEGMENTINGS)[number];

export type Segment = {
  by: Segmenting;
  /** A pipeline as it is written; small, middling, big; new in the quarter, older; "" where that was not seen. */
  name: string;
  minor: number;
  deals: TeamDeal[];
  rate: OwnRate;
  /** Its value times its own rate; null where there are too few deals to say. */
  brings: number | null;
};

/** `need`: how many times over what is still to close must be open, at the own rate; null where it cannot be said. */
export type Coverage = {
  /** Goal − closed; null without a goal. */
  toClose: number | null;
  minor: number;
  deals: TeamDeal[];
  /** Open and due ÷ what is still to close; null where there is nothing to close. */
  times: number | null;
  rate: OwnRate;
  need: { times: number; low: number; high: number } | null;
  segments: Segment[];
};

type Input = { team: Team; quarter: Quarter; gap: Gap; tried: readonly Tried[]; usual: TeamContext | null };

export function coverageOf({ team, quarter, gap, tried, usual }: Input): Coverage {
  const { counting, goal, closed } = gap;
  const deals = coverageDeals({ deals: dealsOf(team, team.deals, gap.whose), today: team.today }, quarter);
  const own = triedOf(team, tried, gap.whose);
  const rate = rateOf(team, tried, gap.whose);
  const minor = sumIn(deals, counting);
  const toClose = goal.amount === null ? null : goal.amount.minor - closed;
  const { share } = rate;
  return {
    ...{ toClose, minor, deals, rate },
    times: toClose !== null && toClose > 0 ? minor / toClose : null,
    need: share && { times: 1 / share.estimate, low: 1 / share.high, high: 1 / share.low },
    segments: SEGMENTINGS.flatMap((by) => segmentsOf(namerOf(by, team, usual), deals, own, quarter, counting)),
  };
}

function triedOf(team: Team, tried: readonly Tried[], whose: Whose): Tried[] {
  const then = tried.map((one) => one.then);
  const ours = new Set(dealsOf(team, then, whose));
  return tried.filter((one) => ours.has(one.then));
}

/** A person's is drawn to the others', a team's to the other teams'. */
function rateOf(team: Team, tried: readonly Tried[], { person, team: name }: Whose): OwnRate {
  const each: Whose[] =
    person !== null
      ? team.people.map((one) => ({ person: one.name, team: null }))
      : teamsOf(team).map((one) => ({ person: null, team: one }));
  const place = each.findIndex((whose) => whose.person === person && whose.team === name);
  const asked = place < 0 ? [{ person, team: name }] : each;
  const rates = ratesOf(asked.map((whose) => triedOf(team, tried, whose)));
  return rates[Math.max(0, place)] ?? { tried: [], value: 0, won: 0, share: null };
}

type Namer = { by: Segmenting; nameOf(deal: TeamDeal, quarter: Quarter): string };

/** Pipelines by name, the others in their own order. One segment alone splits nothing. */
function segmentsOf(
  { by, nameOf }: Namer,
  deals: readonly TeamDeal[],
  tried: readonly Tried[],
  quarter: Quarter,
  counting: Counting,
): Segment[] {
  const found = new Set([
    ...deals.map((deal) => nameOf(deal, quarter)),
    ...tried.map((one) => nameOf(one.then, one.quarter)),
  ]);
  const names =
    by === 'pipeline' ? [...found].sort((a, b) => a.localeCompare(b)) : ORDERS[by].filter((name) => found.has(name));
  if (names.length < 2) return [];
  const rates = ratesOf(names.map((name) => tried.filter((one) => nameOf(one.then, one.quarter) === name)));
  return names.flatMap((name, at) => {
    const rate = rates[at];
    if (!rate) return [];
    const own = deals.filter((deal) => nameOf(deal, quarter) === name);
    const minor = sumIn(own, counting);
    const brings = rate.share && Math.round(minor * rate.share.estimate);
    return [{ by, name, minor, deals: own, rate, brings }];
  });
}

const ORDERS = { size: ['small', 'middling', 'big'], age: ['new', 'older'] } as const;

function namerOf(by: Segmenting, team: Team, usual: TeamContext | null): Namer {
  if (by === 'pipeline') return { by, nameOf: ({ pipeline }) => pipeline ?? '' };
  if (by === 'size') return { by, nameOf: ({ amount }) => sizeOf(amount, usual) ?? 'middling' };
  const begun = begunOn(team);
  return { by, nameOf: (deal, quarter) => ((begun(deal) ?? '') >= quarter.from ? 'new' : 'older') };
}
