import { dayNumber } from '../../deal/day.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { promisedAhead } from '../../process/promised-ahead.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

/** A step with a day this near explains the silence. */
const STEP_AHEAD_DAYS = 21;

export const sees = "The CRM's last activity, of whichever side, lies far back.";

export const noActivity: Signal<'no-activity'> = {
  name: 'no-activity',
  family: 'quiet',
  limits: DEFAULT_LIMITS['no-activity'],
  inputs: ['lastActivity'],
  evaluate(context) {
    const known = context.seen('lastActivity');
    if (!known) return unknown(noActivity, ['lastActivity']);
    const limit = context.limit('no-activity');
    const last = context.lastDay(known);
    if (!limit || context.waiting || isStepAhead(context, last)) return off(noActivity);
    const created = context.deal.fields.createdOn?.value ?? null;
    // Seen empty: nothing since the deal was made, or as far back as the empty field was seen.
    const start = known.value ?? created;
    const since = start === null ? context.clock.dayOf(known.seenAt) : dayNumber(start);
    const days = last - since;
    if (days < limit.limit) return off(noActivity);
    return holds(context, noActivity, {
      facts: { lastActivity: known.value, since: context.dayText(since), days },
      observed: days,
      limit,
      asOfDay: last,
      atLeast: start === null,
      fields: ['lastActivity'],
    });
  },
};

function isStepAhead(context: SignalContext, last: number): boolean {
  const next = nextStepDue(context.deal);
  if (next && isNear(dayNumber(next.due), last)) return true;
  const promised = promisedAhead(context.history.promises, context.moment, context.dayText(last));
  return promised !== null && isNear(dayNumber(promised.by), last);
}

function isNear(day: number, last: number): boolean {
  return day >= last && day - last <= STEP_AHEAD_DAYS;
}
