import type { PastReading } from '../../lib/crm/past-of-page.ts';
import type { PageReading, ReadOptions } from '../../lib/crm/types.ts';
import type { FixturePage } from './load-fixtures.ts';

/** Fixtures live on one day, so that years left out of a date are known. */
const TODAY = '2026-09-14';

export function optionsOf(page: FixturePage): ReadOptions {
  const today = page.today ?? TODAY;
  return {
    at: Date.parse(`${today}T09:00:00Z`),
    timeZone: page.timeZone ?? 'Europe/London',
    today,
    dateOrder: page.dateOrder ?? null,
    currency: page.currency ?? null,
  };
}

/**
 * A reading as `expected.json` holds it: without the moment of reading and what follows from the rest; with the past that
 * the page shows, where it shows any.
 */
export function summariseReading(reading: PageReading | null, past: PastReading | null): unknown {
  if (!reading) return null;
  const { at: _at, timeZone: _zone, fingerprint: _fingerprint, ...rest } = reading;
  const { entries = [], parts = [], left = [] } = past ?? {};
  const shown = entries.length + parts.length + left.length > 0 ? { past: { parts, entries, left } } : {};
  return JSON.parse(JSON.stringify({ ...rest, ...shown }));
}
