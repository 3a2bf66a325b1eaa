import type { Database } from './schema.ts';
import { eachPage } from './table-pages.ts';

type Kind = 'text' | 'number' | 'list' | 'object' | 'any' | 'text?' | 'moment?';

/** What a row must hold to be one that the rest of the house can read; a field that is not named may be anything. */
const SHAPES: Record<string, Record<string, Kind>> = {
  deals: { id: 'text', crm: 'text', tenant: 'text', url: 'text', firstSeenAt: 'number' },
  aliases: { crm: 'text', tenant: 'text', kind: 'text', recordId: 'text', deal: 'text' },
  changes: { seq: 'number', deal: 'text', field: 'text', seenAt: 'number', recordedAt: 'number', evidence: 'object' },
  sightings: {
    seq: 'number',
    reading: 'text',
    crm: 'text',
    tenant: 'text',
    page: 'text',
    at: 'number',
    rowSet: 'number',
  },
  rowSets: { id: 'number', hash: 'number', deals: 'list', masks: 'list' },
  states: { deal: 'text', fields: 'object', lastSeenAt: 'number', crm: 'text', tenant: 'text', nameKey: 'text' },
  stageSets: { crm: 'text', tenant: 'text', key: 'text', stages: 'list', at: 'number' },
  promises: {
    id: 'text',
    deal: 'text',
    what: 'text',
    who: 'text',
    by: 'text',
    madeAt: 'number',
    movedFrom: 'list',
    remindAt: 'moment?',
  },
  waits: { id: 'text', deal: 'text', what: 'text', saidBy: 'text', until: 'text', madeAt: 'number' },
  prompts: { id: 'text', deal: 'text', prompt: 'text', signal: 'text', basis: 'text', kind: 'text', at: 'number' },
  answers: {
    deal: 'text',
    question: 'text',
    answer: 'text',
    proof: 'text?',
    saidBy: 'text?',
    at: 'number',
    recordedAt: 'number',
  },
  talks: { id: 'text', person: 'text', on: 'text', startedAt: 'number', changedAt: 'number', notes: 'object' },
  sweeps: { from: 'text', to: 'text', covered: 'list', filtered: 'list', whole: 'list', closed: 'list' },
  calls: { id: 'text', quarter: 'text', by: 'text', amount: 'object', saidAt: 'number' },
  snapshots: {
    id: 'text',
    from: 'text',
    to: 'text',
    asOf: 'number',
    knownAt: 'number',
    frozenAt: 'number',
    root: 'text',
  },
  leaves: { snapshot: 'text', block: 'number', leaves: 'list' },
  drafts: { from: 'text', sentence: 'text', lines: 'list', done: 'list', changedAt: 'number' },
  past: { deal: 'text', key: 'text', entry: 'object', seenAt: 'number', lastSeenAt: 'number', recordedAt: 'number' },
  pastLooks: { deal: 'text', at: 'number', recordedAt: 'number', parts: 'list', standing: 'list' },
  settings: { key: 'text' },
  meta: { key: 'text' },
  merges: { deal: 'text', into: 'text', at: 'number' },
};

/** Rows that hang on another: the field, and the table whose keys it names. */
const HANGS_ON: Record<string, readonly [field: string, table: 'deals' | 'rowSets' | 'snapshots']> = {
  merges: ['into', 'deals'],
  leaves: ['snapshot', 'snapshots'],
  aliases: ['deal', 'deals'],
  changes: ['deal', 'deals'],
  sightings: ['rowSet', 'rowSets'],
  states: ['deal', 'deals'],
  promises: ['deal', 'deals'],
  waits: ['deal', 'deals'],
  prompts: ['deal', 'deals'],
  answers: ['deal', 'deals'],
  past: ['deal', 'deals'],
  pastLooks: ['deal', 'deals'],
};

const FITS: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  list: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  any: () => true,
  'text?': (value) => value === undefined || typeof value === 'string',
  'moment?': (value) => value == null || (typeof value === 'number' && !Number.isNaN(new Date(value).getTime())),
};

/** The first table with a row that is no row of ours; null where all are. */
export async function tableInDisorder(db: Database): Promise<string | null> {
  const keys = {
    deals: new Set<unknown>(await db.deals.toCollection().primaryKeys()),
    rowSets: new Set<unknown>(await db.rowSets.toCollection().primaryKeys()),
    snapshots: new Set<unknown>(await db.snapshots.toCollection().primaryKeys()),
  };
  for (const table of db.tables) {
    const shape = Object.entries(SHAPES[table.name] ?? {});
    const hangs = HANGS_ON[table.name];
    let fits = true;
    await eachPage(table, (rows) => {
      fits &&= rows.every((row) => shape.every(([field, kind]) => FITS[kind](row[field])));
      if (hangs) fits &&= rows.every((row) => keys[hangs[1]].has(row[hangs[0]]));
      return rows.length * 300;
    });
    if (!fits) return table.name;
  }
  return null;
}
