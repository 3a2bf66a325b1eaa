import { Dexie } from 'dexie';
import { addDays, type Day, type Instant } from '../../lib/deal/day.ts';
import { FIELD_NAMES, type FieldName, maskOf } from '../../lib/deal/fields.ts';
import type { Change, DealRecord } from '../../lib/history/types.ts';
import { refreshPacks } from '../../lib/store/refresh-packs.ts';
import { declareSchema, type RowSet, type SightingRow } from '../../lib/store/schema.ts';
import { openRaw, putRaw } from './history-in-page.ts';

const DAY_MS = 86_400_000;
export const WEEKS = 8;
const PART = 200;
const STAGES = ['Qualify', 'Discovery', 'Proposal', 'Legal', 'Signature'];
const PIPELINES = ['New business', 'Renewals'];
const CURRENCIES = ['USD', 'EUR', 'JPY'];

/** What a page said of deal number `deal` in that week; some fields move, in some deals. */
export function valueIn(field: FieldName, deal: number, week: number, today: Day): Change['to'] {
  const moves = Math.floor((week * (deal % 4)) / WEEKS);
  switch (field) {
    case 'name':
      return `Hall ${deal} – cold store ${deal % 97}`;
    case 'account':
      return `Account ${deal % 4_001}`;
    case 'owner':
      return `Owner ${deal % 40}`;
    case 'pipeline':
      return PIPELINES[deal % 2] ?? null;
    case 'stage': {
      const order = Math.min(STAGES.length - 1, (deal % 3) + moves);
      return { id: `s${order}`, label: STAGES[order] ?? '', order };
    }
    case 'amount':
      return {
        minor: 100_000 * ((deal % 90) + 1),
        currency: CURRENCIES[deal % 17 ? 0 : deal % 3] ?? 'USD',
        halfStep: 0,
      };
    case 'closeDate':
      return deal % 29 === 0 ? null : addDays(today, ((deal * 7) % 160) - 20 + moves * 14);
    case 'nextStep':
      return deal % 11 === 0 ? null : `Send draft ${moves} of the order form to the buyer of deal ${deal}`;
    case 'nextStepDue':
      return deal % 11 === 0 ? null : addDays(today, (deal % 30) - 8);
    default:
      return null;
  }
}

export const FIELDS = FIELD_NAMES.filter((name) =>
  ['name', 'account', 'owner', 'pipeline', 'stage', 'amount', 'closeDate', 'nextStep', 'nextStepDue'].includes(name),
);

/** `deals` open deals in the extension's own database, seen weekly in lists of 200 up to yesterday; packed. */
export async function fillPipeline(deals: number, now: Instant): Promise<void> {
  const db = declareSchema(new Dexie('sideline'));
  await db.open();
  const database = await openRaw('sideline');
  const today = new Date(now).toISOString().slice(0, 10);
  const lookOf = (week: number) => now - DAY_MS - (WEEKS - 1 - week) * 7 * DAY_MS;
  let seq = 0;
  for (let from = 0; from < deals; from += PART) {
    const part = Array.from({ length: Math.min(PART, deals - from) }, (_, row) => from + row);
    const idOf = (deal: number) => `00000000-0000-4000-8000-${String(deal).padStart(12, '0')}`;
    const ids = part.map(idOf);
    const changes: Change[] = [];
    for (let week = 0; week < WEEKS; week++) {
      for (const deal of part) {
        for (const field of FIELDS) {
          const to = valueIn(field, deal, week, today);
          const before = week === 0 ? undefined : valueIn(field, deal, week - 1, today);
          if (before !== undefined && JSON.stringify(before) === JSON.stringify(to)) continue;
          const seenAt = lookOf(week);
          changes.push({
            ...{ seq: ++seq, deal: idOf(deal), field, from: before, to },
            ...{ after: week === 0 ? null : lookOf(week - 1), seenAt, recordedAt: seenAt },
            evidence: { crm: 'salesforce', page: 'list', rule: `column ${field}`, raw: JSON.stringify(to) },
          });
        }
      }
    }
    const mask = maskOf(FIELDS);
    const rowSet = await db.rowSets.add({ hash: from, deals: ids, masks: part.map(() => mask) } as Omit<
      RowSet,
      'id'
    > as RowSet);
    const looks = Array.from({ length: WEEKS }, (_, week): SightingRow => {
      const look = { reading: `${from} ${week}`, crm: 'salesforce', tenant: 'acme', page: 'list' as const };
      const at = lookOf(week);
      return { seq: ++seq, ...look, at, recordedAt: at, rowSet, rows: { loaded: part.length, total: deals } };
    });
    const records = part.map((deal): DealRecord => {
      const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${deal}/view`;
      return { id: idOf(deal), crm: 'salesforce', tenant: 'acme', url, firstSeenAt: lookOf(0) };
    });
    const put = (table: string) => (value: unknown) => ({ table, op: 'put' as const, value });
    await putRaw(database, [
      ...[...changes.map(put('changes')), ...looks.map(put('sightings')), ...records.map(put('deals'))],
      put('meta')({ key: 'seq', value: seq }),
    ]);
  }
  database.close();
  await refreshPacks(db);
  db.close();
}
