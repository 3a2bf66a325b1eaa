import type { Instant } from '../../deal/day.ts';
import type { FieldName, FieldValue } from '../../deal/fields.ts';
import { sameValue } from '../../deal/same-value.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';

/** A field that moved and is back where it was: no bridge shows it. `values`: from the first to the last, both the same. */
export type ThereAndBack = { deal: string; field: FieldName; values: (FieldValue | null)[] };

const TOLD: ReadonlySet<FieldName> = new Set<FieldName>(['amount', 'closeDate', 'stage', 'outcome', 'owner']);

/** What cancelled out between two moments, deal by deal. Edits in bulk and changes of the display are none of a deal's. */
export function thereAndBack(histories: readonly DealHistory[], from: Instant, moment: Moment): ThereAndBack[] {
  return histories.flatMap((history) => {
    const byField = new Map<FieldName, (FieldValue | null)[]>();
    for (const { field, from: was, to, seenAt, together, display } of changesAsOf(history, moment)) {
      if (!TOLD.has(field) || seenAt <= from || was === undefined || together || display) continue;
      byField.set(field, [...(byField.get(field) ?? [was]), to]);
    }
    return [...byField].flatMap(([field, values]) => {
      const [first = null] = values;
      const last = values.at(-1) ?? null;
      return values.length > 2 && sameValue(field, first, last) ? { deal: history.deal.id, field, values } : [];
    });
  });
}
