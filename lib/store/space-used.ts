import type { Table } from 'dexie';
import { rowText } from '../backup/row-text.ts';
import type { Database } from './schema.ts';

/** What is kept, in the words of `components/data-words.ts`. */
export const SPACE_KINDS = ['deals', 'changes', 'looks', 'past', 'said', 'settings'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

const KIND_OF: Record<string, SpaceKind> = {
  ...{ deals: 'deals', aliases: 'deals', states: 'deals', stageSets: 'deals' },
  ...{ changes: 'changes', sightings: 'looks', rowSets: 'looks', past: 'past', pastLooks: 'past' },
  ...{
    packs: 'changes',
    merges: 'said',
    promises: 'said',
    waits: 'said',
    prompts: 'said',
    answers: 'said',
    talks: 'said',
    calls: 'said',
    drafts: 'said',
    snapshots: 'said',
    leaves: 'said',
    settings: 'settings',
    meta: 'settings',
  },
};

/** Rows, and about how many bytes they take as text: the browser's own database takes somewhat more or less. */
export type SpaceUsed = { kind: SpaceKind; rows: number; bytes: number };

/** Rows that are weighed of a table, half from either end: the older ones may be of another size. */
const SAMPLE = 200;

export function spaceUsed(db: Database): Promise<SpaceUsed[]> {
  return db.transaction('r', db.tables, async () => {
    const used = SPACE_KINDS.map((kind) => ({ kind, rows: 0, bytes: 0 }));
    for (const table of db.tables) {
      const rows = await table.count();
      const one = used.find(({ kind }) => kind === (KIND_OF[table.name] ?? 'deals'));
      if (!one || rows === 0) continue;
      one.rows += rows;
      one.bytes += Math.round(rows * (await weightOf(table, rows)));
    }
    return used;
  });
}

async function weightOf(table: Table, rows: number): Promise<number> {
  const first = await table
    .toCollection()
    .limit(SAMPLE / 2)
    .toArray();
  const last =
    rows > SAMPLE / 2
      ? await table
          .toCollection()
          .reverse()
          .limit(SAMPLE / 2)
          .toArray()
      : [];
  const sample = [...first, ...last];
  return sample.reduce((sum, row) => sum + rowText(row).length, 0) / sample.length;
}
