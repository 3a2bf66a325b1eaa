import type { PageReading } from '../../lib/crm/types.ts';
import type { FieldReadings } from '../../lib/deal/reading.ts';

/** A deal's page as plain texts; `undefined` is a field that the page does not show, an empty text one shown blank. */
export type Content = {
  [F in 'name' | 'amount' | 'stage' | 'closeDate' | 'owner' | 'nextStep' | 'outcome']?: string | undefined;
};
export type Field = keyof Content;

function fieldsOf(content: Content): FieldReadings {
  const fields: Record<string, unknown> = {};
  for (const [field, raw] of Object.entries(content)) {
    if (raw === undefined || raw === '') {
      fields[field] = { ok: false, reason: raw === '' ? 'empty' : 'not-on-page' };
      continue;
    }
    const value =
      field === 'amount'
        ? { minor: Number(raw) * 100, currency: 'EUR', halfStep: 0 }
        : field === 'stage'
          ? { id: null, label: raw, order: null }
          : raw;
    fields[field] = { ok: true, value, raw, rule: 'test' };
  }
  return fields as FieldReadings;
}

type Shape = Partial<Pick<PageReading, 'pageRecordId' | 'editing' | 'page'>>;

export function reading(id: string, content: Content, shape: Shape = {}): PageReading {
  const fields = fieldsOf(content);
  return {
    crm: 'test',
    tenant: 'acme',
    page: 'record',
    url: `https://crm.example.com/deal/${id}`,
    at: 0,
    timeZone: 'UTC',
    locale: 'en',
    deals: [{ recordId: id, url: null, fields }],
    stages: [],
    rows: null,
    pageRecordId: null,
    editing: false,
    fingerprint: JSON.stringify([id, shape, fields]),
    ...shape,
  };
}

/** What was accepted, as plain texts by field. */
export function texts(accepted: PageReading | null | undefined): Content | null {
  if (!accepted) return null;
  const content: Content = {};
  for (const [field, value] of Object.entries(accepted.deals[0]?.fields ?? {})) {
    if (value.ok) content[field as Field] = value.raw;
    else if (value.reason === 'empty') content[field as Field] = '';
  }
  return content;
}
