import type { Instant } from '../deal/day.ts';
import type { FieldName, Outcome } from '../deal/fields.ts';
import type { AgreedWait, PromptEvent } from '../deal/promise.ts';
import { type Quarter, quarterOf } from '../deal/quarter.ts';
import { outcomeOf, stageKind } from '../deal/stage-kind.ts';
import { dealWithPast } from '../history/deal-with-past.ts';
import type { Deal } from '../history/types.ts';
import { agreedWait } from '../process/agreed-wait.ts';
import type { Assessment, SignalOn } from '../risk/types.ts';
import type { PromiseLine } from './card.ts';
import type { CardInput } from './card-input.ts';
import type { OpenKind } from './catalogue/types.ts';
import { orderToAsk } from './choose-prompt.ts';
import { findNextStep, type NextStep } from './find-next-step.ts';
import { lastLookBefore } from './last-look.ts';
import { type Moves, movesSince } from './list-changes.ts';
import { listPromises } from './list-promises.ts';
import { type Snooze, snoozeIn } from './snooze.ts';
import { type Speaker, speakerAt } from './words/dates.ts';
import type { Words } from './words/english.ts';
import { wordsFor } from './words/words-for.ts';

/** All that the lines of a card are made of, worked out once. */
export type CardContext = CardInput & {
  deal: Deal;
  words: Words;
  say: Speaker;
  outcome: Outcome;
  stageKind: OpenKind | null;
  quarter: Quarter;
  look: Instant | null;
  moves: Moves;
  wait: AgreedWait | null;
  snooze: Snooze | null;
  events: PromptEvent[];
  promises: PromiseLine[];
  nextStep: NextStep | null;
  /** The signals that hold, the strongest first. */
  signals: SignalOn[];
  /** The same, by how likely a question about them is to help as well. */
  toAsk: SignalOn[];
  /** Little of what risk rests on was ever seen. */
  thin: boolean;
  missing: FieldName[];
};

export function cardContext(input: CardInput): CardContext {
  const { history, moment, assessment, settings, usual } = input;
  const say = speakerAt(moment.asOf, moment.timeZone, settings.locale);
  const words = wordsFor(settings.locale);
  const deal = dealWithPast(history, moment) ?? {
    record: history.deal,
    fields: {},
    lastSeenAt: history.deal.firstSeenAt,
  };
  const outcome = outcomeOf(deal);
  const kind = stageKind(deal.fields.stage?.value ?? null, history.stages, outcome);
  const look = lastLookBefore(history, moment, input.openedAt);
  const events = history.prompts.filter(({ at }) => at <= moment.asOf).sort((a, b) => a.at - b.at);
  const promises = listPromises(history, moment, say);
  const counted = new Map(assessment.score.shares.map((share) => [share.signal, share.counted]));
  const missing = neverSeen(assessment, deal);
  return {
    ...input,
    deal,
    words,
    say,
    outcome,
    stageKind: kind === 'won' || kind === 'lost' ? null : kind,
    quarter: quarterOf(say.today, settings.fiscalYearStart ?? 1),
    look,
    moves: movesSince(history, moment, look, words, say),
    wait: agreedWait(history, moment),
    snooze: snoozeIn(events, say.today),
    events,
    promises,
    nextStep: findNextStep(deal, promises, words, say),
    signals: orderToAsk(assessment.on, ({ signal }) => counted.get(signal) ?? 0),
    toAsk: orderToAsk(assessment.on, ({ signal }) => (counted.get(signal) ?? 0) * (usual?.helps?.get(signal) ?? 1)),
    thin: isThin(missing, input),
    missing,
  };
}

/** Of little weight: a deal without them is no riddle. */
const LIGHT: ReadonlySet<FieldName> = new Set<FieldName>(['createdOn', 'nextStepDue']);

/** What was seen once and is old by now is another matter: it is to be looked at again, not to be filled in. */
export function neverSeen({ confidence }: Assessment, deal: Pick<Deal, 'fields'>): FieldName[] {
  return confidence.missing.filter((field) => deal.fields[field] === undefined && !LIGHT.has(field));
}

/** A deal that was opened may lack more, as its CRM may not have it. */
export function isThin(missing: readonly FieldName[], of: Pick<CardInput, 'history' | 'moment'>): boolean {
  return missing.length >= (wasOpened(of) ? 4 : 2);
}

function wasOpened({ history, moment }: Pick<CardInput, 'history' | 'moment'>): boolean {
  return history.sightings.some(
    (row) => row.page === 'record' && row.at <= moment.asOf && row.recordedAt <= moment.knownAt,
  );
}
