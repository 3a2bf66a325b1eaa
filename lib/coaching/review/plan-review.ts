import type { Role } from '../../deal/role.ts';
import { type Roster, type RosterPerson, rosterOf } from '../../deal/roster.ts';
import { ownersIn } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import type { JudgedBy } from '../../risk/assess.ts';
import { buildCard } from '../build-card.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { type DealNow, dealsNow } from '../deals-now.ts';
import { isMine } from '../is-mine.ts';
import { likelyToHelp } from '../likely-to-help.ts';
import { hasPromiseBy, helpOf, rowOf } from '../pick-touches.ts';
import { weekLeft } from '../prompt-budget.ts';
import { pointsOf, relativeValues } from '../rank.ts';
import { shorten } from '../words/clean-text.ts';
import { speakerAt } from '../words/dates.ts';
import { wordsFor } from '../words/words-for.ts';
import type { ReviewPlan } from './arrange.ts';
import { callsForTalk, isException, plainAsks } from './exceptions.ts';
import { ofCard, type ReviewDeal } from './review-deal.ts';

export type ReviewInput = {
  histories: readonly DealHistory[];
  catalogue: Catalogue;
  role: Role;
  moment: Moment;
  settings: JudgedBy & { fiscalYearStart: number; me: string | null; locale: string | undefined };
  roster: readonly RosterPerson[];
  /** All of them judged, where that was done before. */
  deals?: readonly DealNow[] | undefined;
};

/**
 * The deals of a review: a promise whose day has come, a move the wrong way, or a reason to look closer. A card is built
 * only where nothing cheaper tells whether it is one of them; what is said of each is read when its turn comes.
 */
export function planReview({
  histories,
  catalogue,
  role,
  moment,
  settings,
  roster,
  deals: judged,
}: ReviewInput): ReviewPlan {
  const words = wordsFor(settings.locale);
  const say = speakerAt(moment.asOf, moment.timeZone, settings.locale);
  const all = judged ?? dealsNow(histories, moment, settings);
  const { me } = settings;
  const own = role === 'rep' && me !== null ? all.filter((deal) => isMine(deal, me)) : all;
  const open = own.filter(({ outcome }) => outcome === 'open');
  const isStale = ({ assessment }: DealNow) => assessment.freshness.level === 'stale';
  const values = relativeValues(open);
  const events = all.flatMap(({ history }) => history.prompts.filter(({ at }) => at <= moment.asOf));
  const usual = { helps: likelyToHelp(events, moment.asOf) };
  const rank = (deal: DealNow) => pointsOf(deal) * (values.get(deal) ?? 1) * helpOf(deal, usual);
  const known = rosterOf(roster, ownersIn(histories, moment));
  const plain = plainAsks(catalogue, role);
  /** Null: it does not call for a talk. */
  const talkOf = (deal: DealNow): { askedOn: string | null } | null => {
    const calls = callsForTalk(deal, moment, plain);
    if (calls !== null) return calls ? { askedOn: null } : null;
    const { history, assessment } = deal;
    const card = buildCard({ history, assessment, catalogue, usual, role, moment, settings, unread: [] });
    return isException(card) ? ofCard(card) : null;
  };
  const deals = open
    .filter((deal) => !isStale(deal))
    .map((deal) => ({ deal, due: hasPromiseBy(deal, say.today), rank: rank(deal) }))
    .sort((a, b) => Number(b.due) - Number(a.due) || b.rank - a.rank)
    .flatMap(({ deal }): ReviewDeal[] => {
      const talk = talkOf(deal);
      if (!talk) return [];
      const { id, url } = deal.history.deal;
      const { name, amount } = rowOf(deal, '', say, words);
      const [person, value] = [ownerOf(deal, known), values.get(deal) ?? null];
      return [{ deal: id, name, url, amount, person, askedOn: talk.askedOn, value }];
    });
  return {
    role,
    deals,
    people: inOrder(new Set(deals.map(({ person }) => person)), roster),
    budget: weekLeft(events, { role, today: say.today, dayOf: say.dayOf }),
    calendar: settings.calendar,
    lookAgain: open
      .filter(isStale)
      .map((deal) => rowOf(deal, words.freshness.ageing(say.on(deal.deal.lastSeenAt)), say, words)),
  };
}

/** As the roster calls them; "" for a deal without an owner. */
function ownerOf({ deal }: DealNow, roster: Roster): string {
  const owner = deal.fields.owner?.value ?? '';
  return shorten(roster.personOf(owner)?.name ?? owner, 120);
}

function inOrder(names: ReadonlySet<string>, roster: ReviewInput['roster']): string[] {
  const place = new Map(roster.map(({ name }, at) => [name, at] as const).toReversed());
  const placeOf = (name: string) => (name === '' ? Number.MAX_SAFE_INTEGER : (place.get(name) ?? roster.length));
  return [...names].sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b));
}
