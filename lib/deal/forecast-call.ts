import type { Instant } from './day.ts';
import type { Money } from './money.ts';

/**
 * What somebody said that a quarter will bring in all, closed deals among it. `by` manager with `person` null: the
 * manager's call for everybody; by rep: that person's own. Calls are never changed: a new one takes the place of the last.
 */
export type ForecastCall = {
  id: string;
  /** `Quarter.id`: "2026-Q4". */
  quarter: string;
  by: 'manager' | 'rep';
  /** By the name of the roster; null: everybody. */
  person: string | null;
  amount: Money;
  saidAt: Instant;
};

/** The call in force at a moment, of those that were said for one quarter, by one side, for one person or everybody. */
export function callAt(
  calls: readonly ForecastCall[],
  whose: Pick<ForecastCall, 'quarter' | 'by' | 'person'>,
  at: Instant,
): ForecastCall | null {
  let latest: ForecastCall | null = null;
  for (const call of calls) {
    const fits = call.quarter === whose.quarter && call.by === whose.by && call.person === whose.person;
    if (fits && call.saidAt <= at && (latest === null || call.saidAt >= latest.saidAt)) latest = call;
  }
  return latest;
}
