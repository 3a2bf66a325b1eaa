import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, severityOf, unknown } from '../signal.ts';
import { currencyKey } from '../team-context.ts';

/** Fewer won deals than this have no usual size. */
export const WON_DEALS = 20;

export const sees = 'The amount is far above what deals won here are usually worth.';

export const unusualSize: Signal<'unusual-size'> = {
  name: 'unusual-size',
  family: 'money',
  limits: DEFAULT_LIMITS['unusual-size'],
  inputs: ['amount'],
  evaluate(context) {
    const known = context.seen('amount');
    if (!known) return unknown(unusualSize, ['amount']);
    const limit = context.limit('unusual-size');
    const won = known.value && context.team?.won.get(currencyKey(known.value));
    if (!known.value || !limit || !won || won.count < WON_DEALS || won.median <= 0) return off(unusualSize);
    const times = (known.value.minor - known.value.halfStep) / won.median;
    if (times < limit.limit) return off(unusualSize);
    const shown = Math.floor(times * 10) / 10;
    return holds(context, unusualSize, {
      facts: {
        times: shown,
        amountMinor: known.value.minor,
        medianMinor: Math.round(won.median),
        currency: known.value.currency,
        wonDeals: won.count,
      },
      observed: shown,
      limit,
      severity: severityOf(times, limit),
      asOfDay: context.lastDay(known),
      fields: ['amount'],
    });
  },
};
