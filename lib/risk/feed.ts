import { dayNumber } from '../deal/day.ts';
import type { Told } from '../history/past-as-of.ts';
import { type SignalContext, STALE_AFTER_DAYS } from './context.ts';

/** The page's own list of what happened, where it was seen lately and tells whose acts they were. */
export type Feed = {
  events: readonly Told<'event'>[];
  /** The day it was last read whole: silence counts up to here. */
  last: number;
  buyer: readonly Told<'event'>[];
  seller: readonly Told<'event'>[];
};

/** Null where no feed was seen, too long ago, or one that never says which side an act was: nothing follows from it. */
export function feedOf(context: SignalContext): Feed | null {
  const last = feedSeenOn(context);
  if (last === null || context.today - last > STALE_AFTER_DAYS) return null;
  const events = eventsTold(context);
  const buyer = events.filter(({ entry }) => entry.side === 'buyer');
  const seller = events.filter(({ entry }) => entry.side === 'seller');
  return buyer.length + seller.length === 0 ? null : { events, last, buyer, seller };
}

function feedSeenOn({ past, clock }: SignalContext): number | null {
  const { feedSeenAt } = past();
  return feedSeenAt === null ? null : clock.dayOf(feedSeenAt);
}

/** What had happened by the look that told it: of a later day a page tells what is planned at most. */
export function eventsTold(context: SignalContext): readonly Told<'event'>[] {
  const last = feedSeenOn(context) ?? 0;
  const { events } = context.past();
  return events.filter((one) => dayOfTold(one) <= Math.max(last, context.clock.dayOf(one.row.seenAt)));
}

export const dayOfTold = ({ entry }: Told<'event'>): number => dayNumber(entry.day);
