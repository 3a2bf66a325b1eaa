import type { Instant } from '../deal/day.ts';
import { daysBetween } from '../deal/day.ts';
import type { FieldValue } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { NewChange } from './derive-changes.ts';

/** Fewer deals that move alike are a coincidence. */
const FEWEST = 5;
/** Over a longer time people do by themselves, one after the other, what looks like one act. */
const AT_MOST_MS = 36 * 3_600_000;
/** The share of the amounts in sight that changed their currency at once. */
const MOST_AMOUNTS = 0.8;
const FEWEST_AMOUNTS = 3;

/**
 * The changes that one look found, with those marked that were one act: the same new value, or a date moved by the same
 * days, on many deals at once is an edit in bulk; nearly all amounts in another currency is another display. `amounts`: how
 * many deals of the look showed one.
 */
export function markTogether(changes: readonly NewChange[], amounts: number): NewChange[] {
  const groups = new Map<string, NewChange[]>();
  for (const change of changes) {
    for (const key of keysOf(change)) {
      const group = groups.get(key);
      if (group) group.push(change);
      else groups.set(key, [change]);
    }
  }
  const isDisplay = (key: string, size: number) =>
    key.startsWith('currency') && size >= FEWEST_AMOUNTS && size >= amounts * MOST_AMOUNTS;
  return changes.map((change) => {
    let together = 0;
    let display = false;
    for (const key of keysOf(change)) {
      const size = groups.get(key)?.length ?? 0;
      if (isDisplay(key, size)) display = true;
      if (!key.startsWith('currency') && size >= FEWEST) together = Math.max(together, size);
    }
    if (display) return { ...change, display: true as const };
    return together > 0 ? { ...change, together } : change;
  });
}

function keysOf({ field, from, to, after, seenAt, refines }: NewChange): string[] {
  if (refines || from == null || to === null) return [];
  if (field === 'amount') {
    const [was, is] = [(from as Money).currency, (to as Money).currency];
    return was !== null && is !== null && was !== is ? [`currency ${was} ${is}`] : [];
  }
  if (!isWithin(after, seenAt)) return [];
  if (field === 'closeDate') return [`closeDate ${to}`, `closeDate by ${daysBetween(from as string, to as string)}`];
  if (field === 'stage' || field === 'owner' || field === 'forecastCategory')
    return [`${field} ${textOf(from)} ${textOf(to)}`];
  return [];
}

const isWithin = (after: Instant | null, seenAt: Instant) => after !== null && seenAt - after <= AT_MOST_MS;

const textOf = (value: FieldValue) =>
  typeof value === 'object' && 'label' in value ? (value.id ?? value.label) : String(value);
