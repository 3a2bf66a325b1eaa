import * as v from 'valibot';
import type { Instant } from '../deal/day.ts';
import type { PageDifference, PersonPage } from '../deal/person-page.ts';
import type { OneToOne, TalkPatch } from '../deal/talk.ts';
import { talkSchema } from '../deal/talk-schema.ts';
import { connect } from './connection.ts';
import { mergePersonPage } from './merge-person-page.ts';
import { withMembers } from './merges.ts';
import { type Database, tablesIn } from './schema.ts';

/** What was written of talks with people. For pages of our own: none of it is in the background. */
export type TalkStore = {
  /** Of everybody, in the order in which they began. */
  talks(): Promise<OneToOne[]>;
  /** Writes what changed into the talk as it stands now, or begins it: two tabs do not undo each other. */
  writeTalk(begun: OneToOne, patch: TalkPatch, now: Instant): Promise<OneToOne>;
  /** The records in their CRMs of the deals named; one that only a file told of has none. */
  recordsOf(deals: readonly string[]): Promise<Map<string, { crm: string; tenant: string; recordId: string }>>;
  /** `isDry`: only says what it would come to. */
  readPage(page: PersonPage, isDry: boolean): Promise<PageDifference>;
  close(): void;
};

export function openTalks(name = 'sideline'): TalkStore {
  const { run, write, close } = connect(name);
  return {
    talks: () => run(readTalks),
    writeTalk: (begun, patch, now) => write((db) => writeTalk(db, begun, patch, now)),
    recordsOf: (deals) => run((db) => recordsOf(db, deals)),
    readPage: (page, isDry) =>
      isDry ? run((db) => mergePersonPage(db, page, true)) : write((db) => mergePersonPage(db, page, false)),
    close,
  };
}

async function recordsOf(db: Database, deals: readonly string[]) {
  const { roots, members } = await withMembers(db, deals);
  const aliases = await db.aliases.where('deal').anyOf(members).toArray();
  return new Map(aliases.map(({ deal, crm, tenant, recordId }) => [roots(deal), { crm, tenant, recordId }]));
}

/** A row that is no talk, such as one of a file that was written by hand, is left out. */
async function readTalks(db: Database): Promise<OneToOne[]> {
  if (tablesIn(db, ['talks']).length === 0) return [];
  const rows = await db.talks.toArray();
  return rows.filter((row) => v.is(talkSchema, row)).sort((a, b) => a.startedAt - b.startedAt);
}

function writeTalk(db: Database, begun: OneToOne, patch: TalkPatch, now: Instant): Promise<OneToOne> {
  return db.transaction('rw', ['talks'], async () => {
    const before = (await db.talks.get(begun.id)) ?? begun;
    const notes = { ...before.notes, ...patch.notes };
    const after = { ...before, ...patch, notes, changedAt: Math.max(now, before.changedAt) };
    await db.talks.put(after);
    return after;
  });
}
