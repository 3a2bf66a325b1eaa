import { dayNumber } from '../../deal/day.ts';
import type { Stage } from '../../deal/fields.ts';
import { entryInto, type Told } from '../../history/past-as-of.ts';
import type { SignalContext } from '../context.ts';
import type { LimitInForce } from '../limit-in-force.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';
import { stageKey } from '../team-context.ts';
import type { Stay } from '../trail.ts';

/** This many exits make a stage's own median worth more than a default. */
const OWN_EXITS = 10;
/** Half as long again as usual is the practitioners' mark for a warning, three times for "stuck". */
const OWN_LIMIT = 1.5;
const OWN_HIGH = 3;
/** A stage that deals leave within days must not mark every deal that stays over a weekend. */
const OWN_LEAST_DAYS = 7;
/** An entry that falls between looks further apart than this was not really seen. */
const ENTRY_GAP_DAYS = 7;

export const sees = 'The deal stands in the same stage for longer than such a stage takes.';

export const stalled: Signal<'stalled'> = {
  name: 'stalled',
  family: 'stage',
  limits: DEFAULT_LIMITS.stalled,
  inputs: ['stage'],
  evaluate(context) {
    const known = context.seen('stage');
    if (!known) return unknown(stalled, ['stage']);
    const preset = context.limit('stalled');
    const stay = context.trail('stage').at(-1);
    if (context.waiting || !known.value || !preset || !stay) return off(stalled);
    const stays = context.team?.stays;
    const own = (stays && stays.size > 0 && stays.get(stageKey(context.deal, known.value))) || null;
    const limit = own && own.count >= OWN_EXITS ? ownLimit(preset, own.median) : preset;
    const last = context.lastDay(known);
    const { since, atLeast, entry } = cameToStage(context, stay, known.value.label);
    const days = last - since;
    if (days < limit.limit) return off(stalled);
    return holds(context, stalled, {
      facts: {
        days,
        since: context.dayText(since),
        ownMedian: own?.median ?? null,
        ownExits: own?.count ?? 0,
      },
      observed: days,
      limit,
      asOfDay: last,
      atLeast,
      fields: ['stage'],
      told: entry ? [{ field: 'stage', row: entry.row }] : [],
    });
  },
};

function ownLimit(preset: LimitInForce, median: number): LimitInForce {
  if (preset.source === 'set by you') return preset;
  const limit = Math.max(OWN_LEAST_DAYS, OWN_LIMIT * median);
  return { limit, high: Math.max(2 * OWN_LEAST_DAYS, OWN_HIGH * median), source: 'own deals' };
}

/** The day on which the deal came to its stage, as told or as seen; `atLeast` where it may have been there for longer. */
export function cameToStage(
  context: SignalContext,
  stay: Stay<Stage>,
  label: string,
): { since: number; atLeast: boolean; entry: Told<'stage'> | null } {
  const entry = entryOf(context, stay, label);
  const since = entry ? dayNumber(entry.entry.day) : context.clock.dayOf(stay.seenAt);
  return { since, atLeast: entry === null && (stay.after === null || isWide(context, stay.after, since)), entry };
}

/** The day of entry that the page's own stage history gives, where it does not contradict what was seen. */
function entryOf(context: SignalContext, stay: Stay<Stage>, label: string): Told<'stage'> | null {
  const entry = entryInto(context.past(), label);
  if (!entry) return null;
  const day = dayNumber(entry.entry.day);
  const isLater = day > context.clock.dayOf(stay.seenAt);
  const isEarlier = stay.after !== null && day < context.clock.dayOf(stay.after);
  return isLater || isEarlier ? null : entry;
}

function isWide(context: SignalContext, after: number, since: number): boolean {
  return since - context.clock.dayOf(after) > ENTRY_GAP_DAYS;
}
