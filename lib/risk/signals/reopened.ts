import { closedByLabel } from '../../deal/stage-kind.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'The deal was closed, and was opened again.';

export const reopened: Signal<'reopened'> = {
  name: 'reopened',
  family: 'stage',
  limits: DEFAULT_LIMITS.reopened,
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage') ?? context.seen('outcome');
    if (!known) return unknown(reopened, ['stage']);
    const limit = context.limit('reopened');
    const openedAt = openedAgainAt(context.changes());
    if (!limit || openedAt === null) return off(reopened);
    const on = context.clock.dayOf(openedAt);
    const last = context.lastDay(known);
    const days = last - on;
    if (days > limit.limit) return off(reopened);
    return holds(context, reopened, {
      facts: { openedOn: context.dayText(on), days },
      observed: days,
      limit,
      asOfDay: last,
      fields: ['stage'],
    });
  },
};

type Changes = ReturnType<Parameters<typeof reopened.evaluate>[0]['changes']>;

/** When it was first seen open after it had been seen closed for the last time; null where it never was. */
function openedAgainAt(changes: Changes): number | null {
  let closed = false;
  let openedAt: number | null = null;
  for (const { field, to, seenAt } of changes) {
    if (field !== 'outcome' && field !== 'stage') continue;
    const ends =
      field === 'outcome'
        ? to === 'won' || to === 'lost'
        : typeof to === 'object' && to !== null && 'label' in to && closedByLabel(to.label) !== null;
    if (closed && !ends) openedAt = seenAt;
    closed = ends;
  }
  return openedAt;
}
