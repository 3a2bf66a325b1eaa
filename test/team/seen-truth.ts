import { addDays, type Day, dayInZone } from '../../lib/deal/day.ts';
import type { FieldName } from '../../lib/deal/fields.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { shownFields } from '../sim/crm/shown-fields.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';
import { type DealState, dealOn } from '../sim/team/truth.ts';

const CRM = 'salesforce';

/** What the looks showed of one deal, from the truth of the day before each. */
export type Seen = {
  outcome: DealState['outcome'];
  last: Partial<Record<FieldName, DealState[keyof DealState]>>;
  lastDay: Day;
  currency: string;
  stages: { stage: number; day: Day }[];
  dates: (Day | null)[];
};

const NOTHING = { outcome: 'open', lastDay: '', currency: '' } as const;

/** By record id, for the same looks as `recordTeam` records; `until`: as of the end of that day. */
export function seenTruth(seed: number, endDay: Day, until = endDay): Map<string, Seen> {
  const sim = simulateTeam({ seed, endDay });
  const deals = new Map(sim.deals.map((deal) => [recordIdOf(CRM, deal), deal]));
  const seen = new Map<string, Seen>();
  for (const { at, page, deals: rows } of lookReadings(sim, { crm: CRM, tenant: 'larkfield' })) {
    const day = dayInZone(at, 'UTC');
    if (day > until) continue;
    for (const { recordId } of rows) {
      const state = dealOn(deals.get(recordId ?? '') as never, addDays(day, -1));
      if (!state || recordId === null) continue;
      const one = seen.get(recordId) ?? { ...NOTHING, last: {}, stages: [], dates: [] };
      const shown = shownFields(CRM, page);
      for (const field of shown) one.last[field] = state[field as keyof DealState];
      if (shown.includes('stage')) one.stages.push({ stage: state.stage, day });
      if (shown.includes('closeDate')) one.dates.push(state.closeDate);
      seen.set(recordId, { ...one, outcome: state.outcome, lastDay: day, currency: state.currency });
    }
  }
  return seen;
}
