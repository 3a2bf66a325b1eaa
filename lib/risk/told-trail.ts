import { dayNumber } from '../deal/day.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { Told } from '../history/past-as-of.ts';
import type { PastRow } from '../history/types.ts';

/** A stage that the page's own history says the deal came to on `day` (of the first: that it left by then). */
export type ToldStay = { label: string; day: number; row: PastRow };

type Move = Told<'stage'>;

const dayOf = ({ entry }: Move) => dayNumber(entry.day);
const leadsTo = ({ entry }: Move, label: string) => foldLabel(entry.to) === foldLabel(label);

/**
 * Where the deal stood until it was first seen, in `seen` on the day `seenOn`, oldest first: back from the move that led
 * there, as far as each leads to the next. Empty where the history does not end in what was seen.
 */
export function toldUntil(moves: readonly Move[], seen: string, seenOn: number): ToldStay[] {
  const before = moves.filter((move) => dayOf(move) <= seenOn);
  const end = before.findLastIndex((move) => leadsTo(move, seen));
  // What came on that very day may have come after the look.
  if (before.slice(end + 1).some((move) => dayOf(move) < seenOn)) return [];
  const stays: ToldStay[] = [];
  let label: string | null = seen;
  for (const move of before.slice(0, end + 1).reverse()) {
    if (label === null || !leadsTo(move, label)) break;
    stays.unshift({ label, day: dayOf(move), row: move.row });
    label = move.entry.from;
  }
  const [first] = stays;
  return first && label !== null ? [{ ...first, label }, ...stays] : stays;
}

/** The move that was seen to have led into `label` between two looks; the last, if there are several. */
export function toldBetween(moves: readonly Move[], label: string, after: number, until: number): Move | null {
  return moves.findLast((move) => leadsTo(move, label) && dayOf(move) >= after && dayOf(move) <= until) ?? null;
}
