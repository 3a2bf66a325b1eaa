import { daysBetween } from '../deal/day.ts';
import type { DealPromise } from '../deal/promise.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { courierLine } from '../process/courier-line.ts';
import { pageProof, pastProof } from '../process/page-proof.ts';
import { promiseState } from '../process/promise-state.ts';
import type { PromiseLine } from './card.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import { FIELD_WORDS } from './words/english-names.ts';

const OPEN: ReadonlySet<PromiseLine['state']> = new Set(['open', 'due', 'due-not-checked'] as const);
/** Settled ones stay for a while, so that a click can be seen to have counted. */
const SETTLED_SHOWN_DAYS = 14;

/** The deal's promises as lines: the next due first, settled ones last. */
export function listPromises(history: DealHistory, moment: Moment, say: Speaker): PromiseLine[] {
  return history.promises
    .filter((promise) => promise.madeAt <= Math.min(moment.asOf, moment.knownAt))
    .map((promise) => ({ line: promiseLine(promise, history, moment, say), settled: promise.settled }))
    .filter(({ line, settled }) => {
      const since = settled ? say.dayOf(settled.at) : line.by;
      return isOpen(line) || daysBetween(since, say.today) <= SETTLED_SHOWN_DAYS;
    })
    .map(({ line }) => line)
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

export function isOpen(promise: PromiseLine): boolean {
  return OPEN.has(promise.state);
}

export function isDue(promise: PromiseLine): boolean {
  return promise.state === 'due' || promise.state === 'due-not-checked';
}

export function promiseLine(promise: DealPromise, history: DealHistory, moment: Moment, say: Speaker): PromiseLine {
  return {
    id: promise.id,
    what: shorten(promise.what, 200),
    who: shorten(promise.who),
    side: promise.side,
    by: promise.by,
    byText: say.weekday(promise.by),
    proof: promise.proof === null ? null : shorten(promise.proof, 200),
    state: promiseState(promise, history, moment),
    moved: promise.movedFrom.length,
    shown: promise.settled ? undefined : shownBy(promise, history, moment, say),
    courier: courierLine(promise, say.locale),
  };
}

/** "close date: 18 Dec 2026, seen Thu 26 Nov", in the page's own words. */
function shownBy(promise: DealPromise, history: DealHistory, moment: Moment, say: Speaker): string | undefined {
  const proof = pageProof(promise, history, moment);
  const told = proof ? null : pastProof(promise, history, moment);
  const text = proof ? `${FIELD_WORDS[proof.field]}: ${proof.change.evidence.raw}` : told?.entry.evidence.raw;
  return text && `${shorten(text, 120)}, seen ${say.on(proof?.change.seenAt ?? told?.seenAt ?? 0)}`;
}
