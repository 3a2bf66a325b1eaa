import { foldLabel } from '../deal/same-value.ts';
import type { Deal } from '../history/types.ts';

export function isMine({ deal }: { deal: Deal }, me: string): boolean {
  return isOneOf(deal.fields.owner?.value, [me]);
}

/** CRMs write one name in several ways: "Kim Olsen", "Olsen, Kim", "kim olsen". */
export function isOneOf(name: string | null | undefined, names: readonly string[]): boolean {
  return name != null && names.some((each) => nameKey(each) === nameKey(name));
}

function nameKey(name: string): string {
  return foldLabel(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
