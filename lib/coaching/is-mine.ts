import { foldLabel } from '../deal/same-value.ts';
import type { DealNow } from './deals-now.ts';

/** CRMs write one name in several ways: "Kim Olsen", "Olsen, Kim", "kim olsen". */
export function isMine({ deal }: DealNow, me: string): boolean {
  const owner = deal.fields.owner?.value;
  return owner !== null && owner !== undefined && nameKey(owner) === nameKey(me);
}

/** The same for every way of writing a name. */
export function nameKey(name: string): string {
  return foldLabel(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
