import type { Day } from '../deal/day.ts';
import { PAST_LIMITS, type PastEvidence } from '../deal/past.ts';
import { foldLabel } from '../deal/same-value.ts';
import { partOf, type Scope, selectAll } from './deep-select.ts';
import type { FeedMap } from './past-map.ts';
import { textFrom } from './read-source.ts';
import { cleanText } from './values/index.ts';

/** "Qualified → Proposition", with the label of the field where the page gives one. */
export type StageLine = { day: Day; field: string | null; from: string | null; to: string; evidence: PastEvidence };

/** More changes than this in one row of a feed is no edit of a person's. */
const MOST_CHANGES = 40;

/** The changes that one row of a feed tells of, whichever fields they are of. */
export function stageLines(row: Scope, map: FeedMap['changes'], day: Day, evidence: PastEvidence): StageLine[] {
  if (!map) return [];
  return selectAll(row, map.item)
    .slice(0, MOST_CHANGES)
    .flatMap((element) => {
      const inside = partOf(row, element);
      const say = (text: string | null) => (text === null ? null : cleanText(text).slice(0, PAST_LIMITS.name) || null);
      const to = say(textFrom(inside, map.to));
      const field = map.field === undefined ? null : textFrom(inside, [map.field]);
      // A field's label is asked for where others stand among them: without it nothing tells which field it is.
      if (to === null || (map.field !== undefined && field === null)) return [];
      return [{ day, field, from: say(textFrom(inside, map.from)), to, evidence }];
    });
}

type Known = { stage: string | null; stages: readonly string[] };

/**
 * Of all changes in a feed those of the stage. Labels of fields are translated, and renamed by companies: the field is
 * the stage's if what it changes between are the stages that the page shows, and only one field's do. Where the page
 * shows none but the deal's own, a label that is known counts, if what was changed last is that stage.
 */
export function toldStages(
  lines: readonly StageLine[],
  { stage, stages }: Known,
  names: readonly string[] = [],
): StageLine[] {
  const known = new Set([...stages, ...(stage === null ? [] : [stage])].map(foldLabel));
  const isKnown = (label: string | null) => label !== null && known.has(foldLabel(label));
  const fields = Map.groupBy(lines, ({ field }) => field);
  const found = [...fields].filter(
    ([field, all]) =>
      field === null ||
      (all.every(({ from, to }) => isKnown(from) || isKnown(to)) &&
        all.some(({ from, to }) => isKnown(from) && isKnown(to))),
  );
  if (found.length > 0) return found.length === 1 ? (found[0]?.[1] ?? []) : [];
  const labels = new Set(names.map(foldLabel));
  const named = lines.filter(({ field }) => field !== null && labels.has(foldLabel(field)));
  // Of several moves on the last day the order is not known.
  const last = named.reduce((day, line) => (line.day > day ? line.day : day), '');
  const endsHere = named.some(({ day, to }) => day === last && stage !== null && foldLabel(to) === foldLabel(stage));
  return endsHere ? named : [];
}

/**
 * Of a table that says "in this stage, on that day" the days on which a stage was entered. The earliest row entered
 * nothing, since what was before it is not shown; a table that is sorted by something else tells no order.
 */
export function tabledStages(lines: readonly StageLine[]): StageLine[] {
  const days = lines.map(({ day }) => day);
  const falls = days.every((day, at) => at === 0 || day <= (days[at - 1] ?? day));
  const rises = days.every((day, at) => at === 0 || day >= (days[at - 1] ?? day));
  if (!falls && !rises) return [];
  const inOrder = falls ? lines.toReversed() : lines;
  return inOrder.flatMap((line, at) => {
    const before = inOrder[at - 1];
    return before && foldLabel(before.to) !== foldLabel(line.to) ? [{ ...line, from: before.to }] : [];
  });
}
