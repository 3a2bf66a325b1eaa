const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of an opportunity's id; null for another object's id. The last three characters say which of
 * the other fifteen are capitals, five to each, lowest bit first.
 */
export function canonicalOpportunityId(id: string): string | null {
  const match = /^(006[A-Za-z0-9]{12})(?:[A-Za-z0-9]{3})?$/.exec(id);
  const base = match?.[1];
  if (!base) return null;
  let suffix = '';
  for (let group = 0; group < 15; group += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(base.charAt(group + at))) bits |= 1 << at;
    suffix += LETTERS.charAt(bits);
  }
  return base + suffix;
}
