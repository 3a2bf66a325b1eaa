import * as v from 'valibot';
import type { Day } from '../deal/day.ts';
import {
  type FrozenSnapshot,
  inForce,
  lastFrozen,
  type SnapshotDraft,
  type SnapshotHead,
} from '../deal/frozen-snapshot.ts';
import { draftSchema, frozenSchema, headSchema, leafSchema } from '../deal/frozen-snapshot-schema.ts';
import { connect } from './connection.ts';
import { type Database, tablesIn } from './schema.ts';
import { StoreError } from './store-error.ts';

/** Heads of all snapshots on record, and how many rows are none that can be read. */
export type FrozenHeads = { heads: SnapshotHead[]; damaged: number };

/** Frozen snapshots, and what is typed for the next one. For pages of our own: none of it is in the background. */
export type SnapshotStore = {
  /** By week, then in the order in which they were frozen; without leaves. */
  heads(): Promise<FrozenHeads>;
  /**
   * Null where there is none, or its head cannot be read. Leaves that cannot be read are left out: verifying finds that.
   */
  snapshot(id: string): Promise<FrozenSnapshot | null>;
  /**
   * Adds a snapshot at the end of the chain. Refused (`StoreError` with the code `invalid`) where another was frozen since
   * it was built, and for a week that has one which it does not correct: of two tabs one wins.
   */
  freeze(snapshot: FrozenSnapshot): Promise<void>;
  /** What was typed for the week that begins on this day; null: nothing yet. */
  draft(from: Day): Promise<SnapshotDraft | null>;
  /** Read, changed and written in one step: two tabs do not undo each other. Gives what stands now. */
  changeDraft(from: Day, change: (before: SnapshotDraft) => SnapshotDraft): Promise<SnapshotDraft>;
  close(): void;
};

export const emptyDraft = (from: Day): SnapshotDraft => ({
  ...{ from, call: null, sentence: '', lines: [], done: [], changedAt: 1 },
});

export function openSnapshots(name = 'sideline'): SnapshotStore {
  const { run, write, close } = connect(name);
  return {
    heads: () => run(readHeads),
    snapshot: (id) => run((db) => readSnapshot(db, id)),
    freeze: (snapshot) => write((db) => freeze(db, snapshot), 'snapshots'),
    draft: (from) => run((db) => readDraft(db, from)),
    changeDraft: (from, change) => write((db) => changeDraft(db, from, change), 'snapshots'),
    close,
  };
}

async function readHeads(db: Database): Promise<FrozenHeads> {
  if (tablesIn(db, ['snapshots']).length === 0) return { heads: [], damaged: 0 };
  const rows = await db.snapshots.orderBy('from').toArray();
  const heads = rows.filter(isHead);
  heads.sort((a, b) => (a.from === b.from ? a.frozenAt - b.frozenAt : a.from < b.from ? -1 : 1));
  return { heads, damaged: rows.length - heads.length };
}

const isHead = (row: unknown): row is SnapshotHead => v.is(headSchema, row);

async function readSnapshot(db: Database, id: string): Promise<FrozenSnapshot | null> {
  if (tablesIn(db, ['snapshots', 'leaves']).length < 2) return null;
  return db.transaction('r', ['snapshots', 'leaves'], async () => {
    const head = await db.snapshots.get(id);
    if (!isHead(head)) return null;
    const blocks = await db.leaves.where('snapshot').equals(id).sortBy('block');
    const rows: unknown[] = blocks.flatMap(({ leaves }) => (Array.isArray(leaves) ? leaves : []));
    return { ...head, leaves: rows.filter((leaf) => v.is(leafSchema, leaf)) };
  });
}

/** Leaves in one row of the database. */
const BLOCK = 200;

function freeze(db: Database, snapshot: FrozenSnapshot): Promise<void> {
  return db.transaction('rw', ['snapshots', 'leaves'], async () => {
    if (!v.is(frozenSchema, snapshot)) throw refused('This is no snapshot that can be kept.');
    const heads = (await db.snapshots.toArray()).filter(isHead);
    if ((lastFrozen(heads)?.root ?? null) !== snapshot.before) {
      throw refused(
        'Another snapshot was frozen since this one was made. Nothing was frozen: look at it, then try again.',
      );
    }
    const before = inForce(heads).find(({ from }) => from === snapshot.from);
    if ((before?.id ?? null) !== snapshot.corrects) {
      throw refused(
        before
          ? 'This week is frozen already. Only a correction that names its snapshot can take its place.'
          : 'The snapshot that this one corrects does not stand for this week.',
      );
    }
    const { leaves, ...head } = snapshot;
    await db.snapshots.add(head);
    const blocks = Array.from({ length: Math.ceil(leaves.length / BLOCK) }, (_, block) => ({
      ...{ snapshot: head.id, block, leaves: leaves.slice(block * BLOCK, (block + 1) * BLOCK) },
    }));
    await db.leaves.bulkAdd(blocks);
  });
}

const refused = (sentence: string) => new StoreError('invalid', sentence);

/** What is no draft, such as one of a file that was written by hand, counts as none. */
async function readDraft(db: Database, from: Day): Promise<SnapshotDraft | null> {
  if (tablesIn(db, ['drafts']).length === 0) return null;
  const row = await db.drafts.get(from);
  return v.is(draftSchema, row) ? row : null;
}

function changeDraft(
  db: Database,
  from: Day,
  change: (before: SnapshotDraft) => SnapshotDraft,
): Promise<SnapshotDraft> {
  return db.transaction('rw', ['drafts'], async () => {
    const after = { ...change((await readDraft(db, from)) ?? emptyDraft(from)), from };
    if (!v.is(draftSchema, after)) throw refused('This is too long to be kept.');
    await db.drafts.put(after);
    return after;
  });
}
