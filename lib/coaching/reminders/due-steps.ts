import { addDays, type Day, dayInZone, type Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import type { DealPromise, Side } from '../../deal/promise.ts';
import type { ClockTime } from '../../deal/reminder.ts';
import { isOneOf } from '../../deal/same-name.ts';
import { foldLabel } from '../../deal/same-value.ts';
import { outcomeOf } from '../../deal/stage-kind.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import { pastAsOf } from '../../history/past-as-of.ts';
import type { Deal, DealHistory, Moment } from '../../history/types.ts';
import { agreedWait } from '../../process/agreed-wait.ts';
import { readCourierLine } from '../../process/courier-line.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { promiseState } from '../../process/promise-state.ts';
import { numberFrom } from '../number-from.ts';
import { snoozeIn } from '../snooze.ts';

/** One thing with a day that the user wants to be reminded of. */
export type DueStep = {
  /** The same as long as it is the same step. A promise's is its id; nothing of a page's text is in it. */
  key: string;
  deal: string;
  /** Null: the deal's name was not seen. */
  name: string | null;
  url: string;
  /** Null: the CRM gives a day and no words. */
  what: string | null;
  who: string | null;
  side: Side | null;
  by: Day;
  /** The alarm, else the start of the working day on which it is due. */
  dueAt: Instant;
  remindAt: Instant | null;
  /** Null: it stands in the CRM alone, and is settled there. */
  promise: string | null;
  /** The last look at the deal: what came of the step since is not known. */
  seenOn: Day;
};

type Said = Pick<DueStep, 'what' | 'who' | 'side' | 'by'>;

/** `me`: the user's names as CRMs write them; none: not said. */
export type StepSettings = { me: readonly string[]; morning: ClockTime };

/** A CRM's step that is older was settled or forgotten there, and the next look says which. */
const CRM_STEP_DAYS = 14;
/** Who stands for the user where a promise names nobody. */
const US = 'we';

/**
 * The dated steps of the user, the next first: open promises that are theirs to keep or wait for, and what stands in the
 * CRM as the next step or a planned activity of their own deals. What is in both places is one step. An agreed wait
 * and a quiet deal leave out what is the CRM's or the buyer's; our own word and an alarm that was set stand.
 */
export function dueSteps(histories: readonly DealHistory[], settings: StepSettings, moment: Moment): DueStep[] {
  return histories
    .flatMap((history) => stepsOf(history, settings, moment))
    .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}

function stepsOf(history: DealHistory, { me, morning }: StepSettings, moment: Moment): DueStep[] {
  const deal = dealAsOf(history, moment);
  if (!deal) return [];
  const { asOf, timeZone } = moment;
  const today = dayInZone(asOf, timeZone);
  const isOwn = isOneOf(deal.fields.owner?.value, me);
  const rests =
    outcomeOf(deal) !== 'open' || agreedWait(history, moment) !== null || snoozeIn(history.prompts, today) !== null;
  const { id, url } = history.deal;
  const name = deal.fields.name?.value ?? null;
  const seenOn = dayInZone(deal.lastSeenAt, timeZone);
  const stepOf = (key: string, promise: string | null, { what, who, side, by }: Said, remindAt: Instant | null) => {
    const dueAt = remindAt ?? momentOn(by, morning, timeZone);
    return { key, deal: id, name, url, what, who, side, by, dueAt, remindAt, promise, seenOn };
  };
  const promises = history.promises.filter((promise) => isOpen(promise, history, moment));
  const isWanted = (promise: DealPromise) =>
    promise.remindAt != null || isOurs(promise, me) || (promise.side === 'theirs' && isOwn && !rests);
  const standing = rests ? [] : crmSteps(history, deal, { me, isOwn }, { ...moment, today });
  const alone = standing.filter((step) => !promises.some((promise) => isSame(step, promise)));
  return [
    ...promises.filter(isWanted).map((said) => stepOf(said.id, said.id, said, said.remindAt ?? null)),
    ...alone.map((said) => stepOf(`${id} ${said.by} ${numberFrom(foldLabel(said.what ?? ''), 1e6)}`, null, said, null)),
  ];
}

function isOpen(promise: DealPromise, history: DealHistory, moment: Moment): boolean {
  if (promise.madeAt > Math.min(moment.asOf, moment.knownAt)) return false;
  const state = promiseState(promise, history, moment);
  return state === 'open' || state === 'due' || state === 'due-not-checked';
}

/** As long as the user did not say who they are, all that is ours is theirs. */
function isOurs({ side, who }: Pick<DealPromise, 'side' | 'who'>, me: readonly string[]): boolean {
  return side === 'ours' && (me.length === 0 || foldLabel(who) === US || isOneOf(who, me));
}

/** What stands in the CRM with a day that is not long past: of own deals, and what is the user's own elsewhere. */
function crmSteps(
  history: DealHistory,
  deal: Deal,
  { me, isOwn }: { me: readonly string[]; isOwn: boolean },
  { today, ...moment }: Moment & { today: Day },
): Said[] {
  const next = nextStepDue(deal);
  const steps: Said[] = [];
  const add = (text: string | null, due: Day | null, owner: string | null) => {
    const courier = text === null ? null : readCourierLine(text, today);
    const { what, who, side } = courier ?? { what: text, who: owner, side: null };
    const by = due ?? courier?.by;
    const isForMe = side === 'ours' ? isOneOf(who, me) : isOwn && (owner === null || isOneOf(owner, me));
    const said = by !== undefined && isForMe && by >= addDays(today, -CRM_STEP_DAYS) ? { what, who, side, by } : null;
    if (said && !steps.some((other) => isSame(said, other))) steps.push(said);
  };
  if (next) add(next.text, next.due, null);
  for (const { entry } of pastAsOf(history, moment).planned?.standing ?? []) add(entry.what, entry.due, entry.owner);
  return steps;
}

/** From when on a CRM's step is left out by itself: one that is done is left out until then. */
export function lapsesOn(by: Day, today: Day): Day {
  return addDays(by > today ? by : today, CRM_STEP_DAYS + 1);
}

/**
 * A courier line carries the promise itself, whatever day was written beside it; of other texts the day is the same too,
 * and a day without words says nothing else.
 */
function isSame(step: Said, other: Pick<Said, 'what' | 'by'>): boolean {
  const isUnnamed = step.what === null || other.what === null;
  const isSameText = foldLabel(step.what ?? '') === foldLabel(other.what ?? '');
  return step.by === other.by ? isUnnamed || isSameText : step.side !== null && isSameText;
}
