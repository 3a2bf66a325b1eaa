import type { DealPromise } from '../deal/promise.ts';
import type { Deal, DealHistory, Moment } from '../history/types.ts';
import { courierLine } from '../process/courier-line.ts';
import type { PromiseLine } from './card.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';

const OPEN: ReadonlySet<PromiseLine['state']> = new Set(['open', 'due', 'due-not-checked'] as const);
/** Settled ones stay for a while, so that a click can be seen to have counted. */
const SETTLED_SHOWN_MS = 14 * 86_400_000;

/** The deal's promises as lines: the next due first, settled ones last. */
export function listPromises(history: DealHistory, deal: Deal, moment: Moment, say: Speaker): PromiseLine[] {
  return history.promises
    .filter((promise) => promise.madeAt <= moment.asOf)
    .filter(({ settled }) => settled === null || moment.asOf - settled.at <= SETTLED_SHOWN_MS)
    .map((promise) => lineOf(promise, deal, say))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

export function isOpen(promise: PromiseLine): boolean {
  return OPEN.has(promise.state);
}

export function isDue(promise: PromiseLine): boolean {
  return promise.state === 'due' || promise.state === 'due-not-checked';
}

/** Not looking is not silence: only a look after the day can say that a promise was not seen. */
function promiseState(promise: DealPromise, deal: Deal, say: Speaker): PromiseLine['state'] {
  if (promise.settled) return promise.settled.as;
  if (promise.by > say.today) return 'open';
  if (promise.by === say.today) return 'due';
  return say.dayOf(deal.lastSeenAt) > promise.by ? 'due' : 'due-not-checked';
}

function lineOf(promise: DealPromise, deal: Deal, say: Speaker): PromiseLine {
  return {
    id: promise.id,
    what: shorten(promise.what, 200),
    who: shorten(promise.who),
    side: promise.side,
    by: promise.by,
    byText: say.weekday(promise.by),
    proof: promise.proof === null ? null : shorten(promise.proof, 200),
    state: promiseState(promise, deal, say),
    moved: promise.movedFrom.length,
    courier: courierLine(promise, say.locale),
  };
}
