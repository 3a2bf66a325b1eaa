import type { FieldName, FieldValue } from '../deal/fields.ts';
import { formatMoney } from '../deal/money.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

const DAYS: ReadonlySet<FieldName> = new Set<FieldName>(['closeDate', 'nextStepDue', 'createdOn', 'lastActivity']);

/** A field's value as a reader would write it; an emptied field is "nothing". */
export function sayValue(field: FieldName, value: FieldValue | null | undefined, words: Words, say: Speaker): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'number') return words.percent(Math.round(value));
  if (typeof value === 'string') return DAYS.has(field) ? say.day(value) : shorten(value);
  return 'label' in value ? shorten(value.label) || words.none : formatMoney(value, say.locale);
}
