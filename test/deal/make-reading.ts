import type { FieldName, FieldValue, FieldValues } from '../../lib/deal/fields.ts';
import { type Money, money } from '../../lib/deal/money.ts';
import type { DealReading, FieldReadings, MissingReason, Reading } from '../../lib/deal/reading.ts';

/** Monday 2 November 2026, 09:00 UTC. */
export const MONDAY = Date.UTC(2026, 10, 2, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const usd = (amount: number, halfStep = 0): Money => money(amount, 'USD', halfStep);

/** A value, or why there is none. */
export type Said = { [F in FieldName]?: FieldValues[F] | { missing: MissingReason } };

function fieldsOf(said: Said): FieldReadings {
  const fields = Object.entries(said).map(([field, value]) => [
    field,
    isMissing(value)
      ? { ok: false, reason: value.missing }
      : { ok: true, value, raw: typeof value === 'object' ? 'as shown' : String(value), rule: `css ${field}` },
  ]);
  return Object.fromEntries(fields) as FieldReadings;
}

function isMissing(value: FieldValue | { missing: MissingReason }): value is { missing: MissingReason } {
  return typeof value === 'object' && 'missing' in value;
}

export function dealReading(said: Said, recordId: string | null = '7'): DealReading {
  return { recordId, url: null, fields: fieldsOf(said) };
}

let made = 0;

/** A record page of Larkfield Press, deal 7. */
export function reading(part: Partial<Reading> & { said?: Said } = {}): Reading {
  const { said = { name: 'Larkfield Press' }, ...rest } = part;
  return {
    id: `reading-${++made}`,
    crm: 'pipedrive',
    tenant: 'larkfield',
    page: 'record',
    url: 'https://larkfield.example.com/deal/7',
    at: MONDAY,
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    deals: [dealReading(said)],
    stages: [],
    rows: null,
    ...rest,
  };
}
