import type { Instant } from '../../deal/day.ts';
import type { Roster } from '../../deal/roster.ts';
import { changesAsOf, dealAsOf } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import type { JudgedBy } from '../../risk/assess.ts';
import type { TeamContext } from '../../risk/team-context.ts';
import { type DealNow, dealsNow } from '../deals-now.ts';
import { shorten } from '../words/clean-text.ts';
import type { Words } from '../words/english.ts';
import type { NamedDeal } from './agenda.ts';

/** A deal of one person. `since`: when it was seen to come to them from somebody else; what was before is not theirs. */
export type OwnDeal = DealNow & { since: Instant };

export function ownDeals(
  person: string,
  roster: Roster,
  histories: readonly DealHistory[],
  moment: Moment,
  by: JudgedBy,
  team: TeamContext,
): OwnDeal[] {
  const isTheirs = (owner: unknown) => typeof owner === 'string' && roster.personOf(owner)?.name === person;
  const theirs = histories.filter((history) => isTheirs(dealAsOf(history, moment)?.fields.owner?.value));
  return dealsNow(theirs, moment, by, team).map((deal) => ({ ...deal, since: ownedSince(deal, moment, isTheirs) }));
}

function ownedSince({ history }: DealNow, moment: Moment, isTheirs: (owner: unknown) => boolean): Instant {
  let since = Number.NEGATIVE_INFINITY;
  for (const { field, from, to, seenAt } of changesAsOf(history, moment)) {
    if (field === 'owner' && from !== undefined && isTheirs(to) && !isTheirs(from)) since = seenAt;
  }
  return since;
}

export function nameOf({ history, deal }: DealNow, words: Words): NamedDeal {
  const name = shorten(deal.fields.name?.value ?? '', 120) || words.unnamed;
  return { deal: history.deal.id, name, url: history.deal.url };
}
