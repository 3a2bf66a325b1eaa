import type { Dexie, EntityTable, Table } from 'dexie';
import type { Instant } from '../deal/day.ts';
import type { Stage } from '../deal/fields.ts';
import type { AgreedWait, DealPromise, PromptEvent } from '../deal/promise.ts';
import type { CrmId } from '../deal/reading.ts';
import type { DealState } from '../history/derive-changes.ts';
import type { Change, DealRecord, Sighting } from '../history/types.ts';

/** One record of one CRM installation → our deal. The primary key makes it unique for all tabs at once. */
export type AliasRow = { crm: CrmId; tenant: string; kind: 'deal'; recordId: string; deal: string };

/** The checkpoint of a deal: what its rows add up to, so that a reading need not replay them. */
export type StateRow = DealState & { crm: CrmId; tenant: string; nameKey: string };

/** The stages of one pipeline as last seen. `key` tells the pipelines of an installation apart, see `stage-sets.ts`. */
export type StageSetRow = { crm: CrmId; tenant: string; key: string; stages: Stage[]; at: Instant };

type KeyedRow = { key: string; value: unknown };

type StoreTables = {
  deals: EntityTable<DealRecord, 'id'>;
  aliases: Table<AliasRow, [string, string, string, string]>;
  changes: Table<Change, number>;
  sightings: Table<Sighting, number>;
  states: EntityTable<StateRow, 'deal'>;
  stageSets: Table<StageSetRow, [string, string, string]>;
  promises: EntityTable<DealPromise, 'id'>;
  waits: EntityTable<AgreedWait, 'id'>;
  prompts: EntityTable<PromptEvent, 'id'>;
  settings: EntityTable<KeyedRow, 'key'>;
  meta: EntityTable<KeyedRow, 'key'>;
};

export type Database = Dexie & StoreTables;

type SchemaStep = { version: number; tables: Record<string, string | null> };

/** Every form the database has had, oldest first. A step that was released is never edited: add one. */
const STEPS: readonly SchemaStep[] = [
  {
    version: 1,
    tables: {
      deals: 'id',
      aliases: '[crm+tenant+kind+recordId], deal',
      changes: 'seq, deal',
      sightings: 'seq, &reading, *deals, [crm+tenant+page+at]',
      states: 'deal, [crm+tenant+nameKey]',
      stageSets: '[crm+tenant+key], [crm+tenant]',
      promises: 'id, deal',
      waits: 'id, deal',
      prompts: 'id, deal',
      settings: 'key',
      meta: 'key',
    },
  },
];

export function declareSchema(db: Dexie): Database {
  for (const step of STEPS) db.version(step.version).stores(step.tables);
  return db as Database;
}
