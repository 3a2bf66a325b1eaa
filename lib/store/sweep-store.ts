import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { Instant } from '../deal/day.ts';
import type { Outcome } from '../deal/fields.ts';
import { rowsSchema } from '../deal/reading-schema.ts';
import { emptySweep, type WeeklySweep } from '../deal/sweep.ts';
import { sweepSchema } from '../deal/sweep-schema.ts';
import type { Week } from '../deal/week.ts';
import { deriveLateChanges } from '../history/derive-late-changes.ts';
import type { ViewLook } from '../history/view-visits.ts';
import type { PinnedView } from '../settings/settings.ts';
import { connect } from './connection.ts';
import { refold } from './import-changes.ts';
import { loadRows } from './load-histories.ts';
import { rootsOf } from './merges.ts';
import { markStale } from './packs.ts';
import { type Database, type SightingRow, tablesIn } from './schema.ts';
import { lastPlace, putPlace } from './sequence.ts';
import { StoreError } from './store-error.ts';

/** A list or board that was looked at lately, for pinning. */
export type SeenView = Pick<PinnedView, 'url' | 'crm' | 'tenant' | 'page'> & {
  at: Instant;
  rows: { loaded: number; total: number | null } | null;
};

/** Weekly sweeps, and looks by view. For pages of our own: none of it is in the background. */
export type SweepStore = {
  /** Looks at a view since a moment, oldest first; deals under the ids that they are shown as. */
  viewLooks(view: Pick<PinnedView, 'url' | 'crm' | 'tenant' | 'page'>, since: Instant): Promise<ViewLook[]>;
  /** Lists and boards that were looked at since a moment, the latest first, each once. */
  seenViews(since: Instant): Promise<SeenView[]>;
  /** All weeks on record, oldest first. */
  sweeps(): Promise<WeeklySweep[]>;
  /** Read, changed and written in one step; a week that was completed stays so. */
  changeSweep(week: Week, change: (before: WeeklySweep) => WeeklySweep): Promise<void>;
  /** The user's word for how a deal stands, as a change of its outcome that was said now. */
  sayOutcome(deal: string, outcome: Outcome, now: Instant): Promise<void>;
  close(): void;
};

export function openSweeps(name = 'sideline'): SweepStore {
  const { run, write, close } = connect(name);
  return {
    viewLooks: (view, since) => run((db) => viewLooks(db, view, since)),
    seenViews: (since) => run((db) => seenViews(db, since)),
    sweeps: () => run(readSweeps),
    changeSweep: (week, change) => write((db) => changeSweep(db, week, change)),
    sayOutcome: (deal, outcome, now) => write((db) => sayOutcome(db, deal, outcome, now)),
    close,
  };
}

function viewLooks(db: Database, view: Parameters<SweepStore['viewLooks']>[0], since: Instant): Promise<ViewLook[]> {
  return db.transaction('r', tablesIn(db, ['merges', 'sightings', 'rowSets']), async () => {
    const all = await looksSince(db, [view.crm, view.tenant, view.page], since);
    const looks = all.filter((look) => look.view === view.url);
    const sets = await db.rowSets.bulkGet([...new Set(looks.map(({ rowSet }) => rowSet))]);
    const dealsOf = new Map(sets.flatMap((set) => (set ? [[set.id, set.deals] as const] : [])));
    const roots = await rootsOf(db);
    return looks.map(({ at, rows, rowSet }) => ({
      ...{ at, rows: v.is(rowsSchema, rows) ? rows : null, deals: [...new Set(dealsOf.get(rowSet)?.map(roots) ?? [])] },
    }));
  });
}

function looksSince(db: Database, place: readonly string[], since: Instant): Promise<SightingRow[]> {
  return db.sightings
    .where('[crm+tenant+page+at]')
    .between([...place, since], [...place, Dexie.maxKey])
    .toArray();
}

async function seenViews(db: Database, since: Instant): Promise<SeenView[]> {
  const tenants = (await db.deals.orderBy('[crm+tenant]').uniqueKeys()) as unknown as [string, string][];
  const places = tenants.flatMap((tenant) => (['list', 'board'] as const).map((page) => [...tenant, page] as const));
  const looks = (await Promise.all(places.map((place) => looksSince(db, place, since)))).flat();
  const latest = new Map<string, SeenView>();
  for (const { view, crm, tenant, page, at, rows } of looks.sort((a, b) => b.at - a.at)) {
    if (view === undefined || latest.has(view) || (page !== 'list' && page !== 'board')) continue;
    latest.set(view, { url: view, crm, tenant, page, at, rows });
  }
  return [...latest.values()];
}

/** A row that is none of ours, such as one of a file that was written by hand, is left out. */
async function readSweeps(db: Database): Promise<WeeklySweep[]> {
  if (tablesIn(db, ['sweeps']).length === 0) return [];
  return (await db.sweeps.orderBy('from').toArray()).filter((row) => v.is(sweepSchema, row));
}

function changeSweep(db: Database, week: Week, change: (before: WeeklySweep) => WeeklySweep): Promise<void> {
  return db.transaction('rw', ['sweeps'], async () => {
    const before = (await db.sweeps.get(week.from)) ?? emptySweep(week);
    const after = change(before);
    const { completedAt, covered } = before;
    await db.sweeps.put(completedAt === null ? after : { ...after, completedAt, covered });
  });
}

/** Refused where a page has said otherwise at a later moment than the user. */
function sayOutcome(db: Database, deal: string, outcome: Outcome, now: Instant): Promise<void> {
  return db.transaction('rw', tablesIn(db, SAID_TABLES), async () => {
    const record = await db.deals.get(deal);
    if (!record) throw new StoreError('unknown-deal', 'This deal is not on record.');
    const rows = (await loadRows(db, [deal])).get(deal) ?? { changes: [], sightings: [] };
    const said = { ok: true as const, value: outcome, raw: outcome, rule: 'said by you' };
    const meta = { deal, crm: record.crm, page: 'said' as const, at: now, recordedAt: now };
    const { changes } = deriveLateChanges(rows, { recordId: null, url: null, fields: { outcome: said } }, meta);
    const { seq } = await lastPlace(db);
    await db.changes.bulkAdd(changes.map((change, index) => ({ ...change, seq: seq + 1 + index })));
    await putPlace(db, { seq: seq + changes.length, at: now });
    await refold(db, [deal]);
    await markStale(db, [deal]);
  });
}

const SAID_TABLES = ['deals', 'changes', 'sightings', 'rowSets', 'states', 'packs', 'meta', 'merges'] as const;
