import type { FieldName } from '../deal/fields.ts';
import type { CrmId } from '../deal/reading.ts';
import { listPatternOf, patternOf } from './address-pattern.ts';
import type { KnownColumn } from './derive-list.ts';
import {
  emptyMap,
  type TaughtFieldName,
  type TaughtFields,
  type TaughtList,
  type TaughtMap,
  type TaughtRows,
} from './taught-map.ts';

/** What fields said on one page, as plain text; null where nothing was found. */
export type Said = { [F in FieldName]?: string | null };

/** A lesson in the middle: it outlives the page that it began on, since a second deal is another page. */
export type Lesson = {
  page: 'record' | 'list';
  /** The reader whose fields are corrected; null where the site itself is taught. */
  corrects: CrmId | null;
  fields: TaughtFields;
  list: TaughtList | null;
  /** Columns of a known reader's list, or parts of its cards. */
  rows?: { list?: TaughtRows | undefined; board?: TaughtRows | undefined };
  /** The deal that was pointed at: a second one confirms what its address has of an id. */
  first: { url: string; said: Said } | null;
};

export const newLesson = (corrects: CrmId | null): Lesson => ({
  page: 'record',
  corrects,
  fields: {},
  list: null,
  first: null,
});

/** The address pattern that the deal pointed at and the page at hand confirm; null while they do not. */
export function confirmedBy({ first }: Lesson, url: URL): string | null {
  return first && first.url !== url.href ? patternOf(new URL(first.url), url) : null;
}

/** Alternatives of one field from two pages, the first page's before the second's. */
export function addField(
  lesson: Lesson,
  name: TaughtFieldName,
  field: NonNullable<TaughtFields[TaughtFieldName]>,
): Lesson {
  const before = lesson.fields[name];
  const from = [...new Set([...(before?.from ?? []), ...field.from])].slice(0, 6);
  return { ...lesson, fields: { ...lesson.fields, [name]: { ...before, ...field, from } } };
}

/** A column of a known reader's list, after those that were pointed at before. */
export function addColumn(lesson: Lesson, name: TaughtFieldName, { page, cells, column }: KnownColumn): Lesson {
  const before = lesson.rows?.[page];
  const rows = { cells: cells ?? before?.cells ?? null, columns: { ...before?.columns, [name]: column } };
  return { ...lesson, rows: { ...lesson.rows, [page]: rows } };
}

/** A lesson that corrects without what was pointed at for one field, on whichever page that was. */
export function withoutField(lesson: Lesson, name: TaughtFieldName): Lesson {
  const { [name]: _, ...fields } = lesson.fields;
  const without = (rows: TaughtRows | undefined): TaughtRows | undefined => {
    if (!rows) return rows;
    const { [name]: __, ...columns } = rows.columns;
    return { ...rows, columns };
  };
  const { list, board } = lesson.rows ?? {};
  return { ...lesson, fields, ...(lesson.rows ? { rows: { list: without(list), board: without(board) } } : {}) };
}

/** What was corrected before and in this lesson. */
function correctedAfter(map: TaughtMap, crm: CrmId, { fields, rows }: Lesson): TaughtMap {
  const before = map.rows?.[crm];
  const kinds = (['list', 'board'] as const).flatMap((page) => {
    const [known, now] = [before?.[page], rows?.[page]];
    const cells = now?.cells ?? known?.cells ?? null;
    const columns = { ...known?.columns, ...now?.columns };
    return Object.keys(columns).length > 0 ? [[page, { cells, columns }] as const] : [];
  });
  return {
    ...map,
    ...(Object.keys(fields).length > 0
      ? { corrections: { ...map.corrections, [crm]: { ...map.corrections[crm], ...fields } } }
      : {}),
    ...(kinds.length > 0 ? { rows: { ...map.rows, [crm]: Object.fromEntries(kinds) } } : {}),
  };
}

/** The site's map after the lesson; null while it does not say enough to read by. */
export function mapAfter(before: TaughtMap | null, lesson: Lesson, url: URL): TaughtMap | null {
  const map = before ?? emptyMap(url.origin);
  const { corrects, fields, list } = lesson;
  if (corrects !== null) {
    const columns = { ...lesson.rows?.list?.columns, ...lesson.rows?.board?.columns };
    return Object.keys({ ...fields, ...columns }).length === 0 ? null : correctedAfter(map, corrects, lesson);
  }
  if (lesson.page === 'list') {
    if (!list?.columns.name) return null;
    return { ...map, list: { ...list, address: listPatternOf(url) } };
  }
  const address = confirmedBy(lesson, url) ?? null;
  if (address === null || !fields.name || Object.keys(fields).length < 2) return null;
  return { ...map, record: { address, fields } };
}
