import { foldLabel } from './same-value.ts';

/** CRMs write one name in several ways: "Kim Olsen", "Olsen, Kim", "kim olsen". */
export function isOneOf(name: string | null | undefined, names: readonly string[]): boolean {
  return name != null && names.some((each) => nameKey(each) === nameKey(name));
}

/** The same for every way in which CRMs write one name. */
export function nameKey(name: string): string {
  return foldLabel(name)
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
