import type { WorkCalendar } from '../../deal/day.ts';
import type { Role } from '../../deal/role.ts';
import type { DealRow } from '../card.ts';
import type { ReviewDeal } from './review-deal.ts';

export type ReviewPlan = {
  role: Role;
  /** Every deal that calls for a talk, the most pressing first. */
  deals: ReviewDeal[];
  /** Their owners in the order of the roster, then by the alphabet; deals without one come last. */
  people: string[];
  /** So many a week still holds. */
  budget: number;
  calendar: WorkCalendar;
  /** Not seen for two weeks: nothing is said of them before somebody looked. */
  lookAgain: DealRow[];
};

/** `person`: one owner's deals alone. `all`: beyond what a week holds, with those that wait for an answer. */
export type ReviewChoice = { by: 'person' | 'value'; person: string | null; all: boolean };

/** The run's deals in the order in which they are talked about. People stand in roster order, never by their deals. */
export function arrange({ deals, people, budget }: ReviewPlan, { by, person, all }: ReviewChoice): ReviewDeal[] {
  const theirs = person === null ? deals : deals.filter((deal) => deal.person === person);
  const chosen = all ? theirs : theirs.filter(({ askedOn }) => askedOn === null).slice(0, budget);
  return by === 'value'
    ? chosen.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
    : chosen.toSorted((a, b) => people.indexOf(a.person) - people.indexOf(b.person));
}
