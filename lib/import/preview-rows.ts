import type { Day, Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldValue } from '../deal/fields.ts';
import type { RefusedRow } from '../deal/imported.ts';
import { formatMoney } from '../deal/money.ts';
import type { FieldReading } from '../deal/reading.ts';
import type { ImportPlan } from './import-plan.ts';
import type { firstRows } from './portions.ts';
import { REASON_WORDS } from './refused-file.ts';

/** `doubt`: something stands there that will not be stored, and why. */
export type PreviewCell = { text: string; state: 'value' | 'empty' | 'doubt' };

/** The first rows as they will be stored, in words. */
export type Preview = {
  columns: string[];
  rows: { row: number; cells: PreviewCell[] }[];
  refused: { row: number; why: string }[];
};

const EMPTY: PreviewCell = { text: '', state: 'empty' };
const value = (text: string | null): PreviewCell => (text ? { text, state: 'value' } : EMPTY);

export function previewOf(said: Awaited<ReturnType<typeof firstRows>>, plan: ImportPlan, locale: string): Preview {
  const refused = said.refused.map(({ row, reason }: RefusedRow) => ({ row, why: REASON_WORDS[reason] }));
  const cell = (reading: FieldReading<FieldValue> | null | undefined) => cellOf(reading, locale);
  if (plan.kind === 'history') {
    const rows = said.changes.map(({ row, key, field, from, to, at }) => ({
      row,
      cells: [
        value(key.name ?? key.recordId),
        value(fieldTitle(field)),
        cell(from),
        cell(to),
        value(formatMoment(at, plan.timeZone, locale)),
      ],
    }));
    return { columns: ['Deal', 'Field', 'Before', 'After', 'When'], rows, refused };
  }
  if (plan.kind === 'activities') {
    const rows = said.past.map(({ row, key, entry }) => ({
      row,
      cells: [
        value(key.name ?? key.recordId),
        value(entry.kind === 'event' ? entry.what : entry.kind),
        value(entry.kind === 'event' ? entry.text : entry.kind === 'planned' ? entry.what : ''),
        value(
          entry.kind === 'event'
            ? formatDate(entry.day, locale)
            : entry.kind === 'planned' && entry.due
              ? formatDate(entry.due, locale)
              : '',
        ),
        value(entry.kind === 'event' ? entry.who : entry.kind === 'planned' ? entry.owner : null),
      ],
    }));
    return { columns: ['Deal', 'What', 'Text', 'Day', 'Who'], rows, refused };
  }
  const fields = FIELD_NAMES.filter((field) => said.deals.some((deal) => deal.fields[field]));
  const rows = said.deals.map(({ row, recordId, fields: read }) => ({
    row,
    cells: [value(recordId), ...fields.map((field) => cell(read[field]))],
  }));
  return { columns: ['Record id', ...fields.map(fieldTitle)], rows, refused };
}

/** "closeDate" → "Close date". */
export function fieldTitle(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cellOf(reading: FieldReading<FieldValue> | null | undefined, locale: string): PreviewCell {
  if (!reading) return EMPTY;
  if (reading.ok) return value(textOf(reading.value, locale));
  if (reading.reason === 'empty' || reading.reason === 'not-on-page') return EMPTY;
  const why = reading.reason === 'ambiguous' ? 'can be read in two ways' : 'not made out';
  return { text: `${reading.raw ?? ''} (${why})`.trim(), state: 'doubt' };
}

const DATE = /^\d{4}-\d\d-\d\d$/;

function textOf(said: FieldValue, locale: string): string {
  if (typeof said === 'number') return `${said.toLocaleString(locale)} %`;
  if (typeof said === 'string') return DATE.test(said) ? formatDate(said, locale) : said;
  if ('label' in said) return said.label;
  const shown = formatMoney(said, locale, 'exact');
  return said.currency === null && !said.symbol ? `${shown} (currency unknown)` : shown;
}

/** With the month in letters: nobody has to guess which number it is. */
function formatDate(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

function formatMoment(at: Instant, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}
