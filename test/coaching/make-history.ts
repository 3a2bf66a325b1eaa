import { buildCard } from '../../lib/coaching/build-card.ts';
import type { DealCard } from '../../lib/coaching/card.ts';
import type { CardInput } from '../../lib/coaching/card-input.ts';
import { type Day, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { type FieldName, type FieldValue, type FieldValues, maskOf, type Stage } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../../lib/deal/promise.ts';
import type { PageKind } from '../../lib/deal/reading.ts';
import type { Role } from '../../lib/deal/role.ts';
import type { Change, DealHistory, Moment } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { PROMPTS } from './packaged-prompts.ts';

export const STAGES: readonly Stage[] = [
  'Qualify',
  'Discovery',
  'Proposal',
  'Legal',
  'Signature',
  'Closed Won',
  'Closed Lost',
].map((label, order) => ({ id: label.toLowerCase(), label, order }));

export function stage(label: string): Stage {
  return STAGES.find((each) => each.label === label) ?? { id: null, label, order: null };
}

export const usd = (amount: number) => money(amount, 'USD');
export const at = (day: Day, hour = 9) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
export const moment = (day: Day, hour = 12): Moment => ({
  asOf: at(day, hour),
  knownAt: at(day, hour),
  timeZone: 'UTC',
});

/** A deal that nothing speaks against, in November 2026. */
export const CALM = {
  stage: stage('Proposal'),
  closeDate: '2027-01-28',
  nextStep: 'Send the security answers',
  nextStepDue: '2026-11-12',
  createdOn: '2026-10-01',
  lastActivity: '2026-11-02',
  owner: 'Kim Olsen',
} as const;

export type Look = { on: Day; hour?: number; page?: PageKind } & { [F in FieldName]?: FieldValues[F] | null };
type Extras = {
  promises?: Partial<DealPromise>[];
  waits?: Partial<AgreedWait>[];
  prompts?: Partial<PromptEvent>[];
  id?: string;
  stages?: readonly Stage[];
};

/** A deal as a row of looks: each names the day, the page and what the page said. */
export function historyOf(looks: readonly Look[], extras: Extras = {}): DealHistory {
  const id = extras.id ?? 'deal-1';
  const known = new Map<FieldName, { value: FieldValue | null; last: number }>();
  const changes: Change[] = [];
  let seq = 0;
  const sightings = looks.map(({ on, hour, page = 'record', ...said }) => {
    const when = at(on, hour);
    const fields = Object.keys(said) as FieldName[];
    for (const field of fields) {
      const to = (said[field] ?? null) as FieldValue | null;
      const before = known.get(field);
      if (!before || JSON.stringify(before.value) !== JSON.stringify(to)) {
        const evidence = { crm: 'pipedrive', page, rule: `[data-test=${field}]`, raw: JSON.stringify(to) };
        const after = before?.last ?? null;
        changes.push({
          seq: ++seq,
          deal: id,
          field,
          from: before?.value,
          to,
          after,
          seenAt: when,
          recordedAt: when,
          evidence,
        });
      }
      known.set(field, { value: to, last: when });
    }
    return { seq: ++seq, at: when, recordedAt: when, page, mask: maskOf(fields) };
  });
  const first = sightings[0]?.at ?? 0;
  const url = `https://acme.example.com/deal/${id}`;
  return {
    deal: { id, crm: 'pipedrive', tenant: 'acme', url, firstSeenAt: first },
    changes,
    sightings,
    promises: (extras.promises ?? []).map((promise, index) => ({
      id: `promise-${index}`,
      deal: id,
      what: 'signed order form',
      who: 'Ben',
      side: 'theirs',
      by: '2026-11-04',
      proof: null,
      madeAt: at('2026-10-28'),
      movedFrom: [],
      settled: null,
      ...promise,
    })),
    waits: (extras.waits ?? []).map((wait, index) => ({
      id: `wait-${index}`,
      deal: id,
      until: '2026-12-02',
      what: 'their board meets',
      saidBy: 'Ana',
      madeAt: at('2026-11-02'),
      endedAt: null,
      ...wait,
    })),
    prompts: (extras.prompts ?? []).map((event, index) => ({
      id: `event-${index}`,
      deal: id,
      prompt: '',
      signal: '',
      basis: '',
      kind: 'asked',
      at: at('2026-11-03'),
      until: null,
      ...event,
    })),
    stages: [...(extras.stages ?? STAGES)],
  };
}

export const SETTINGS = { calendar: MONDAY_TO_FRIDAY, locale: 'en-GB', me: null };

export function cardOf(history: DealHistory, role: Role, now: Moment, more: Partial<CardInput> = {}): DealCard {
  const assessment = assessDeal(history, { moment: now, calendar: MONDAY_TO_FRIDAY });
  const input = { history, assessment, catalogue: PROMPTS, role, moment: now, settings: SETTINGS, unread: [] };
  return buildCard({ ...input, ...more });
}

/** Every string of an object, with its path. */
export function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}
