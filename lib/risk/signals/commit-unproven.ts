import { isCommit } from '../../process/forecast-words.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import type { SignalState } from '../types.ts';

export const sees = 'The forecast counts on it, while two or more other families of signs speak against it.';

export const commitUnproven: Signal<'commit-unproven'> = {
  name: 'commit-unproven',
  family: 'process',
  limits: DEFAULT_LIMITS['commit-unproven'],
  inputs: ['forecastCategory'],
  evaluate(context, others: readonly SignalState[] = []) {
    const known = context.seen('forecastCategory');
    if (!known) return unknown(commitUnproven, ['forecastCategory']);
    const limit = context.limit('commit-unproven');
    if (!limit || known.value === null || !isCommit(known.value)) return off(commitUnproven);
    const against = new Set(others.flatMap((one) => (one.state === 'on' && one.points > 0 ? [one.family] : [])));
    if (against.size < limit.limit) return off(commitUnproven);
    const last = context.lastDay(known);
    return holds(context, commitUnproven, {
      facts: { category: known.value, families: against.size },
      observed: against.size,
      limit,
      asOfDay: last,
      fields: ['forecastCategory'],
    });
  },
};
