import { dayNumber } from '../../deal/day.ts';
import { promisedAhead } from '../../process/promised-ahead.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import { currencyKey } from '../team-context.ts';

const NEW_DEAL_DAYS = 5;
/** Twice the median of open deals: big enough to want a next step from the first day. */
const BIG_TIMES = 2;
/** Fewer open deals than this have no usual size. */
const BIG_AMONG = 20;

export const sees = 'The next-step field was seen, and it was empty; nothing was promised here either.';

export const noNextStep: Signal<'no-next-step'> = {
  name: 'no-next-step',
  family: 'next-step',
  limits: DEFAULT_LIMITS['no-next-step'],
  inputs: ['nextStep'],
  evaluate(context) {
    const known = context.seen('nextStep');
    if (!known) return unknown(noNextStep, ['nextStep']);
    const last = context.lastDay(known);
    if (known.value !== null || isNew(context, last) || hasStep(context, last)) return off(noNextStep);
    const big = isBig(context);
    const limit = context.limit('no-next-step') ?? (big ? context.limit('no-next-step', 'mid') : null);
    const since = context.clock.dayOf(known.seenAt);
    const workingDays = context.clock.workingDays(since, last);
    if (!limit || workingDays < limit.limit) return off(noNextStep);
    return holds(context, noNextStep, {
      facts: { since: context.dayText(since), workingDays, big },
      observed: workingDays,
      limit,
      asOfDay: last,
      atLeast: known.after === null,
      fields: ['nextStep', 'stage'],
    });
  },
};

function isNew(context: SignalContext, last: number): boolean {
  const created = context.deal.fields.createdOn?.value;
  return created != null && last - dayNumber(created) < NEW_DEAL_DAYS;
}

/** A day for the next step, or an open promise, is a next step, whatever the field says. */
function hasStep(context: SignalContext, last: number): boolean {
  const due = context.seen('nextStepDue')?.value;
  if (due != null && dayNumber(due) >= last) return true;
  return promisedAhead(context.history.promises, context.moment, context.dayText(last)) !== null;
}

function isBig(context: SignalContext): boolean {
  const amount = context.deal.fields.amount?.value;
  const usual = amount && context.team?.open.get(currencyKey(amount));
  return !!usual && usual.count >= BIG_AMONG && amount.minor > BIG_TIMES * usual.median;
}
