/** What must hold of the extension's database at any time, whatever was stopped, killed or full before. */
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import { sameValue } from '../../lib/deal/same-value.ts';
import { foldRows } from '../../lib/history/fold.ts';
import type { Change } from '../../lib/history/types.ts';
import type { MergeRow } from '../../lib/store/merges.ts';
import type { AliasRow, RowSet, SightingRow, StateRow } from '../../lib/store/schema.ts';
import type { Rows } from '../browser/seed.ts';
import { type DealLook, notDerivable } from './derived-again.ts';
import { packProblems } from './pack-problems.ts';

/** Whatever contradicts itself in these rows, one line each; empty where all is well. */
export function problemsIn(rows: Rows): string[] {
  const changes = inPlace(rows.changes as Change[]);
  const looks = inPlace(rows.sightings as SightingRow[]);
  const sets = new Map((rows.rowSets as RowSet[]).map((set) => [set.id, set]));
  const looksOf = looksByDeal(looks, sets);
  const changesOf = Map.groupBy(changes, ({ deal }) => deal);
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
    ...(rows.deals as { id: string }[]).flatMap(({ id }) =>
      dealProblems(id, changesOf.get(id) ?? [], looksOf.get(id) ?? [], rows),
    ),
    ...looks.filter(({ rowSet }) => !sets.has(rowSet)).map(({ seq }) => `sighting ${seq} shows no rows`),
    ...strangers(rows),
    ...mergeProblems((rows.merges ?? []) as MergeRow[]),
    ...packProblems(rows, (deal) => looksOf.get(deal) ?? []),
  ];
}

/**
 * Places in the order of recording that were counted and stand in no row. Every row that was written took the next one,
 * so one that is missing is a row that was lost, unless something was erased.
 */
export function placesMissingIn(rows: Rows): number[] {
  const taken = new Set([...(rows.changes as Change[]), ...(rows.sightings as SightingRow[])].map(({ seq }) => seq));
  const counted = (rows.meta as { key: string; value: unknown }[]).find(({ key }) => key === 'seq')?.value;
  return Array.from({ length: Number(counted ?? 0) }, (_, at) => at + 1).filter((seq) => !taken.has(seq));
}

const inPlace = <Row extends { seq: number }>(all: readonly Row[]) => [...all].sort((a, b) => a.seq - b.seq);

function looksByDeal(looks: readonly SightingRow[], sets: ReadonlyMap<number, RowSet>): Map<string, DealLook[]> {
  const byDeal = new Map<string, DealLook[]>();
  for (const [index, { seq, at, recordedAt, page, crm, rowSet }] of looks.entries()) {
    const set = sets.get(rowSet);
    const before = looks[index - 1]?.seq ?? 0;
    set?.deals.forEach((deal, place) => {
      const look = { seq, at, recordedAt, page, crm, before, mask: set.masks[place] ?? 0 };
      const known = byDeal.get(deal);
      if (known) known.push(look);
      else byDeal.set(deal, [look]);
    });
  }
  return byDeal;
}

/** Rows of deals that are not on record. */
function strangers(rows: Rows): string[] {
  const known = new Set((rows.deals as { id: string }[]).map(({ id }) => id));
  const unknownIn = (table: string, deals: readonly string[]) =>
    [...new Set(deals)].filter((deal) => !known.has(deal)).map((deal) => `${table} name deal ${deal}, not on record`);
  const dealsOf = (table: string) => ((rows[table] ?? []) as { deal: string }[]).map(({ deal }) => deal);
  return [
    ...['aliases', 'changes', 'states'].flatMap((table) => unknownIn(table, dealsOf(table))),
    ...unknownIn('merges', [...dealsOf('merges'), ...((rows.merges ?? []) as MergeRow[]).map(({ into }) => into)]),
  ];
}

/** Whoever follows them must come to an end. */
function mergeProblems(merges: readonly MergeRow[]): string[] {
  const into = new Map(merges.map((merge) => [merge.deal, merge.into]));
  return merges.flatMap(({ deal }) => {
    const passed = new Set<string>();
    for (let at: string | undefined = deal; at !== undefined; at = into.get(at)) {
      if (passed.has(at)) return [`deal ${deal} is shown as deals that lead to each other`];
      passed.add(at);
    }
    return [];
  });
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
function dealProblems(id: string, changes: Change[], sightings: DealLook[], rows: Rows): string[] {
  const state = (rows.states as StateRow[]).find(({ deal }) => deal === id);
  if (!state) return [`deal ${id} has no checkpoint`];
  const problems: string[] = [];
  const folded = foldRows({ changes, sightings });
  for (const field of FIELD_NAMES) {
    const [played, kept] = [JSON.stringify(folded.fields[field]), JSON.stringify(state.fields[field])];
    if (played !== kept) problems.push(`deal ${id}: its rows give ${field} as ${played}, its checkpoint as ${kept}`);
  }
  if (folded.lastSeenAt !== state.lastSeenAt) problems.push(`deal ${id}: last seen otherwise than its rows say`);
  problems.push(...notDerivable(id, changes, sightings));
  // A page's rows are derived again from its looks; a file's only must have been news.
  for (const row of changes.filter(({ refines, evidence }) => !refines && evidence.page === 'file')) {
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
