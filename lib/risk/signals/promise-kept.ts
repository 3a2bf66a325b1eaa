import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal } from '../signal.ts';

export const sees = 'Something that they had promised was done lately.';

export const promiseKept: Signal<'promise-kept'> = {
  name: 'promise-kept',
  family: 'good',
  limits: DEFAULT_LIMITS['promise-kept'],
  inputs: [],
  evaluate(context) {
    const limit = context.limit('promise-kept');
    let kept: number | null = null;
    for (const { side, settled } of context.history.promises) {
      if (side !== 'theirs' || settled?.as !== 'kept') continue;
      if (settled.at <= Math.min(context.moment.asOf, context.moment.knownAt)) kept = Math.max(kept ?? 0, settled.at);
    }
    if (!limit || kept === null) return off(promiseKept);
    const keptOn = context.clock.dayOf(kept);
    const days = context.clock.dayOf(context.deal.lastSeenAt) - keptOn;
    if (days > limit.limit) return off(promiseKept);
    return holds(context, promiseKept, {
      facts: { keptOn: context.dayText(keptOn), days },
      observed: days,
      limit,
      asOfDay: keptOn,
    });
  },
};
