import { addDays, type Day, dayInZone } from '../../lib/deal/day.ts';
import { type PastEntry, pastKeys } from '../../lib/deal/past.ts';
import { type DealState, deriveChanges } from '../../lib/history/derive-changes.ts';
import type { DealHistory, PastLook, PastRow } from '../../lib/history/types.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { lookReadings } from '../sim/readings.ts';
import { type SimTeam, simulateTeam } from '../sim/team/team.ts';
import type { SimDeal, TruthEvent } from '../sim/team/truth.ts';

const CRM = 'salesforce';
const KINDS = { mail: 'email', call: 'call', meeting: 'meeting', document: 'other' } as const;

/** A simulated team's half year as this browser would have recorded it: lists, records, and what records show of the past. */
export function recordTeam(seed: number, endDay: Day): DealHistory[] {
  const team = simulateTeam({ seed, endDay });
  const kept = new Map<string, { history: DealHistory; state: DealState | null; looks: number[] }>();
  let seq = 0;
  let stages: DealHistory['stages'] = [];
  for (const reading of lookReadings(team, { crm: CRM, tenant: 'larkfield' })) {
    const { at, crm, tenant, page } = reading;
    if (reading.stages.length > 0) stages = reading.stages;
    for (const said of reading.deals) {
      const id = said.recordId;
      if (id === null) continue;
      const deal = { id, crm, tenant, url: '', firstSeenAt: at };
      const fresh: DealHistory = { deal, changes: [], sightings: [], promises: [], waits: [], prompts: [], stages };
      const one = kept.get(id) ?? { history: fresh, state: null, looks: [] };
      const { changes, mask, state } = deriveChanges(one.state, said, { deal: id, crm, page, at, recordedAt: at });
      for (const change of changes) one.history.changes.push({ ...change, seq: ++seq });
      one.history.sightings.push({ seq: ++seq, at, recordedAt: at, page, mask });
      const looks = page === 'record' ? [...one.looks, at] : one.looks;
      kept.set(id, { history: one.history, state, looks });
    }
  }
  const deals = dealsById(team);
  return [...kept].map(([id, { history, looks }]) => {
    const deal = deals.get(id);
    return { ...history, stages, ...(deal && { past: pastOf(id, deal, looks) }) };
  });
}

function dealsById(team: SimTeam): Map<string, SimDeal> {
  return new Map(team.deals.map((deal) => [recordIdOf(CRM, deal), deal]));
}

/** The record's timeline: acts with their side, as of the evening before each look. */
function pastOf(id: string, deal: SimDeal, looks: readonly number[]): DealHistory['past'] {
  const entries = deal.events.flatMap((event) => entryOf(event, deal) ?? []);
  const keys = pastKeys(entries);
  const rows: PastRow[] = entries.flatMap((entry, index) => {
    const seenAt = looks.find((at) => entry.day <= shownOn(at));
    if (seenAt === undefined) return [];
    const lastSeenAt = looks.at(-1) ?? seenAt;
    return { deal: id, key: keys[index] ?? '', entry, seenAt, lastSeenAt, recordedAt: seenAt };
  });
  const looked: PastLook[] = looks.map((at) => ({ deal: id, at, recordedAt: at, parts: ['feed'], standing: [] }));
  return { rows, looks: looked };
}

const shownOn = (at: number): Day => addDays(dayInZone(at, 'UTC'), -1);

function entryOf(event: TruthEvent, deal: SimDeal): (PastEntry & { day: Day }) | null {
  if (event.kind !== 'activity') return null;
  const { day, side, what } = event;
  const who = side === 'buyer' ? deal.contact : deal.owner.name;
  return { kind: 'event', day, what: KINDS[what], side, who, text: what, evidence: { rule: 'sim:timeline', raw: day } };
}
