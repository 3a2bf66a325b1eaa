import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { outcomeOf } from '../../lib/deal/stage-kind.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { type DealState, deriveChanges } from '../../lib/history/derive-changes.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import { RISK_NAMES } from '../../lib/risk/types.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';

const endDay = '2026-11-13';

/** A simulated team's half year, recorded look by look as the store would. */
function recordTeam(seed: number): DealHistory[] {
  const kept = new Map<string, { history: DealHistory; state: DealState | null }>();
  let seq = 0;
  let stages: DealHistory['stages'] = [];
  for (const reading of lookReadings(simulateTeam({ seed, endDay }), { crm: 'salesforce', tenant: 'larkfield' })) {
    const { at, crm, tenant, page } = reading;
    if (reading.stages.length > 0) stages = reading.stages;
    for (const said of reading.deals) {
      const id = said.recordId;
      if (id === null) continue;
      const deal = { id, crm, tenant, url: '', firstSeenAt: at };
      const fresh: DealHistory = { deal, changes: [], sightings: [], promises: [], waits: [], prompts: [], stages };
      const one = kept.get(id) ?? { history: fresh, state: null };
      const { changes, mask, state } = deriveChanges(one.state, said, { deal: id, crm, page, at, recordedAt: at });
      for (const change of changes) one.history.changes.push({ ...change, seq: ++seq });
      one.history.sightings.push({ seq: ++seq, at, recordedAt: at, page, mask });
      kept.set(id, { history: one.history, state });
    }
  }
  return [...kept.values()].map(({ history }) => ({ ...history, stages }));
}

describe('an ordinary team', () => {
  it('has 15 to 25 percent of the open deals that were seen marked, and every signal somewhere', () => {
    const asOf = Date.parse(`${endDay}T12:00:00Z`);
    const moment = { asOf, knownAt: asOf, timeZone: 'UTC' };
    const seen = { open: 0, marked: 0 };
    const signals = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const histories = recordTeam(seed);
      const team = teamContext(histories, moment);
      for (const history of histories) {
        const deal = dealAsOf(history, moment);
        const { on, score, freshness } = assessDeal(history, { moment, calendar: MONDAY_TO_FRIDAY, team });
        if (!deal || outcomeOf(deal) !== 'open' || freshness.level === 'stale') continue;
        seen.open++;
        if (score.band !== 'quiet') seen.marked++;
        for (const one of on) signals.add(one.signal);
      }
    }
    expect(seen.open).toBeGreaterThan(300);
    expect(seen.marked / seen.open).toBeGreaterThan(0.15);
    expect(seen.marked / seen.open).toBeLessThan(0.25);
    // The rest wants a page that shows contacts or a timeline, or a checklist.
    expect([...signals]).toEqual(expect.arrayContaining(RISK_NAMES.slice(0, 10)));
    expect(signals.size).toBeGreaterThanOrEqual(13);
  });
});
