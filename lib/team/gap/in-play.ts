import { momentOn } from '../../deal/local-time.ts';
import type { Quarter } from '../../deal/quarter.ts';
import { type StageKind, stageKind } from '../../deal/stage-kind.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import { categoryIn } from '../forecast/forecast.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { begunOn } from './begun-on.ts';
import { type Counting, worthIn } from './unit.ts';

/** Where each deal that was ever dated into a quarter stands at a moment: one of these for each. */
export const PLACES = ['put-off', 'unsettled', 'lost', 'lost-early', 'lost-mid', 'lost-late', 'secured'] as const;
export type Place = (typeof PLACES)[number];

/**
 * The deals of a quarter up to a moment in it: won in it, open and dated into it, or dated into it at some time since it
 * began. `secured`: won or in commit. `lost` alone: from a stage whose place is not known. Only those with an amount in the
 * unit, so that they add up.
 */
export type InPlay = { fresh: TeamDeal[]; there: TeamDeal[]; places: Record<Place, TeamDeal[]> };

export function inPlay(team: Team, deals: readonly TeamDeal[], quarter: Quarter, counting: Counting): InPlay {
  const begun = begunOn(team);
  const found: InPlay = { fresh: [], there: [], places: emptyPlaces() };
  for (const deal of deals) {
    if (worthIn(deal, counting) === null) continue;
    const place = placeOf(deal, team, quarter);
    if (place === null) continue;
    found.places[place].push(deal);
    const isFresh = (begun(deal) ?? '') >= quarter.from;
    (isFresh ? found.fresh : found.there).push(deal);
  }
  return found;
}

const emptyPlaces = () => Object.fromEntries(PLACES.map((place) => [place, []])) as unknown as InPlay['places'];

function placeOf(deal: TeamDeal, team: Team, quarter: Quarter): Place | null {
  const { outcome, closedOn, closeDate } = deal;
  const isClosedIn = closedOn !== null && closedOn >= quarter.from && closedOn <= quarter.to;
  if (outcome === 'won') return isClosedIn ? 'secured' : null;
  if (outcome === 'lost') {
    if (!isClosedIn || !wasDatedIn(deal, team, quarter)) return null;
    const furthest = furthestOf(deal, team);
    return furthest === null ? 'lost' : `lost-${furthest}`;
  }
  if (closeDate !== null && closeDate <= quarter.to)
    return categoryIn(deal).category === 'commit' ? 'secured' : 'unsettled';
  return wasDatedIn(deal, team, quarter) ? 'put-off' : null;
}

/** Whether a date up to the quarter's end stood on it while it was open, at some time since the quarter began. */
function wasDatedIn({ now }: TeamDeal, { moment }: Team, quarter: Quarter): boolean {
  const begin = momentOn(quarter.from, '00:00', moment.timeZone);
  const { fields } = now.deal;
  const end = fields.outcome?.value === now.outcome ? fields.outcome : fields.stage;
  const ended = now.outcome === 'open' || !end ? Number.POSITIVE_INFINITY : end.seenAt;
  const dates = changesAsOf(now.history, moment).filter(({ field, seenAt }) => field === 'closeDate' && seenAt < ended);
  return dates.some(({ to }, at) => {
    const until = dates[at + 1]?.seenAt ?? Number.POSITIVE_INFINITY;
    return typeof to === 'string' && to <= quarter.to && until > begin;
  });
}

const OPEN_KINDS: readonly (StageKind | null)[] = ['early', 'mid', 'late'];

function furthestOf({ now }: TeamDeal, { moment }: Team): 'early' | 'mid' | 'late' | null {
  const { history } = now;
  const reached = changesAsOf(history, moment).map(({ field, to }) =>
    field === 'stage' && typeof to === 'object' && to !== null && 'label' in to
      ? OPEN_KINDS.indexOf(stageKind(to, history.stages, 'open'))
      : -1,
  );
  const furthest = Math.max(-1, ...reached);
  return furthest < 0 ? null : ((['early', 'mid', 'late'] as const)[furthest] ?? null);
}
