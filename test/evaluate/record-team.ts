import { addDays, type Day, dayInZone } from '../../lib/deal/day.ts';
import { type PastEntry, pastKeys } from '../../lib/deal/past.ts';
import { weekOf } from '../../lib/deal/week.ts';
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
  return recordLooks(simulateTeam({ seed, endDay }));
}

/** `swept`: once a week all that is gone from the list is answered, so that every end is on record. */
export function recordLooks(team: SimTeam, { swept = false } = {}): DealHistory[] {
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
  if (swept) {
    for (const [id, one] of kept) {
      const end = deals.get(id)?.events.at(-1);
      if (end?.kind !== 'won' && end?.kind !== 'lost') continue;
      const last = one.history.sightings.at(-1)?.at ?? 0;
      // A look shows the state of the day before.
      if (dayInZone(last, 'UTC') > end.day) continue;
      const at = Date.parse(`${weekOf(addDays(end.day, 7), 1).from}T12:00:00Z`);
      const fields = { outcome: { ok: true, value: end.kind, raw: end.kind, rule: 'sim:answer' } } as const;
      const meta = { deal: id, crm: CRM, page: 'said' as const, at, recordedAt: at };
      const { changes, mask } = deriveChanges(one.state, { recordId: id, url: null, fields }, meta);
      for (const change of changes) one.history.changes.push({ ...change, seq: ++seq });
      one.history.sightings.push({ seq: ++seq, at, recordedAt: at, page: 'said', mask });
    }
  }
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
