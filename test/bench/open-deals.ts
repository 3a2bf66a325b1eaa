import { dayOfNumber } from '../../lib/deal/day.ts';
import { maskOf, type Stage } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { Change, DealHistory } from '../../lib/history/types.ts';
import { type Random, randomOf } from '../sim/team/random.ts';

export const CHANGES = 20;
export const TODAY = Date.UTC(2026, 8, 14, 12);
const DAY_MS = 86_400_000;
const STAGES: Stage[] = ['Lead', 'Qualified', 'Demo', 'Proposal', 'Legal', 'Signing', 'Won', 'Lost'].map(
  (label, order) => ({ id: null, label, order }),
);
const MASK = maskOf(['amount', 'stage', 'closeDate', 'nextStep', 'nextStepDue', 'createdOn', 'lastActivity', 'owner']);

/** Open deals of half a year, the same at each run; of one person, or of so many by turns. */
export const openDeals = (count: number, people = 1): DealHistory[] =>
  Array.from({ length: count }, (_, at) => historyOf(at, ownerOf(at % people)));

export const ownerOf = (place: number) => (place === 0 ? 'Kim' : `Kim ${place}`);

function historyOf(at: number, owner: string): DealHistory {
  const random = randomOf('bench', at);
  const id = `deal-${at}`;
  const start = TODAY - 150 * DAY_MS;
  const created = dayOfNumber(Math.floor(start / DAY_MS));
  const evidence = { crm: 'odoo', page: 'record' as const, rule: 'field', raw: 'raw' };
  const today = Math.floor(TODAY / DAY_MS);
  const first = (field: Change['field'], to: Change['to']) => ({ field, to, days: 0 });
  const values = [
    ...[
      first('createdOn', created),
      first('owner', owner),
      first('nextStep', 'Call Ana'),
      first('nextStepDue', dayOfNumber(today + random.whole(-6, 20))),
    ],
    ...[
      first('stage', STAGES[0] ?? null),
      first('amount', money(20_000 + at, 'EUR')),
      first('lastActivity', dayOfNumber(today - random.whole(0, 40))),
    ],
    ...[first('closeDate', dayOfNumber(today + random.whole(-10, 120)))],
    ...Array.from({ length: CHANGES - 8 }, (_, step) => changeOf(step, random)),
  ];
  const changes = values.map(({ field, to, days }, seq): Change => {
    const seenAt = start + days * DAY_MS;
    return { seq, deal: id, field, from: undefined, to, after: null, seenAt, recordedAt: seenAt, evidence };
  });
  const sightings = Array.from({ length: CHANGES }, (_, look) => {
    const seen = start + (look * 150 * DAY_MS) / CHANGES + 7 * DAY_MS;
    return { seq: 100 + look, at: seen, recordedAt: seen, page: 'list' as const, mask: MASK };
  });
  const deal = { id, crm: 'odoo', tenant: 'bench', url: '', firstSeenAt: start };
  return { deal, changes, sightings, promises: [], waits: [], prompts: [], stages: STAGES };
}

function changeOf(step: number, random: Random): { field: Change['field']; to: Change['to']; days: number } {
  const days = 10 * (step + 1);
  if (step % 3 === 0) return { field: 'stage', to: STAGES[Math.min(5, Math.floor(step / 3) + 1)] ?? null, days };
  if (step % 3 === 1) return { field: 'amount', to: money(20_000 + random.whole(0, 900), 'EUR'), days };
  return { field: 'nextStep', to: `Send version ${step} of the plan to Ana`, days };
}
