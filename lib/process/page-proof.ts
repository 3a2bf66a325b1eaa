import { dayInZone, type Instant } from '../deal/day.ts';
import type { FieldName, Stage } from '../deal/fields.ts';
import type { DealPromise } from '../deal/promise.ts';
import { foldLabel } from '../deal/same-value.ts';
import { openStages, stageIndex } from '../deal/stage-kind.ts';
import { changesAsOf } from '../history/deal-as-of.ts';
import { pastAsOf, type Told } from '../history/past-as-of.ts';
import type { Change, DealHistory, Moment, PastRow } from '../history/types.ts';
import { isSamePromise, readCourierLine } from './courier-line.ts';

/** Proofs that a CRM page itself can show, besides "stage: …" with the stage's name. A mail or a signature it cannot. */
export const PAGE_PROOFS = {
  nextStep: 'new next step',
  closeDate: 'new close date',
  activity: 'activity logged',
} as const;
const STAGE_PROOF = /^stage ?: ?/i;

/** A promise is made on a page that was just read, so the last look before a change may lie a little before it. */
const MADE_ON_PAGE_MS = 12 * 3_600_000;

export type PageProof = { field: FieldName; change: Change };

/** Which field would show that the promise was kept; null where no page can. */
export function provingField(promise: DealPromise, stages: readonly Stage[]): FieldName | null {
  const proof = foldLabel(promise.proof ?? '');
  if (proof === PAGE_PROOFS.nextStep) return 'nextStep';
  if (proof === PAGE_PROOFS.closeDate) return 'closeDate';
  if (proof === PAGE_PROOFS.activity) return 'lastActivity';
  return targetOf(promise, openStages(stages)) >= 0 ? 'stage' : null;
}

/** The change that a page showed after the promise was made and that settles it; null while none was seen. */
export function pageProof(promise: DealPromise, history: DealHistory, moment: Moment): PageProof | null {
  const field = provingField(promise, history.stages);
  if (field === null) return null;
  const open = openStages(history.stages);
  for (const change of changesAsOf(history, moment)) {
    if (change.field === field && isAfter(change, promise.madeAt) && settles(promise, change, open)) {
      return { field, change };
    }
  }
  return null;
}

/**
 * The line of the page's own feed that settles "activity logged": of a day after the promise, or of its day where the feed
 * was looked at before and did not have it.
 */
export function pastProof(promise: DealPromise, history: DealHistory, moment: Moment): PastRow | null {
  if (provingField(promise, history.stages) !== 'lastActivity' || !history.past) return null;
  const madeOn = dayInZone(promise.madeAt, moment.timeZone);
  const looks = history.past.looks.filter(
    ({ parts, at }) => parts.includes('feed') && at >= promise.madeAt - MADE_ON_PAGE_MS,
  );
  const isNew = ({ entry, row }: Told<'event'>) =>
    entry.day > madeOn ||
    (entry.day === madeOn && row.seenAt > promise.madeAt && looks.some(({ at }) => at < row.seenAt));
  return pastAsOf(history, moment).events.find(isNew)?.row ?? null;
}

/**
 * True where the page would show the proof and does not. False where it may have been shown before the promise, or at a
 * time that no look can tell: a doubt is never held against anybody.
 */
export function isProofAbsent(promise: DealPromise, history: DealHistory, moment: Moment): boolean {
  const field = provingField(promise, history.stages);
  if (field === null || pastProof(promise, history, moment)) return false;
  const open = openStages(history.stages);
  const changes = changesAsOf(history, moment).filter((change) => change.field === field);
  if (changes.some((change) => change.seenAt > promise.madeAt && settles(promise, change, open))) return false;
  const now = changes.at(-1)?.to ?? null;
  return field !== 'stage' || placeOf(now, open) < targetOf(promise, open);
}

function targetOf(promise: DealPromise, open: readonly Stage[]): number {
  const label = foldLabel((promise.proof ?? '').replace(STAGE_PROOF, ''));
  return label === '' ? -1 : open.findIndex((stage) => foldLabel(stage.label) === label);
}

/** It became so after the promise: a value first seen later may have stood there before. */
function isAfter(change: Change, madeAt: Instant): boolean {
  return change.seenAt > madeAt && change.after !== null && change.after >= madeAt - MADE_ON_PAGE_MS;
}

function settles(promise: DealPromise, { field, from, to }: Change, open: readonly Stage[]): boolean {
  if (to === null) return false;
  if (field === 'nextStep') {
    // The promise itself, pasted into the field or moved there to another day, proves nothing.
    const line = typeof to === 'string' ? readCourierLine(to) : null;
    return line === null || !isSamePromise(line, promise);
  }
  if (field === 'stage') {
    const target = targetOf(promise, open);
    return placeOf(to, open) >= target && placeOf(from ?? null, open) < target;
  }
  return true;
}

function placeOf(value: Change['to'], open: readonly Stage[]): number {
  return typeof value === 'object' && value !== null && 'label' in value ? stageIndex(value, open) : -1;
}
