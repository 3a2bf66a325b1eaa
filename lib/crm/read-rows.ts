import type { FieldName, Stage } from '../deal/fields.ts';
import type { ColumnSum, DealReading, FieldReadings } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import { isShown, partOf, type Scope, selectAll } from './deep-select.ts';
import { findCells, type HeadsByTable } from './read-cells.ts';
import { readDeal } from './read-deal.ts';
import { type FieldContext, readField } from './read-field.ts';
import { idFrom } from './read-id.ts';
import { textFrom } from './read-source.ts';
import { type Stages, stageIn } from './read-stages.ts';
import type { RowMap } from './types.ts';

export type Rows = {
  deals: DealReading[];
  stages: Stage[];
  rows: { loaded: number; total: number | null; sums?: ColumnSum[] };
};

/** The whole number in "1,234 items"; null for "50+ items", which is a number of loaded rows, not of rows. */
function countIn(text: string | null): number | null {
  const match = text === null ? null : /(\d[\d.,\s'’]*)(\+?)/.exec(text);
  if (!match || match[2]) return null;
  const count = Number((match[1] ?? '').replace(/\D/g, ''));
  return count <= LIMITS.rows ? count : null;
}

function linkOf(scope: Scope, map: RowMap, url: URL): string | null {
  const href = map.link === undefined ? null : textFrom(scope, [map.link]);
  const link = href && href.length <= LIMITS.url ? URL.parse(href, url)?.href : null;
  return link && /^https?:/.test(link) && link.length <= LIMITS.url ? link : null;
}

/** A row's fields without those that the page does not show: 200 rows would repeat it 200 times. */
function shownFields(fields: FieldReadings): FieldReadings {
  for (const [name, field] of Object.entries(fields)) {
    if (!field.ok && field.reason === 'not-on-page') delete fields[name as FieldName];
  }
  return fields;
}

/** Null where none of the map's rows or columns are on the page. */
export function readRows(page: Scope, map: RowMap, url: URL, context: FieldContext): Rows | null {
  const { hidden } = context.reader;
  const rows: Rows['rows'] = { loaded: 0, total: null };
  const stages: Stage[] = [];
  const found: Rows = { deals: [], stages, rows };
  const tables: HeadsByTable = new Map();

  const readAll = (scope: Scope, stage: Stage | null): void => {
    const place: Stages = { all: stage ? [stage] : [], current: stage };
    for (const row of selectAll(scope, map.row)) {
      if (!isShown(row)) continue;
      const inside = partOf(scope, row);
      const recordId = idFrom(inside, map.id, context.reader);
      if (map.id && !recordId) continue;
      rows.loaded++;
      if (found.deals.length >= LIMITS.deals) continue;
      const cells = findCells(inside, map.cells, map.fields, context.reader, tables);
      const { length } = context.evidence;
      const fields = readDeal(map.fields, inside, cells, place, map.column?.of ?? '', context);
      // Every map of rows begins with the name.
      const name = context.evidence[length];
      if (recordId && name && fields.name?.ok) {
        context.rows.push({ recordId, row, name, idNow: () => idFrom(inside, map.id, context.reader) });
      }
      found.deals.push({ recordId, url: linkOf(inside, map, url), fields: shownFields(fields) });
    }
  };

  const { column } = map;
  if (!column) {
    readAll(page, null);
    rows.total = countIn(textFrom(page, map.total));
    return rows.loaded > 0 || rows.total === 0 ? found : null;
  }
  const columns = selectAll(page, column.of).filter((element) => isShown(element, hidden));
  // Not a number once a column says none.
  let total = 0;
  const { sum } = column;
  if (sum) rows.sums = [];
  for (const element of columns.slice(0, LIMITS.stages)) {
    const inside = partOf(page, element);
    const said = stageIn(inside, column, stages.length);
    said.label ||= said.id ?? '';
    const stage = said.label ? said : null;
    if (stage) stages.push(stage);
    readAll(inside, stage);
    const count = countIn(textFrom(inside, column.count));
    if (sum)
      rows.sums?.push({ stage, count, amount: readField(sum, inside, undefined, context) as ColumnSum['amount'] });
    total += count ?? Number.NaN;
  }
  rows.total = countIn(textFrom(page, map.total)) ?? (total <= LIMITS.rows ? total : null);
  return columns.length > 0 ? found : null;
}
