import type { Instant } from '../deal/day.ts';
import { type FieldMask, maskOf } from '../deal/fields.ts';
import type { Change, DealHistory, DealSighting } from './types.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * A history as if its files had been told as things went: for replaying what a deal looked like before this browser knew
 * it. What a file says counts from the moment that it speaks for, and a field whose moves it tells was watched between
 * the first of them and the last, so that its clocks run. What pages told stays as it is; where no file told anything
 * the history itself comes back. Never for what is shown of today: there, a file is known since it was read in.
 */
export function asTold(history: DealHistory): DealHistory {
  const { changes, sightings } = history;
  if (!changes.some(isFromFile) && !sightings.some(({ page }) => page === 'file')) return history;
  return {
    ...history,
    changes: changes.map((row) => (isFromFile(row) ? { ...row, recordedAt: row.seenAt } : row)),
    sightings: [
      ...sightings.map((row) => (row.page === 'file' ? { ...row, recordedAt: row.at } : row)),
      ...watched(changes),
    ],
  };
}

const isFromFile = ({ evidence }: Change): boolean => evidence.page === 'file';

/** Once a week from the first move that a file dates to the last, the last itself left out: it is a row of its own. */
function watched(changes: readonly Change[]): DealSighting[] {
  const dated = changes.filter((row) => row.exact && isFromFile(row));
  const moments = dated.map(({ seenAt }) => seenAt);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const weeks = dated.length > 1 ? Math.ceil((last - first) / WEEK_MS) : 0;
  return Array.from({ length: weeks }, (_, week) => {
    const at = first + week * WEEK_MS;
    return { seq: 0, at, recordedAt: at, page: 'file' as const, mask: knownBy(dated, at) };
  });
}

function knownBy(dated: readonly Change[], at: Instant): FieldMask {
  return maskOf(dated.filter(({ seenAt }) => seenAt <= at).map(({ field }) => field));
}
