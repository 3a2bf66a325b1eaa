import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldMask, type FieldValue } from '../deal/fields.ts';
import { asDealFields, type FoldedFields } from './fold.ts';
import {
  AT,
  FLAG,
  MARKS,
  MOMENTS,
  NONE,
  type Packed,
  type PackedPlace,
  packedPlaces,
  packedRecord,
  UNREAD,
} from './packed.ts';
import type { Deal, Moment } from './types.ts';

/** Which deals and fields were looked at together, and when: looks that showed the same share their rows. */
export type SharedLooks = {
  deals: readonly string[];
  masks: readonly FieldMask[];
  looks: readonly { at: Instant; recordedAt: Instant }[];
};

const FIELDS = FIELD_NAMES.length;

/**
 * Many deals as of one moment, none of whose rows was recorded after later ones without being played in: the same as
 * `dealAsOf` says of each but for the evidence, in a hundredth of the time. Deals of `but` are left out. Throws where a
 * pack is damaged.
 */
export function pipelineAsOf(
  packs: readonly Packed[],
  shared: readonly SharedLooks[],
  moment: Moment,
  but?: ReadonlySet<string>,
): Deal[] {
  const seen = lastSeen(shared, moment);
  return packs.flatMap((packed) => {
    const deals = packedPlaces(packed).filter(({ head }) => !but?.has(head[0]));
    const held = heldRows(packed, deals, moment);
    const values = valuesOf(packed, held);
    return deals.flatMap((deal, at) => dealOf(packed, deal, held, at, values, seen.get(deal.head[0])) ?? []);
  });
}

/**
 * Of each deal and field the row whose value held at the moment, and the one that it refines or is itself; of each deal
 * the first row. -1 for none.
 */
type HeldRows = { value: Int32Array; base: Int32Array; first: Int32Array };

function heldRows({ marks, moments }: Packed, deals: readonly PackedPlace[], { asOf, knownAt }: Moment): HeldRows {
  const value = new Int32Array(deals.length * FIELDS).fill(NONE);
  const base = new Int32Array(deals.length * FIELDS).fill(NONE);
  const first = new Int32Array(deals.length).fill(NONE);
  for (const [at, { head, from, own, to }] of deals.entries()) {
    const isPlayed = head[6] !== NONE;
    const end = isPlayed ? to : own;
    for (let row = isPlayed ? own : from; row < end; row++) {
      if (number(moments, row * MOMENTS + AT.seenAt) > asOf) continue;
      if (number(moments, row * MOMENTS + AT.recordedAt) > knownAt) continue;
      if (first[at] === NONE) first[at] = row;
      const field = number(marks, row * MARKS + AT.field);
      if (field === NONE) continue;
      const place = at * FIELDS + field;
      value[place] = row;
      if (base[place] === NONE || !(number(marks, row * MARKS + AT.flags) & FLAG.refines)) base[place] = row;
    }
  }
  return { value, base, first };
}

/** A value's place in the pack → the value, for those that held. */
function valuesOf({ marks, values, ends }: Packed, held: HeldRows): (place: number) => FieldValue | null {
  const order = new Int32Array(ends.length).fill(NONE);
  const texts: string[] = [];
  for (const row of held.value) {
    if (row === NONE) continue;
    const place = number(marks, row * MARKS + AT.to);
    if (order[place] !== NONE) continue;
    order[place] = texts.length;
    texts.push(values.slice(place === 0 ? 0 : number(ends, place - 1) + 1, ends[place]));
  }
  const parsed = JSON.parse(`[${texts.join(',')}]`) as (FieldValue | null)[];
  return (place) => parsed[number(order, place)] ?? null;
}

function dealOf(
  { marks, moments }: Packed,
  { head }: PackedPlace,
  held: HeldRows,
  at: number,
  valueAt: (place: number) => FieldValue | null,
  seen: LastSeen | undefined,
): Deal | null {
  const first = number(held.first, at);
  if (first === NONE) return null;
  const fields: FoldedFields = {};
  let last = seen?.at ?? 0;
  for (const [place, field] of FIELD_NAMES.entries()) {
    const row = number(held.value, at * FIELDS + place);
    if (row === NONE) continue;
    const base = number(held.base, at * FIELDS + place);
    const after = number(moments, base * MOMENTS + AT.after);
    const lastSeenAt = Math.max(number(moments, row * MOMENTS + AT.seenAt), seen?.fields[place] ?? 0);
    if (lastSeenAt > last) last = lastSeenAt;
    fields[field] = {
      value: valueAt(number(marks, row * MARKS + AT.to)),
      after: after === NONE ? null : after,
      seenAt: number(moments, base * MOMENTS + AT.seenAt),
      lastSeenAt,
      evidence: UNREAD,
    };
  }
  const firstSeenAt = number(moments, first * MOMENTS + AT.seenAt);
  return { record: { ...packedRecord(head), firstSeenAt }, fields: asDealFields(fields), lastSeenAt: last };
}

/** What stands in the list: `packedPlaces` has seen that the rows are there. */
function number(list: ArrayLike<number>, at: number): number {
  return list[at] as number;
}

type LastSeen = { at: Instant; fields: Float64Array };

/** When each deal and field was looked at last. Of looks that showed the same rows the last alone counts. */
function lastSeen(shared: readonly SharedLooks[], { asOf, knownAt }: Moment): Map<string, LastSeen> {
  const seen = new Map<string, LastSeen>();
  for (const { deals, masks, looks } of shared) {
    let at = 0;
    for (const look of looks) if (look.at <= asOf && look.recordedAt <= knownAt && look.at > at) at = look.at;
    if (at === 0) continue;
    for (const [index, deal] of deals.entries()) {
      let own = seen.get(deal);
      if (!own) {
        own = { at: 0, fields: new Float64Array(FIELDS) };
        seen.set(deal, own);
      }
      if (at > own.at) own.at = at;
      for (let mask = masks[index] ?? 0, bit = 0; mask !== 0; mask >>= 1, bit++)
        if (mask & 1 && at > (own.fields[bit] ?? 0)) own.fields[bit] = at;
    }
  }
  return seen;
}
