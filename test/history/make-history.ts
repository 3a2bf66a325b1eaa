import type { Instant } from '../../lib/deal/day.ts';
import type { PageKind } from '../../lib/deal/reading.ts';
import { type DealState, type Derived, deriveChanges, readingMoment } from '../../lib/history/derive-changes.ts';
import { deriveLateChanges } from '../../lib/history/derive-late-changes.ts';
import { asDealFields, foldRows } from '../../lib/history/fold.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { dealReading, MONDAY, type Said } from '../deal/make-reading.ts';

export type Look = { at: Instant; said: Said; page?: PageKind; recordedAt?: Instant };

export const DEAL = 'deal-7';

/** A history recorded look by look in the order given, as the store does it, without a database. */
export function recordLooks(looks: readonly Look[]): { history: DealHistory; state: DealState | null } {
  const history: DealHistory = {
    deal: {
      id: DEAL,
      crm: 'pipedrive',
      tenant: 'larkfield',
      url: 'https://larkfield.example.com/deal/7',
      firstSeenAt: MONDAY,
    },
    changes: [],
    sightings: [],
    promises: [],
    waits: [],
    prompts: [],
    stages: [],
  };
  let state: DealState | null = null;
  let seq = 0;
  for (const { said, page = 'record', ...look } of looks) {
    const recordedAt = look.recordedAt ?? look.at;
    const at = readingMoment(look.at, recordedAt);
    const meta = { deal: DEAL, crm: 'pipedrive', page, at, recordedAt };
    const isLate: boolean = state !== null && state.lastSeenAt >= at;
    const derived: Derived | null = isLate ? null : deriveChanges(state, dealReading(said), meta);
    const { changes, mask } = derived ?? deriveLateChanges(history, dealReading(said), meta);
    for (const change of changes) history.changes.push({ ...change, seq: ++seq });
    history.sightings.push({ seq: ++seq, at, recordedAt, page, mask });
    state = derived?.state ?? stateOf(history);
  }
  return { history, state };
}

/** What the rows alone add up to. */
export function stateOf(history: DealHistory): DealState {
  const folded = foldRows(history);
  return { deal: DEAL, fields: asDealFields(folded.fields), lastSeenAt: folded.lastSeenAt ?? 0 };
}

export function moment(asOf: Instant, knownAt: Instant = asOf): Moment {
  return { asOf, knownAt, timeZone: 'Europe/Berlin' };
}

export const EVER = moment(Number.MAX_SAFE_INTEGER);
