import { dayNumber } from '../deal/day.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { Told } from '../history/past-as-of.ts';
import type { PastRow } from '../history/types.ts';

/** A stage that the page's own history says the deal came to on `day` (of the first: that it left by then). */
export type ToldStay = { label: string; day: number; row: PastRow };

/**
 * Where the deal stood until it was seen in `seen` on the day `seenOn`, oldest first: back from the move that led there, as
 * far as each leads to the next. Empty where the history does not end in what was seen.
 */
export function toldUntil(moves: readonly Told<'stage'>[], seen: string, seenOn: number): ToldStay[] {
  const stays: ToldStay[] = [];
  let label: string | null = seen;
  for (const { entry, row } of moves.toReversed()) {
    const day = dayNumber(entry.day);
    const leads = label !== null && foldLabel(entry.to) === foldLabel(label);
    if (leads && label !== null && day <= seenOn) {
      stays.unshift({ label, day, row });
      label = entry.from;
      // What came on that very day may have come after it was seen.
    } else if (day < seenOn) break;
  }
  const [first] = stays;
  return first && label !== null ? [{ ...first, label }, ...stays] : stays;
}
