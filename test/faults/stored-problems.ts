/** What must hold of the extension's database at any time, whatever was stopped, killed or full before. */
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import { sameValue } from '../../lib/deal/same-value.ts';
import { foldRows } from '../../lib/history/fold.ts';
import type { Change, DealSighting } from '../../lib/history/types.ts';
import type { AliasRow, RowSet, SightingRow, StateRow } from '../../lib/store/schema.ts';
import type { Rows } from '../browser/seed.ts';

/** Whatever contradicts itself in these rows, one line each; empty where all is well. */
export function problemsIn(rows: Rows): string[] {
  const changes = rows.changes as Change[];
  const looks = rows.sightings as SightingRow[];
  const sets = new Map((rows.rowSets as RowSet[]).map((set) => [set.id, set]));
  return [
    ...orderProblems(changes, looks, rows.meta as { key: string; value: unknown }[]),
    ...repeats(
      'reading stored twice',
      looks.map(({ reading }) => reading),
    ),
    ...repeats(
      'record of two deals',
      (rows.aliases as AliasRow[]).map(({ crm, tenant, recordId }) => `${crm} ${tenant} ${recordId}`),
    ),
    ...(rows.deals as { id: string }[]).flatMap(({ id }) => dealProblems(id, changes, looks, sets, rows)),
    ...looks.filter(({ rowSet }) => !sets.has(rowSet)).map(({ seq }) => `sighting ${seq} shows no rows`),
  ];
}

/** Places in the order of recording are unique, rise with time, and none is given that was not counted. */
function orderProblems(changes: Change[], looks: SightingRow[], meta: { key: string; value: unknown }[]): string[] {
  const all = [...changes, ...looks].sort((a, b) => a.seq - b.seq);
  const last = meta.find(({ key }) => key === 'seq')?.value ?? 0;
  const falls = all.filter(({ recordedAt }, at) => recordedAt < (all[at - 1]?.recordedAt ?? 0));
  const problems = repeats(
    'place taken twice',
    all.map(({ seq }) => String(seq)),
  );
  for (const { seq } of falls) problems.push(`place ${seq} was recorded before the one below it`);
  if ((all.at(-1)?.seq ?? 0) !== last) problems.push(`the last place is ${all.at(-1)?.seq}, counted are ${last}`);
  return problems;
}

/** The rows of a deal, played from the start, must give its checkpoint; and each row must have been news. */
function dealProblems(
  id: string,
  all: Change[],
  looks: SightingRow[],
  sets: Map<number, RowSet>,
  rows: Rows,
): string[] {
  const changes = all.filter(({ deal }) => deal === id);
  const sightings = looks.flatMap(({ seq, at, recordedAt, page, rowSet }): DealSighting[] => {
    const set = sets.get(rowSet);
    const place = set?.deals.indexOf(id) ?? -1;
    return set && place >= 0 ? [{ seq, at, recordedAt, page, mask: set.masks[place] ?? 0 }] : [];
  });
  const state = (rows.states as StateRow[]).find(({ deal }) => deal === id);
  if (!state) return [`deal ${id} has no checkpoint`];
  const problems: string[] = [];
  const folded = foldRows({ changes, sightings });
  for (const field of FIELD_NAMES) {
    const [played, kept] = [JSON.stringify(folded.fields[field]), JSON.stringify(state.fields[field])];
    if (played !== kept) problems.push(`deal ${id}: its rows give ${field} as ${played}, its checkpoint as ${kept}`);
  }
  if (folded.lastSeenAt !== state.lastSeenAt) problems.push(`deal ${id}: last seen otherwise than its rows say`);
  for (const row of changes.filter(({ refines }) => !refines)) {
    // What was known when the row was written: a look that arrived late may have made it an old story since.
    const earlier = <T extends { seq: number }>(all: readonly T[]) => all.filter(({ seq }) => seq < row.seq);
    const until = { asOf: row.seenAt, knownAt: Number.POSITIVE_INFINITY };
    const before = foldRows({ changes: earlier(changes), sightings: earlier(sightings) }, until).fields[row.field];
    if (before && sameValue(row.field, before.value, row.to))
      problems.push(`change ${row.seq} of ${row.field} was none`);
  }
  if (!(rows.aliases as AliasRow[]).some(({ deal }) => deal === id)) problems.push(`deal ${id} has no record`);
  return problems;
}

function repeats(what: string, keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key)).map((key) => `${what}: ${key}`);
}
