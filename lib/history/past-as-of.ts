import { type Day, dayInZone, type Instant } from '../deal/day.ts';
import type { PastOf, PastPart } from '../deal/past.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { DealHistory, Moment, PastLook, PastRow } from './types.ts';

/** An entry of one kind, with the row it is kept in. */
export type Told<K extends PastRow['entry']['kind']> = { entry: PastOf<K>; row: PastRow };

/** What pages said of the past, as of a moment. Oldest first; what is planned by its day. */
export type Past = {
  events: Told<'event'>[];
  stages: Told<'stage'>[];
  /** Those that stood there when the part was last seen; null where it never was. */
  planned: { standing: Told<'planned'>[]; seenAt: Instant } | null;
  contacts: { standing: Told<'contact'>[]; seenAt: Instant } | null;
  /** When the feed was last read whole: silence counts up to here and no further. */
  feedSeenAt: Instant | null;
};

const NOTHING: Past = { events: [], stages: [], planned: null, contacts: null, feedSeenAt: null };

/**
 * What was true at `asOf` as far as it was known at `knownAt`: an entry with a day of its own holds from that day on,
 * whenever it was read; what comes and goes holds where a look at it says so.
 */
export function pastAsOf({ past }: DealHistory, moment: Moment): Past {
  if (!past) return NOTHING;
  const { asOf, knownAt, timeZone } = moment;
  const today = dayInZone(asOf, timeZone);
  const rows = past.rows.filter((row) => row.recordedAt <= knownAt);
  const looks = past.looks.filter((look) => look.at <= asOf && look.recordedAt <= knownAt);
  return {
    events: told(rows, 'event').filter(({ entry }) => entry.day <= today),
    stages: told(rows, 'stage').filter(({ entry }) => entry.day <= today),
    planned: standing(rows, looks, 'planned', 'planned'),
    contacts: standing(rows, looks, 'contacts', 'contact'),
    feedSeenAt: lastLook(looks, 'feed')?.at ?? null,
  };
}

const dayOf = (entry: PastRow['entry']): Day =>
  'day' in entry ? entry.day : (entry.kind === 'planned' && entry.due) || '';

function told<K extends PastRow['entry']['kind']>(rows: readonly PastRow[], kind: K): Told<K>[] {
  return (
    rows
      // The row's kind tells which entry it is.
      .flatMap((row) => (row.entry.kind === kind ? [{ entry: row.entry as PastOf<K>, row }] : []))
      .sort((a, b) => (dayOf(a.row.entry) < dayOf(b.row.entry) ? -1 : dayOf(a.row.entry) > dayOf(b.row.entry) ? 1 : 0))
  );
}

function lastLook(looks: readonly PastLook[], part: PastPart): PastLook | null {
  let last: PastLook | null = null;
  for (const look of looks) if (look.parts.includes(part) && (!last || look.at >= last.at)) last = look;
  return last;
}

function standing<K extends 'planned' | 'contact'>(
  rows: readonly PastRow[],
  looks: readonly PastLook[],
  part: PastPart,
  kind: K,
): { standing: Told<K>[]; seenAt: Instant } | null {
  const look = lastLook(looks, part);
  if (!look) return null;
  const keys = new Set(look.standing);
  return { standing: told(rows, kind).filter(({ row }) => keys.has(row.key)), seenAt: look.at };
}

/** The last thing that the buyer is known to have done. */
export function lastBuyerAct(past: Past): Told<'event'> | null {
  return past.events.findLast(({ entry }) => entry.side === 'buyer') ?? null;
}

/** The last move in a deal's own stage history, if it is the one into this stage. */
export function entryInto(past: Past, stage: string): Told<'stage'> | null {
  const last = past.stages.at(-1);
  if (!last || foldLabel(last.entry.to) !== foldLabel(stage)) return null;
  // Of several moves on one day the order is not known.
  const sameDay = past.stages.filter(({ entry }) => entry.day === last.entry.day);
  return sameDay.every(({ entry }) => foldLabel(entry.to) === foldLabel(stage)) ? last : null;
}
