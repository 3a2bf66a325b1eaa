import type { FieldName } from '../deal/fields.ts';
import type { CrmId } from '../deal/reading.ts';
import { listPatternOf, patternOf } from './address-pattern.ts';
import { emptyMap, type TaughtFieldName, type TaughtFields, type TaughtList, type TaughtMap } from './taught-map.ts';

/** What fields said on one page, as plain text; null where nothing was found. */
export type Said = { [F in FieldName]?: string | null };

/** A lesson in the middle: it outlives the page that it began on, since a second deal is another page. */
export type Lesson = {
  page: 'record' | 'list';
  /** The reader whose records are corrected; null where the site itself is taught. */
  corrects: CrmId | null;
  fields: TaughtFields;
  list: TaughtList | null;
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

/** The site's map after the lesson; null while it does not say enough to read by. */
export function mapAfter(before: TaughtMap | null, lesson: Lesson, url: URL): TaughtMap | null {
  const map = before ?? emptyMap(url.origin);
  const { corrects, fields, list } = lesson;
  if (corrects !== null) {
    if (Object.keys(fields).length === 0) return null;
    return { ...map, corrections: { ...map.corrections, [corrects]: { ...map.corrections[corrects], ...fields } } };
  }
  if (lesson.page === 'list') {
    if (!list?.columns.name) return null;
    return { ...map, list: { ...list, address: listPatternOf(url) } };
  }
  const address = confirmedBy(lesson, url) ?? null;
  if (address === null || !fields.name || Object.keys(fields).length < 2) return null;
  return { ...map, record: { address, fields } };
}
