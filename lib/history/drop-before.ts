import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldName, maskHas } from '../deal/fields.ts';
import { foldRows, type Rows } from './fold.ts';
import type { Change } from './types.ts';

/**
 * A deal's rows with nothing from before a moment. What a look after it confirmed begins with that look, as a first
 * sighting: a value that no later look showed is gone, and none is said to have begun when it did not. Null where the
 * deal was not seen since: nothing is left of it.
 */
export function dropBefore(rows: Rows, moment: Instant): Rows | null {
  const sightings = rows.sightings.filter(({ at }) => at >= moment).sort((a, b) => a.at - b.at || a.seq - b.seq);
  // A file may tell of days on which nothing was looked at.
  if (sightings.length === 0 && rows.changes.every(({ seenAt }) => seenAt < moment)) return null;
  const known = foldRows(rows, { asOf: moment - 1, knownAt: Number.POSITIVE_INFINITY }).fields;
  const changes = FIELD_NAMES.flatMap((field): Change[] => {
    const own = rows.changes.filter((row) => row.field === field);
    const later = own.filter(({ seenAt }) => seenAt >= moment).sort((a, b) => a.seenAt - b.seenAt || a.seq - b.seq);
    const confirmed = confirmedBy(sightings, field, later[0]?.seenAt ?? Number.POSITIVE_INFINITY);
    const before = known[field];
    if (before && confirmed) {
      // A row's place that is free now, so that no new one is taken.
      const last = own.filter(({ seenAt }) => seenAt < moment).reduce((a, b) => (a.seq > b.seq ? a : b));
      const { value: to, evidence } = before;
      later.unshift({
        ...last,
        exact: undefined,
        to,
        evidence,
        seenAt: confirmed.at,
        recordedAt: confirmed.recordedAt,
      });
    }
    return later.map((row, index): Change => {
      const last = later[index - 1];
      if (!last) return { ...row, from: undefined, after: null, refines: undefined };
      // Written when the row between was not known yet, it may still say what stood before the moment.
      return row.after === null || row.after < moment ? { ...row, from: last.to, after: last.seenAt } : row;
    });
  });
  return { changes, sightings };
}

/** The first look that showed the field before it became something else. */
function confirmedBy(sightings: Rows['sightings'], field: FieldName, until: Instant) {
  const first = sightings.find(({ mask }) => maskHas(mask, field));
  return first && first.at < until ? first : null;
}
