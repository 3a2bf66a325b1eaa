import type { ReviewPlan } from '../../../lib/coaching/review/arrange.ts';
import type { ReviewDeal, ReviewTalk } from '../../../lib/coaching/review/review-deal.ts';
import { type Review, startReview } from '../../../lib/coaching/review/review-state.ts';
import { MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';

type Talked = ReviewDeal & ReviewTalk;

export const reviewDeal = (deal: string, more: Partial<Talked> = {}): Talked => ({
  deal,
  name: `Deal ${deal}`,
  url: `https://acme.example.com/deal/${deal}`,
  amount: '$61k',
  person: 'Kim Olsen',
  fact: 'Close date put off 3 times, 47 days in all; now 28 Nov.',
  question: 'What on their side makes the 28th the day?',
  proof: 'A date with its reason, in their writing',
  why: 'The strongest of 3 reasons, seen today.',
  prompt: { id: 'pushed.manager.any', signal: 'pushed', basis: `basis of ${deal}` },
  askedOn: null,
  due: null,
  buyer: 'Ben Okafor',
  value: 1,
  ...more,
});

export const planOf = (deals: ReviewDeal[], more: Partial<ReviewPlan> = {}): ReviewPlan => ({
  role: 'manager',
  deals,
  people: [...new Set(deals.map(({ person }) => person))],
  budget: 12,
  calendar: MONDAY_TO_FRIDAY,
  lookAgain: [],
  ...more,
});

/** A run over these deals, all read, as it begins on Friday 6 November 2026. */
export function reviewOf(deals: Talked[], more: Partial<ReviewPlan> = {}): Review {
  const review = startReview(
    planOf(deals, more),
    { by: 'person', person: null, all: true },
    Date.parse('2026-11-06T09:00:00Z'),
  );
  if (!review) throw new Error('A run needs deals.');
  const talkOf = new Map(deals.map((deal) => [deal.deal, deal]));
  return { ...review, items: review.items.map((item) => ({ ...item, ...talkOf.get(item.deal), isRead: true })) };
}
