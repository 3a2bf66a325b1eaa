import type { SignalContext } from '../context.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import { currencyKey } from '../team-context.ts';

/** Twice the median of open deals wants one more. */
const BIG_TIMES = 2;
/** Fewer open deals than this have no usual size. */
const AMONG = 20;

export const sees = 'A deal of more than the usual size hangs on one person over there, or on none.';

export const fewContacts: Signal<'few-contacts'> = {
  name: 'few-contacts',
  family: 'people',
  limits: DEFAULT_LIMITS['few-contacts'],
  inputs: ['amount'],
  evaluate(context) {
    const { contacts } = context.past();
    const amount = context.seen('amount');
    if (!amount || !contacts || context.isOld(contacts.seenAt)) {
      return unknown(fewContacts, amount ? [] : ['amount'], contacts ? [] : ['contacts']);
    }
    const preset = context.limit('few-contacts');
    const size = sizeOf(context);
    if (!preset || size === null || size <= 1) return off(fewContacts);
    const big = size > BIG_TIMES;
    const limit = big ? { ...preset, limit: preset.limit + 1 } : preset;
    const count = new Set(contacts.standing.map(({ entry }) => entry.name)).size;
    if (count >= limit.limit) return off(fewContacts);
    const [only] = contacts.standing;
    const last = context.clock.dayOf(contacts.seenAt);
    return holds(context, fewContacts, {
      facts: {
        contacts: count,
        only: count === 1 ? (only?.entry.name ?? null) : null,
        big,
      },
      observed: count,
      limit,
      asOfDay: last,
      fields: ['amount'],
      told: only ? [{ field: 'account', row: only.row }] : [],
    });
  },
};

/** How many times the median of open deals; null where there is none to compare with. */
function sizeOf({ deal, team }: SignalContext): number | null {
  const amount = deal.fields.amount?.value;
  const usual = amount && team?.open.get(currencyKey(amount));
  return amount && usual && usual.count >= AMONG && usual.median > 0 ? amount.minor / usual.median : null;
}
