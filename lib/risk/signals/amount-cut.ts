import { dayNumber, type Instant } from '../../deal/day.ts';
import type { Money } from '../../deal/money.ts';
import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, severityOf, unknown } from '../signal.ts';
import { currencyKey } from '../team-context.ts';
import type { Stay } from '../trail.ts';

/** Older cuts are how the deal is by now. Judgement. */
const COUNTS_DAYS = 90;
/** As for pushes: a date that comes a week closer is a correction. */
const PULLED_IN_DAYS = 7;

export const sees = 'The amount fell, in the same currency and by more than rounding can explain.';

export const amountCut: Signal<'amount-cut'> = {
  name: 'amount-cut',
  family: 'money',
  limits: DEFAULT_LIMITS['amount-cut'],
  inputs: ['amount'],
  evaluate(context) {
    const known = context.seen('amount');
    if (!known) return unknown(amountCut, ['amount']);
    const limit = context.limit('amount-cut');
    if (known.value === null || !limit) return off(amountCut);
    const cut = cutOf(context, known.value);
    if (!cut || cut.percent < limit.limit) return off(amountCut);
    const pulledIn = wasPulledIn(context, cut.before);
    return holds(context, amountCut, {
      facts: {
        fromMinor: cut.from.minor,
        toMinor: known.value.minor,
        currency: known.value.currency,
        symbol: known.value.symbol ?? null,
        percent: Math.floor(cut.percent),
        cutOn: context.dayText(cut.cutOn),
        pulledIn,
      },
      observed: Math.floor(cut.percent),
      limit,
      severity: severityOf(cut.percent, limit),
      factor: pulledIn ? 0.5 : 1,
      asOfDay: context.lastDay(known),
      fields: ['amount', 'stage'],
    });
  },
};

/** From the highest amount of the last months to now; the percentage is the least that both figures' rounding allows. */
function cutOf(context: SignalContext, now: Money) {
  const trail = context.trail('amount');
  let from: Money | null = null;
  let before: Instant = 0;
  let cutOn = 0;
  for (const [at, stay] of trail.entries()) {
    const next = trail[at + 1];
    if (!next || !isComparable(stay, now)) continue;
    const leftOn = context.clock.dayOf(next.seenAt);
    if (context.today - leftOn > COUNTS_DAYS) continue;
    if (from === null || stay.value.minor > from.minor) {
      from = stay.value;
      before = stay.seenAt;
    }
    if (next.value && next.value.minor < stay.value.minor) cutOn = leftOn;
  }
  if (from === null) return null;
  const least = from.minor - from.halfStep;
  const most = now.minor + now.halfStep;
  if (least <= 0 || most >= least) return null;
  return { from, before, cutOn, percent: ((least - most) * 100) / least };
}

/** A display currency that changed is no event of the deal, so only like is compared with like. */
function isComparable(stay: Stay<Money>, now: Money): stay is Stay<Money> & { value: Money } {
  return stay.value !== null && currencyKey(stay.value) === currencyKey(now);
}

function wasPulledIn(context: SignalContext, since: Instant): boolean {
  const now = context.deal.fields.closeDate?.value;
  if (!now) return false;
  const then = context.trail('closeDate').findLast((stay) => stay.seenAt <= since)?.value;
  return !!then && dayNumber(then) - dayNumber(now) > PULLED_IN_DAYS;
}
