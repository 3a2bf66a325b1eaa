import { dayOfTold, feedOf } from '../feed.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The buyer has done nothing that the page shows for a while, though their acts can be seen there.';

export const buyerSilent: Signal<'buyer-silent'> = {
  name: 'buyer-silent',
  family: 'quiet',
  limits: DEFAULT_LIMITS['buyer-silent'],
  inputs: [],
  evaluate(context) {
    const feed = feedOf(context);
    if (!feed) return unknown(buyerSilent, [], ['feed']);
    const limit = context.limit('buyer-silent');
    const act = feed.buyer.at(-1) ?? null;
    const first = feed.events[0];
    if (!limit || context.waiting || !first) return off(buyerSilent);
    const since = dayOfTold(act ?? first);
    const days = feed.last - since;
    if (days < limit.limit) return off(buyerSilent);
    return holds(context, buyerSilent, {
      facts: {
        lastAct: act?.entry.day ?? null,
        since: context.dayText(since),
        days,
      },
      observed: days,
      limit,
      asOfDay: feed.last,
      atLeast: act === null,
      told: [{ field: 'lastActivity', row: (act ?? first).row }],
    });
  },
};
