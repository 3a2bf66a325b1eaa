import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';
import type { Reading } from '../deal/reading.ts';
import type { Words } from './words/english.ts';

/** The columns that most signals rest on. */
const WANTED: readonly FieldName[] = ['closeDate', 'stage', 'amount', 'nextStep', 'lastActivity'];

/** A column stands in the list where any row says something of it, were it only that it is empty. */
export function shownColumns(reading: Pick<Reading, 'deals'>): ReadonlySet<FieldName> {
  const said = (field: FieldName) =>
    reading.deals.some(({ fields }) => {
      const read = fields[field];
      return read !== undefined && (read.ok || read.reason !== 'not-on-page');
    });
  return new Set(FIELD_NAMES.filter(said));
}

/** What the view would say with a column or two more; null where it has them all. */
export function columnAdvice(shown: ReadonlySet<FieldName>, words: Words): string | null {
  const missing = WANTED.filter((field) => !shown.has(field)).map(words.field);
  return missing.length > 0 ? words.first.advice(words.list(missing), missing.length) : null;
}

/** How much of the list was read, after the page's own count. */
export function rowsText(loaded: number, total: number | null, words: Words): string {
  return total !== null && total > loaded ? words.first.rowsOf(loaded, total) : words.first.rows(loaded);
}
