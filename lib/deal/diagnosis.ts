/** What reading one page came to, field by field, for whoever wants to know why a value is missing or wrong. */
import type { FieldName, FieldValue } from './fields.ts';
import { major } from './money.ts';
import type { CrmId, MissingReason, PageKind } from './reading.ts';

/** One alternative that was looked at, in its order. */
export type Attempt = { rule: string; raw: string; outcome: 'read' | MissingReason };

export type FieldDiagnosis = {
  field: FieldName;
  /** In short, as it would be stored; null where there is none. */
  value: string | null;
  reason: MissingReason | null;
  tried: Attempt[];
};

export type Diagnosis = {
  /** Of the readers that may read this site, by name. */
  readers: CrmId[];
  /** Null: none of them knows this page. */
  page: {
    crm: CrmId;
    kind: PageKind;
    locale: string | null;
    /** Rows read, and the page's own count; null on a record. */
    rows: { loaded: number; total: number | null } | null;
    /** A draft stands in it: nothing is taken before it is saved. */
    editing: boolean;
    /** Of the record, or of the first row. */
    fields: FieldDiagnosis[];
  } | null;
  /** Milliseconds that reading it again took. */
  took: number;
  /** Of the address, for telling kinds of pages apart. */
  path: string;
};

/** A value without its wrapping: an amount as figure and currency, a stage by its label. */
export function plainly(value: FieldValue): string {
  if (typeof value !== 'object') return String(value);
  if ('label' in value) return value.label;
  return [major(value), value.currency ?? value.symbol].filter((part) => part != null).join(' ');
}

/** Names and figures as their shape alone: "Marlow 12,5" is "Xxxxxx 00,0". */
export function mask(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}

/** For a bug report: rules as they stand, and of what the page and the address say only the shape. */
export function reportOf({ readers, page, took, path }: Diagnosis): string {
  const head = page
    ? [
        `${page.crm} ${page.kind}, locale ${page.locale ?? 'not said'}, ${took.toFixed(1)} ms`,
        ...(page.rows ? [`rows: ${page.rows.loaded} of ${page.rows.total ?? 'not said'}`] : []),
        ...(page.editing ? ['a draft stands in the page'] : []),
      ]
    : [`no deal read; readers: ${readers.join(', ') || 'none'}`];
  const lines = page?.fields.flatMap(({ field, value, reason, tried }) => [
    `${field}: ${reason ?? mask(value ?? '')}`,
    ...tried.map(({ rule, raw, outcome }) => `  ${outcome}  ${rule}  "${mask(raw)}"`),
  ]);
  return [`Sideline reading report`, `path: ${mask(path)}`, ...head, ...(lines ?? [])].join('\n');
}
