import type { Dexie, EntityTable, Table, Transaction } from 'dexie';
import type { DealAnswer } from '../deal/answer.ts';
import type { Instant } from '../deal/day.ts';
import type { FieldMask, Stage } from '../deal/fields.ts';
import type { ForecastCall } from '../deal/forecast-call.ts';
import type { FrozenLeaf, SnapshotDraft, SnapshotHead } from '../deal/frozen-snapshot.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { CrmId } from '../deal/reading.ts';
import type { WeeklySweep } from '../deal/sweep.ts';
import type { OneToOne } from '../deal/talk.ts';
import type { DealState } from '../history/derive-changes.ts';
import type { Change, DealRecord, PastLook, PastRow, Sighting } from '../history/types.ts';
import type { MergeRow } from './merges.ts';
import type { PackRow } from './packs.ts';

/**
 * One record of one CRM installation → our deal. The primary key makes it unique for all tabs at once. A deal that a file
 * told of without a record id has none until a page shows its record.
 */
export type AliasRow = { crm: CrmId; tenant: string; kind: 'deal'; recordId: string; deal: string };

/**
 * Which deals and fields a page showed. Most looks show what one before them showed, so they share it: a look at a list
 * of hundreds stays one small row, and the sightings of one deal are found without reading the lists.
 */
export type RowSet = { id: number; hash: number; deals: string[]; masks: FieldMask[] };

export type SightingRow = Omit<Sighting, 'deals' | 'masks'> & { rowSet: number };

/** The checkpoint of a deal: what its rows add up to, so that a reading need not replay them. */
export type StateRow = DealState & { crm: CrmId; tenant: string; nameKey: string };

/** The stages of one pipeline as last seen. `key` tells the pipelines of an installation apart, see `stage-sets.ts`. */
export type StageSetRow = { crm: CrmId; tenant: string; key: string; stages: Stage[]; at: Instant };

/** Some of a snapshot's leaves, in their order. In blocks, so that neither a list of weeks nor an erasure holds all of it. */
export type LeafBlock = { snapshot: string; block: number; leaves: FrozenLeaf[] };

type KeyedRow = { key: string; value: unknown };

/** `at`: when it was written, where that counts. */
type MetaRow = KeyedRow & { at?: Instant };

type StoreTables = {
  deals: EntityTable<DealRecord, 'id'>;
  aliases: Table<AliasRow, [string, string, string, string]>;
  changes: Table<Change, number>;
  sightings: Table<SightingRow, number>;
  rowSets: EntityTable<RowSet, 'id'>;
  states: EntityTable<StateRow, 'deal'>;
  merges: EntityTable<MergeRow, 'deal'>;
  packs: EntityTable<PackRow, 'block'>;
  stageSets: Table<StageSetRow, [string, string, string]>;
  promises: Table<DealPromise, string>;
  waits: Table<AgreedWait, string>;
  prompts: Table<PromptEvent, string>;
  answers: Table<DealAnswer, [string, string, number]>;
  talks: EntityTable<OneToOne, 'id'>;
  sweeps: EntityTable<WeeklySweep, 'from'>;
  calls: EntityTable<ForecastCall, 'id'>;
  snapshots: EntityTable<SnapshotHead, 'id'>;
  leaves: Table<LeafBlock, [string, number]>;
  drafts: EntityTable<SnapshotDraft, 'from'>;
  past: Table<PastRow, [string, string]>;
  pastLooks: Table<PastLook, [string, number]>;
  settings: EntityTable<KeyedRow, 'key'>;
  meta: EntityTable<MetaRow, 'key'>;
};

export type Database = Dexie & StoreTables;

export type SchemaStep = {
  version: number;
  tables: Record<string, string | null>;
  /** Brings the rows into the new form; whatever it throws, the old form stays as it was. */
  upgrade?: (transaction: Transaction) => Promise<void>;
};

/** Every form the database has had, oldest first. A step that was released is never edited: add one. */
export const SCHEMA_STEPS: readonly SchemaStep[] = [
  {
    version: 1,
    tables: {
      deals: 'id',
      aliases: '[crm+tenant+kind+recordId], deal',
      changes: 'seq, deal',
      sightings: 'seq, &reading, rowSet, [crm+tenant+page+at]',
      rowSets: '++id, hash, *deals',
      states: 'deal, [crm+tenant+nameKey]',
      stageSets: '[crm+tenant+key], [crm+tenant]',
      promises: 'id, deal',
      waits: 'id, deal',
      prompts: 'id, deal',
      settings: 'key',
      meta: 'key',
    },
  },
  { version: 2, tables: { past: '[deal+key], deal', pastLooks: '[deal+at], deal' } },
  {
    version: 3,
    tables: {
      deals: 'id, [crm+tenant]',
      aliases: '[crm+tenant+kind+recordId], deal, [crm+recordId]',
      merges: 'deal, into',
      packs: 'block',
    },
  },
  { version: 4, tables: { answers: '[deal+question+at], deal' } },
  { version: 5, tables: { talks: 'id, person' } },
  { version: 6, tables: { sweeps: 'from' } },
  {
    version: 7,
    tables: { calls: 'id, quarter', snapshots: 'id, from', leaves: '[snapshot+block], snapshot', drafts: 'from' },
  },
];

export function declareSchema(db: Dexie, steps: readonly SchemaStep[] = SCHEMA_STEPS): Database {
  for (const { version, tables, upgrade } of steps) {
    const declared = db.version(version).stores(tables);
    if (upgrade) declared.upgrade(upgrade);
  }
  return db as Database;
}

/** The steps up to a version: the form in which rows were written then. */
export function stepsUpTo(version: number): SchemaStep[] {
  return SCHEMA_STEPS.filter((step) => step.version <= version);
}

/** Of these tables those that the database has: one that could not be brought into its new form has the old ones alone. */
export function tablesIn<N extends keyof StoreTables>(db: Database, names: readonly N[]): N[] {
  return names.filter((name) => db.tables.some((table) => table.name === name));
}
