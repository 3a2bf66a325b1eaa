import { speakerAt } from '../../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../../lib/coaching/words/words-for.ts';
import { entriesOf, type PipelineEntry } from '../../../lib/team/pipeline/entry.ts';
import { type PipelineList, pipelineList } from '../../../lib/team/pipeline/pipeline.ts';
import { type PipelineRow, sayRow } from '../../../lib/team/pipeline/say-row.ts';
import type { PipelineView } from '../../../lib/team/pipeline/view.ts';
import type { KnownTeam } from '../known-team.ts';

const kept = new WeakMap<KnownTeam, PipelineEntry[]>();

function entriesIn(known: KnownTeam): PipelineEntry[] {
  const entries = kept.get(known) ?? entriesOf(known.team(), known.usual);
  kept.set(known, entries);
  return entries;
}

/** As many rows come with the list as a large screen shows. */
const FIRST_ROWS = 60;

/** A row with the place of its entry, by which the list's lines name it. */
export type PlacedRow = { place: number; row: PipelineRow };

/** Rows are asked for by their places in the deals as known at `asOf`: after another reading they mean others. */
export function pipeline(
  known: KnownTeam,
  { view, locale }: { view: PipelineView; locale: string },
): PipelineList & { asOf: number; rows: PlacedRow[] } {
  const { asOf, timeZone } = known.moment;
  const list = pipelineList(entriesIn(known), view, known.team(), wordsFor(locale), speakerAt(asOf, timeZone, locale));
  const first = [...list.lines.subarray(0, FIRST_ROWS)].filter((line) => line >= 0);
  return { ...list, asOf, rows: rowsAt(known, first, locale) };
}

export function pipelineRows(
  known: KnownTeam,
  { places, asOf, locale }: { places: readonly number[]; asOf: number; locale: string },
): PlacedRow[] {
  return asOf === known.moment.asOf ? rowsAt(known, places, locale) : [];
}

function rowsAt(known: KnownTeam, places: readonly number[], locale: string): PlacedRow[] {
  const { asOf, timeZone } = known.moment;
  const [words, say, entries] = [wordsFor(locale), speakerAt(asOf, timeZone, locale), entriesIn(known)];
  return places.flatMap((place) => {
    const entry = entries[place];
    return entry ? [{ place, row: sayRow(entry, words, say) }] : [];
  });
}
