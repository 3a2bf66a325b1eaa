import type { Instant } from '../deal/day.ts';
import type { Settings } from './settings.ts';
import { type CheckedSettings, checkSettings } from './settings-schema.ts';

/**
 * The parts that figures rest on. They are versioned like facts: what each held before is kept, so that what was said at
 * a moment can be said again as of then.
 */
export const VERSIONED = [
  ...(['calendar', 'fiscalYearStart', 'weekStart', 'homeCurrency', 'rates', 'people'] as const),
  ...(['goal', 'goals', 'limits', 'exits', 'learnt'] as const),
] as const;
type Versioned = (typeof VERSIONED)[number];

/** What a part held until it was changed. */
export type FormerPart = { part: Versioned; until: Instant; value: unknown };

export const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** What a change takes the place of. */
export function formerParts(before: Settings, after: Settings, until: Instant): FormerPart[] {
  return VERSIONED.flatMap((part) => (differs(before[part], after[part]) ? { part, until, value: before[part] } : []));
}

/** The settings with the versioned parts as they were at a moment; the others as they are. */
export function settingsAsOf(now: Settings, former: readonly FormerPart[], at: Instant): CheckedSettings {
  const held: Record<string, unknown> = { ...now };
  // The latest first, so that the first change after the moment is the last to be undone.
  for (const { part, until, value } of former.toSorted((a, b) => b.until - a.until)) if (until > at) held[part] = value;
  return checkSettings(held);
}
