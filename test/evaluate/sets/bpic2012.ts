import type { Stage } from '../../../lib/deal/fields.ts';
import { money } from '../../../lib/deal/money.ts';
import type { Case, DataSet } from '../cases.ts';
import { readCsv } from '../csv.ts';
import { type Dated, type Look, record } from '../record.ts';

const DAY_MS = 86_400_000;
const DAYS = [7, 14, 21, 28] as const;
const ENDS: Record<string, 'won' | 'lost'> = {
  ...{ A_REGISTERED: 'won', A_ACTIVATED: 'won', A_APPROVED: 'won', A_CANCELLED: 'lost', A_DECLINED: 'lost' },
};
const STAGES: Stage[] = ['Offer sent', 'Offer returned', 'Papers checked', 'Papers asked for'].map((label, order) => ({
  ...{ id: null, label, order },
}));
/** What starts a stage. A file that goes back and forth between checking and asking for papers moves each time. */
const STAGE_OF: Record<string, number> = {
  ...{ O_SENT: 0, O_SENT_BACK: 1, 'W_Valideren aanvraag': 2, 'W_Nabellen incomplete dossiers': 3 },
};

type Event = { at: number; activity: string; lifecycle: string };

export const bpic2012: DataSet = {
  name: 'bpic2012',
  file: 'events.csv.gz',
  split: 'time',
  leaks: [],
  read(file) {
    const cases = new Map<string, { amount: number; events: Event[] }>();
    for (const row of readCsv(file, ['case_id', 'amount_req', 'timestamp', 'activity', 'lifecycle'])) {
      const id = row.case_id ?? '';
      const one = cases.get(id) ?? { amount: Number(row.amount_req), events: [] };
      one.events.push({
        ...{ at: Date.parse(row.timestamp ?? ''), activity: row.activity ?? '', lifecycle: row.lifecycle ?? '' },
      });
      cases.set(id, one);
    }
    return [...cases].flatMap(([id, { amount, events }]) => caseOf(id, amount, events) ?? []);
  },
};

function caseOf(id: string, amount: number, events: Event[]): Case | null {
  events.sort((a, b) => a.at - b.at);
  const first = events.find(({ activity }) => activity === 'O_SENT');
  const end = events.find(({ activity }) => activity in ENDS);
  if (!first || !end || end.at <= first.at) return null;
  const created = events[0]?.at ?? first.at;
  const moments = DAYS.map((day) => ({ at: first.at + day * DAY_MS, label: `day ${day}` }));
  const open = moments.filter(({ at }) => at < end.at);
  const looks = new Map<number, Look>();
  const look = (at: number): Look['said'] => {
    const one = looks.get(at) ?? { at, said: {} };
    looks.set(at, one);
    return one.said;
  };
  let stage = STAGES[0];
  const past: Dated[] = [];
  for (const { at, activity, lifecycle } of events) {
    if (at > end.at) break;
    const day = isoDay(at);
    if (lifecycle === 'COMPLETE' && activity !== end.activity) {
      const entry = entryOf(activity, day);
      if (entry) past.push({ at, entry });
    }
    if (at < first.at) continue;
    const place = lifecycle === 'COMPLETE' || activity.startsWith('W_') ? STAGE_OF[activity] : undefined;
    if (place === undefined || (lifecycle !== 'START' && activity.startsWith('W_'))) continue;
    const next = STAGES[place];
    if (next && (next !== stage || at === first.at)) {
      past.push({
        ...{ at, entry: { kind: 'stage', day, from: null, to: next.label, evidence: { rule: activity, raw: day } } },
      });
      stage = next;
    }
    look(at).stage = stage ?? null;
  }
  for (const { at } of open) look(at);
  // Each look shows the record as it stands then.
  let standing: Stage | null = null;
  const ordered = [...looks.values()].sort((a, b) => a.at - b.at);
  for (const one of ordered) {
    standing = one.said.stage ?? standing;
    one.said = { stage: standing, amount: money(amount, 'EUR'), createdOn: isoDay(created), outcome: 'open' };
  }
  ordered.push({ at: Math.max(end.at, (ordered.at(-1)?.at ?? 0) + 1), said: { outcome: ENDS[end.activity] ?? null } });
  const history = record(id, ordered, { stages: STAGES, parts: ['feed', 'stages'], past });
  return { history, moments: open, start: created, group: id };
}

function entryOf(activity: string, day: string): Dated['entry'] | null {
  const evidence = { rule: activity, raw: day };
  const event = { kind: 'event' as const, day, who: null, evidence };
  if (activity === 'O_SENT') return { ...event, what: 'email', side: 'seller', text: 'Offer sent' };
  if (activity === 'O_SENT_BACK') return { ...event, what: 'email', side: 'buyer', text: 'Offer returned' };
  if (activity.startsWith('W_Nabellen')) return { ...event, what: 'call', side: 'seller', text: 'Call' };
  return activity.startsWith('W_') ? { ...event, what: 'task', side: 'seller', text: 'Work' } : null;
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
