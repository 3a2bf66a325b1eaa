import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldMask, type FieldName, maskHas } from '../deal/fields.ts';
import type { DealHistory } from './types.ts';

/** Looks at one deal that lie no further apart are one visit: a page shows its fields one after the other. */
const VISIT_GAP_MS = 30 * 60_000;
/** The last of a page's fields have come by then. */
const COMPLETE_MS = 10_000;
/** One deal may have another layout; three in a row are the CRM. */
const IN_A_ROW = 3;
/** Without these most of what there is to say is gone. */
const CORE: ReadonlySet<FieldName> = new Set(['amount', 'stage', 'closeDate', 'owner', 'nextStep', 'outcome']);

/**
 * Fields that the pages of the last deals opened no longer give, though they did when each was opened before: as after a
 * CRM's redesign. `histories`: the deals of one installation, the one opened last first.
 */
export function lostFields(histories: readonly DealHistory[], now: Instant): FieldName[] {
  const lost = histories.flatMap((history) => lostIn(history, now) ?? []).slice(0, IN_A_ROW);
  if (lost.length < IN_A_ROW) return [];
  return FIELD_NAMES.filter((field) => CORE.has(field) && lost.every((mask) => maskHas(mask, field)));
}

/** What the last visit lacks of the one before it; null where there are no two, or the last is not over. */
function lostIn({ sightings }: DealHistory, now: Instant): FieldMask | null {
  const visits: { ended: Instant; mask: FieldMask }[] = [];
  for (const { page, at, mask } of sightings) {
    if (page !== 'record') continue;
    const visit = visits.at(-1);
    if (visit && at - visit.ended <= VISIT_GAP_MS) {
      visit.ended = at;
      visit.mask |= mask;
    } else visits.push({ ended: at, mask });
  }
  const [before, last] = visits.slice(-2);
  return before && last && now - last.ended >= COMPLETE_MS ? before.mask & ~last.mask : null;
}
