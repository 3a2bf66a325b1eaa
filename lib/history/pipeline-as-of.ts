import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldMask } from '../deal/fields.ts';
import { asDealFields } from './fold.ts';
import type { PackedDeal } from './packed.ts';
import { fieldsAsOf } from './played.ts';
import type { Deal, Moment } from './types.ts';

/** Which deals and fields were looked at together, and when: looks that showed the same share their rows. */
export type SharedLooks = {
  deals: readonly string[];
  masks: readonly FieldMask[];
  looks: readonly { at: Instant; recordedAt: Instant }[];
};

/**
 * Many deals as of one moment, none of whose rows was recorded after later ones without being played in: the same as
 * `dealAsOf` says of each, in a tenth of the time.
 */
export function pipelineAsOf(packed: readonly PackedDeal[], shared: readonly SharedLooks[], moment: Moment): Deal[] {
  const seen = lastSeen(shared, moment);
  return packed.flatMap(({ record, changes, played }): Deal[] => {
    const rows = played ?? changes;
    const own = seen.get(record.id);
    const first = rows.find((row) => row.seenAt <= moment.asOf && row.recordedAt <= moment.knownAt);
    if (!first) return [];
    const fields = fieldsAsOf(rows, moment, own?.fields ?? []);
    let lastSeenAt = own?.at ?? 0;
    for (const known of Object.values(fields)) lastSeenAt = Math.max(lastSeenAt, known.lastSeenAt);
    return [{ record: { ...record, firstSeenAt: first.seenAt }, fields: asDealFields(fields), lastSeenAt }];
  });
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
        own = { at: 0, fields: new Float64Array(FIELD_NAMES.length) };
        seen.set(deal, own);
      }
      if (at > own.at) own.at = at;
      for (let mask = masks[index] ?? 0, bit = 0; mask !== 0; mask >>= 1, bit++)
        if (mask & 1 && at > (own.fields[bit] ?? 0)) own.fields[bit] = at;
    }
  }
  return seen;
}
