import type { DealCard, PromiseLine } from './card.ts';
import type { CardContext } from './card-context.ts';
import { isDue } from './list-promises.ts';

export type Lead = { kind: DealCard['lead']; promise?: PromiseLine };

/** What the card opens with. The first that holds wins. */
export function leadOf(context: CardContext): Lead {
  if (context.outcome !== 'open') return { kind: 'closed' };
  const promise = context.promises.find((each) => isDue(each) && !isAsleep(each, context));
  if (promise) return { kind: 'promise', promise };
  const isStale = context.assessment.freshness.level === 'stale';
  if (!isStale && context.moves.adverse.length > 0 && isNewsSinceSnooze(context)) return { kind: 'change' };
  if (context.snooze) return { kind: 'snoozed' };
  if (isStale) return { kind: 'thin' };
  if (context.signals.length > 0) return { kind: 'signal' };
  if (context.thin && !context.wait) return { kind: 'thin' };
  return { kind: 'healthy' };
}

/** Snoozed after it fell due: the reader knows. One that falls due later wakes the deal. */
function isAsleep(promise: PromiseLine, { snooze, say }: CardContext): boolean {
  return snooze !== null && promise.by <= say.dayOf(snooze.at);
}

function isNewsSinceSnooze({ snooze, moves, deal }: CardContext): boolean {
  return snooze === null || moves.fields.some((field) => (deal.fields[field]?.seenAt ?? 0) > snooze.at);
}
