import type { Instant, WorkCalendar } from '../../deal/day.ts';
import type { CourierParts } from '../../process/courier-line.ts';
import type { DealCard } from '../card.ts';
import { arrange, type ReviewChoice, type ReviewPlan } from './arrange.ts';
import { NOT_READ, ofCard, type ReviewDeal, type ReviewTalk } from './review-deal.ts';

/** What came back in one word. `happened`: the promise was kept. */
export type AnswerKind = 'happened' | 'day' | 'find-out' | 'nothing' | 'off';

/** What was agreed: a promise, or to wait until its day. */
export type Agreed = CourierParts & { wait: boolean };

export type ReviewItem = ReviewDeal &
  ReviewTalk & {
    /** Its card was built: before that there is nothing to ask. */
    isRead: boolean;
    /** `skipped`: nothing was asked. Each later step is on record before it is taken here. */
    step: 'pending' | 'skipped' | 'asked' | 'answered' | 'promised' | 'waited';
    answer: { kind: AnswerKind; note: string } | null;
    agreed: Agreed | null;
  };

/** A run as it stands; plain data, so that it is taken up again after the panel was closed. */
export type Review = {
  startedAt: Instant;
  by: ReviewChoice['by'];
  items: ReviewItem[];
  /** The deal at hand; as many as there are deals: the run is over. */
  at: number;
  /** Whose deals they are, in the order of the roster. */
  people: string[];
  calendar: WorkCalendar;
  /** So many deals were not seen for two weeks. */
  lookAgain: number;
};

export type ReviewEvent =
  | { kind: 'asked' }
  | { kind: 'answered'; answer: NonNullable<ReviewItem['answer']> }
  | { kind: 'agreed'; agreed: Agreed }
  | { kind: 'next' }
  | { kind: 'back' }
  /** Its card was built, from all that is on record. */
  | { kind: 'read'; card: DealCard }
  /** Its page was read meanwhile. */
  | { kind: 'seen'; card: DealCard };

/** A run over what was chosen of a plan; null: nothing to talk about is no run. */
export function startReview(plan: ReviewPlan, choice: ReviewChoice, startedAt: Instant): Review | null {
  const items = arrange(plan, choice).map((deal) => ({
    ...{ ...deal, ...NOT_READ },
    isRead: false,
    step: 'pending' as const,
    answer: null,
    agreed: null,
  }));
  const { people, calendar, lookAgain } = plan;
  if (items.length === 0) return null;
  return { startedAt, by: choice.by, items, at: 0, people, calendar, lookAgain: lookAgain.length };
}

/** One step of a run. An event that does not fit changes nothing. */
export function step(review: Review, event: ReviewEvent): Review {
  const { items, at } = review;
  const item = items[at];
  if (event.kind === 'back') return { ...review, at: Math.max(0, at - 1) };
  if (event.kind === 'seen' || event.kind === 'read') return renewed(review, event);
  if (!item) return review;
  switch (event.kind) {
    case 'asked':
      return isOpen(item) && item.isRead ? put(review, { ...item, step: 'asked' }) : review;
    case 'answered':
      // A run logs what was asked first: an answer without a question would be a claim.
      if (isOpen(item)) return review;
      return put(review, {
        ...item,
        step: item.step === 'asked' ? 'answered' : item.step,
        answer: event.answer,
      });
    case 'agreed':
      if (isOpen(item)) return review;
      return put(review, { ...item, step: event.agreed.wait ? 'waited' : 'promised', agreed: event.agreed });
    case 'next':
      return { ...put(review, item.step === 'pending' ? { ...item, step: 'skipped' } : item), at: at + 1 };
  }
}

const isOpen = ({ step }: ReviewItem) => step === 'pending' || step === 'skipped';

/** Whether two runs say the same; thousands of deals are told apart by what changes in a run. */
export function isSameRun(one: Review | null, other: Review | null): boolean {
  if (one === other || one === null || other === null) return one === other;
  if (one.startedAt !== other.startedAt || one.at !== other.at || one.items.length !== other.items.length) return false;
  return one.items.every((item, at) => {
    const twin = other.items[at];
    return twin !== undefined && item.deal === twin.deal && item.step === twin.step && isSameItem(item, twin);
  });
}

/** Deals of which nothing was read are alike by their step alone. */
function isSameItem(one: ReviewItem, other: ReviewItem): boolean {
  if (one.isRead !== other.isRead) return false;
  return !one.isRead || JSON.stringify(one) === JSON.stringify(other);
}

/** The deals whose turn comes next and that were not read yet, the one at hand first. */
export function toRead({ items, at }: Review, ahead: number): string[] {
  return items.slice(at, at + 1 + ahead).flatMap(({ deal, isRead }) => (isRead ? [] : [deal]));
}

function put(review: Review, item: ReviewItem): Review {
  return { ...review, items: review.items.with(review.at, item) };
}

/** What is said of a deal is of now, as long as nothing was asked. */
function renewed(review: Review, { kind, card }: Extract<ReviewEvent, { card: DealCard }>): Review {
  const place = review.items.findIndex(({ deal }) => deal === card.deal);
  const item = review.items[place];
  if (!item || !isOpen(item)) return review;
  // A page that comes up may be told of before what is usual in the team is known: it renews, and is not where a deal begins.
  if (!item.isRead && kind === 'seen') return review;
  const fresh = { ...ofCard(card), isRead: true };
  // Where nothing is left to ask, what the run came for still stands to be talked about.
  const now =
    !item.isRead || fresh.prompt || fresh.due ? fresh : { fact: fresh.fact, url: fresh.url, buyer: fresh.buyer };
  const next = { ...item, ...now };
  return isSameItem(item, next) ? review : { ...review, items: review.items.with(place, next) };
}

/** Seconds that a deal takes: the fact, the question, one key and one line. */
const SECONDS_PER_DEAL = 10;

/** "4 of 11", and how many minutes the rest takes, at least one. */
export function progress({ items, at }: Review): { place: number; of: number; minutes: number } {
  const left = items.length - at;
  return {
    place: Math.min(at + 1, items.length),
    of: items.length,
    minutes: Math.max(1, Math.round((left * SECONDS_PER_DEAL) / 60)),
  };
}
