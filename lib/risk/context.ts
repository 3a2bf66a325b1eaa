import type { DealAnswer } from '../deal/answer.ts';
import type { Day, Instant, WorkCalendar } from '../deal/day.ts';
import type { FieldName, FieldValue, FieldValues } from '../deal/fields.ts';
import { outcomeOf, stageKind } from '../deal/stage-kind.ts';
import { changesAsOf } from '../history/deal-as-of.ts';
import { type Past, pastAsOf } from '../history/past-as-of.ts';
import type { Change, Deal, DealHistory, Known, Moment } from '../history/types.ts';
import { agreedWait } from '../process/agreed-wait.ts';
import { standingAnswers } from '../process/answer-age.ts';
import { answersAsOf } from '../process/answers-as-of.ts';
import { DEFAULT_EXITS, type StageExits } from '../process/stage-exits.ts';
import { type DayClock, dayClock, dayText } from './day-clock.ts';
import { type LimitInForce, limitFor, type UserLimits } from './limit-in-force.ts';
import type { OpenKind } from './limits.ts';
import { sizeOf, type TeamContext } from './team-context.ts';
import { type Stay, type TrailField, trailOf } from './trail.ts';
import type { SignalName } from './types.ts';

/** A value seen longer ago than this is too old to rest a signal on; a deal seen longer ago is stale. */
export const STALE_AFTER_DAYS = 14;

/** All that a signal may look at: one deal as of one moment, never anything later. */
export type SignalContext = {
  deal: Deal;
  history: DealHistory;
  moment: Moment;
  today: number;
  clock: DayClock;
  /** Null where the order of stages was never seen, or the stage too long ago. */
  kind: OpenKind | null;
  outcome: 'open' | 'won' | 'lost';
  /** An agreed wait is in force. */
  waiting: boolean;
  team: TeamContext | null;
  /** The field as known, if it was seen lately enough to rest on. */
  seen<F extends FieldName>(field: F): Known<FieldValues[F]> | undefined;
  trail<F extends TrailField>(field: F): Stay<FieldValues[F]>[];
  /** What the deal's page showed of its past. */
  past(): Past;
  /** The checklist's answers as of the moment, by question. */
  answers(): ReadonlyMap<string, DealAnswer>;
  /** Those that have not faded. */
  standing(): ReadonlyMap<string, DealAnswer>;
  /** What proves the end of each stage. */
  exits: StageExits;
  /** The changes as of the moment, oldest first. */
  changes(): readonly Change[];
  /** The field held something else before what it holds now. */
  hadOther(field: FieldName): boolean;
  /** Seen too long ago to rest a signal on. */
  isOld(seenAt: Instant): boolean;
  /** The last day of the period that a day lies in: its month. */
  periodEnd(day: number): Day;
  /** The last day on which a page said what the field holds: its clock stops here. */
  lastDay(known: { lastSeenAt: Instant }): number;
  dayText(day: number): Day;
  /** The limit in force, for the deal's own kind of stage unless another is named. */
  limit(signal: SignalName, kind?: OpenKind): LimitInForce | null;
};

export type ContextSettings = {
  moment: Moment;
  calendar: WorkCalendar;
  limits?: UserLimits | undefined;
  team?: TeamContext | null | undefined;
  exits?: StageExits | undefined;
};

export function signalContext(deal: Deal, history: DealHistory, settings: ContextSettings): SignalContext {
  const { moment, calendar, limits } = settings;
  const clock = dayClock(moment.timeZone, calendar);
  const today = clock.dayOf(moment.asOf);
  const outcome = outcomeOf(deal);
  const isOldAt = (seenAt: Instant) => today - clock.dayOf(seenAt) > STALE_AFTER_DAYS;
  const isOld = (known: { lastSeenAt: Instant }) => isOldAt(known.lastSeenAt);
  const { stage } = deal.fields;
  const kind = stageKind(stage && !isOld(stage) ? stage.value : null, history.stages, outcome);
  const openKind = kind === 'won' || kind === 'lost' ? null : kind;
  const pipeline = deal.fields.pipeline?.value ?? null;
  let changes: Change[] | null = null;
  let past: Past | null = null;
  let answers: ReadonlyMap<string, DealAnswer> | null = null;
  const answersNow = () => {
    answers ??= answersAsOf(history, moment);
    return answers;
  };
  const changesNow = () => {
    changes ??= changesAsOf(history, moment);
    return changes;
  };
  const size = () => sizeOf(deal.fields.amount?.value ?? null, settings.team ?? null);
  const trails = new Map<TrailField, Stay<FieldValue>[]>();
  return {
    deal,
    history,
    moment,
    today,
    clock,
    kind: openKind,
    outcome,
    waiting: agreedWait(history, moment) !== null,
    team: settings.team ?? null,
    seen(field) {
      const known = deal.fields[field];
      return known && !isOld(known) ? known : undefined;
    },
    trail(field) {
      const trail = trails.get(field) ?? trailOf(changesNow(), field, clock);
      trails.set(field, trail);
      // Kept under the field that its values belong to.
      return trail as Stay<FieldValues[typeof field]>[];
    },
    past: () => {
      past ??= pastAsOf(history, moment);
      return past;
    },
    answers: answersNow,
    // By the stage as last seen, however long ago.
    standing: () =>
      standingAnswers(answersNow(), moment.asOf, stageKind(stage?.value ?? null, history.stages, outcome)),
    exits: settings.exits ?? DEFAULT_EXITS,
    changes: changesNow,
    hadOther: (field) => changesNow().some((one) => one.field === field && one.from != null),
    isOld: isOldAt,
    periodEnd: (day) => monthEnd(dayText(day)),
    lastDay: (known) => clock.dayOf(known.lastSeenAt),
    dayText,
    limit: (signal, of) => limitFor(signal, of ?? openKind, limits, pipeline, limits?.sizes ? size() : null),
  };
}

function monthEnd(day: Day): Day {
  const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
  return next.toISOString().slice(0, 10);
}
