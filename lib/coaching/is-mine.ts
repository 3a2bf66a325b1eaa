import { foldLabel } from '../deal/same-value.ts';
import type { DealNow } from './deals-now.ts';

/** CRMs write one name in several ways: "Kim Olsen", "Olsen, Kim", "kim olsen". */
export function isMine({ deal }: Pick<DealNow, 'deal'>, me: string): boolean {
  const owner = deal.fields.owner?.value;
  return owner !== null && owner !== undefined && isSameName(owner, me);
}

export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** The same for every way in which CRMs write one name. */
export function nameKey(name: string): string {
  return foldLabel(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
