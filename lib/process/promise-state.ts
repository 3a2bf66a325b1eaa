import { addDays, type Day, dayInZone } from '../deal/day.ts';
import { type FieldName, maskHas } from '../deal/fields.ts';
import type { DealPromise } from '../deal/promise.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { isProofAbsent, pageProof, pastProof, provingField } from './page-proof.ts';

export type PromiseState = 'open' | 'due' | 'due-not-checked' | 'kept' | 'missed' | 'dropped';

/** A promise whose proof a page would show stays a question for this long before its absence answers it. */
const ASKED_FOR_DAYS = 7;

/**
 * Where a promise stands at a moment. Not looking is not silence: after its day a promise is `due-not-checked` until a
 * page of the deal was seen on a later day, then `due`, a question. It is `missed` only if somebody said so, or if its
 * proof is one that the page shows and the page was seen without it a week later. What a page cannot show, such as a
 * mail, is never concluded.
 */
export function promiseState(promise: DealPromise, history: DealHistory, moment: Moment): PromiseState {
  const { settled } = promise;
  if (settled && settled.at <= Math.min(moment.asOf, moment.knownAt)) return settled.as;
  if (pageProof(promise, history, moment) || pastProof(promise, history, moment)) return 'kept';
  const today = dayInZone(moment.asOf, moment.timeZone);
  if (promise.by > today) return 'open';
  const isDueToday = promise.by === today;
  const looked = wasSeen(history, moment, isDueToday ? today : addDays(promise.by, 1), null);
  if (!looked) return isDueToday ? 'open' : 'due-not-checked';
  const field = provingField(promise, history.stages);
  const wouldShow = field !== null && wasSeen(history, moment, addDays(promise.by, ASKED_FOR_DAYS), field);
  return wouldShow && isProofAbsent(promise, history, moment) ? 'missed' : 'due';
}

/** The deal (or one field of it) was on a page on `from` or later, as far as the moment knows. */
function wasSeen(history: DealHistory, moment: Moment, from: Day, field: FieldName | null): boolean {
  return history.sightings.some(
    ({ at, recordedAt, mask }) =>
      at <= moment.asOf &&
      recordedAt <= moment.knownAt &&
      (field === null || maskHas(mask, field)) &&
      dayInZone(at, moment.timeZone) >= from,
  );
}
