import type { FieldValue } from '../deal/fields.ts';
import { numericDay } from '../deal/numeric-day.ts';
import type { Evidence, Known } from './types.ts';

/**
 * True where the page says what it said before, and only the reading of it differs: "03/09/2027" was taken for March
 * until the order of the dates was known. The deal did not move.
 */
export function isReread(known: Known<FieldValue>, value: FieldValue | null, { raw }: Evidence): boolean {
  if (raw !== known.evidence.raw || typeof value !== 'string' || value === known.value) return false;
  const days = [...(numericDay(raw)?.days.values() ?? [])];
  return days.some((day) => day === value) && days.some((day) => day === known.value);
}
