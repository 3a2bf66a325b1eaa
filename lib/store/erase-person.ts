import type { IndexableType } from 'dexie';
import * as v from 'valibot';
import { ERASED_PERSON } from '../deal/erased.ts';
import { callSchema } from '../deal/forecast-call-schema.ts';
import { type PastEntry, pastKeys } from '../deal/past.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { PastRow } from '../history/types.ts';
import { isRecord } from '../settings/settings-schema.ts';
import { pastOfBoth } from './merge-rows.ts';
import type { Database } from './schema.ts';
import { eachPage, keyOf } from './table-pages.ts';

/** Names that lead to records, not to people: changed, nothing would be found again. */
const KEPT = new Set(['id', 'deal', 'crm', 'tenant', 'recordId', 'url', 'reading', 'kind', 'field', 'page']);

/** A person by all the ways that the CRM writes them. */
export type Person = { isNamed(text: string): boolean; isIn(text: string): boolean; without(text: string): string };

export function personOf(names: readonly string[]): Person {
  const folded = new Set(names.map(foldLabel).filter((name) => name !== ''));
  const words = [...folded].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  const pattern = () => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const isIn = (text: string) => folded.size > 0 && pattern().test(text.normalize('NFC'));
  return {
    isNamed: (text) => folded.has(foldLabel(text)),
    isIn,
    without: (text) => (isIn(text) ? text.normalize('NFC').replace(pattern(), ERASED_PERSON) : text),
  };
}

/** The same value where nothing names them. */
function without(value: unknown, person: Person): unknown {
  if (typeof value === 'string') return person.without(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => without(part, person));
    return parts.some((part, at) => part !== value[at]) ? parts : value;
  }
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(
    ([key, part]) => [key, KEPT.has(key) ? part : without(part, person)] as const,
  );
  return parts.some(([key, part]) => part !== value[key]) ? Object.fromEntries(parts) : value;
}

/** Settings: who is "me" is not said any more. */
export async function renameInSettings(db: Database, person: Person): Promise<void> {
  await rewrite(db, 'settings', (row) => without(withoutMe(row, person), person));
}

/** Every text of a table that names them. Gives the deals whose rows did. */
export async function renameIn(
  db: Database,
  name: string,
  person: Person,
  first: (row: unknown) => unknown = (row) => row,
): Promise<string[]> {
  const deals = new Set<string>();
  await rewrite(db, name, (row) => {
    const left = without(first(row), person);
    if (left !== row && isRecord(left) && typeof left.deal === 'string') deals.add(left.deal);
    return left;
  });
  return [...deals];
}

/** Answers: who said one, and its proof, go with that person; what was answered stays, as a fact of the deal. */
export function eraseSaid(db: Database, person: Person): Promise<string[]> {
  return renameIn(db, 'answers', person, (row) => {
    if (!isRecord(row) || typeof row.saidBy !== 'string' || !person.isIn(row.saidBy)) return row;
    const { saidBy: _, proof: __, ...left } = row;
    return left;
  });
}

function withoutMe(row: unknown, { isNamed }: Person): unknown {
  if (!isRecord(row) || !isRecord(row.value) || typeof row.value.me !== 'string' || !isNamed(row.value.me)) return row;
  return { ...row, value: { ...row.value, me: null } };
}

async function rewrite(db: Database, name: string, change: (row: unknown) => unknown): Promise<void> {
  const table = db.table(name);
  await eachPage(table, async (rows) => {
    const left = rows.map((row) => [row, change(row)] as const).filter(([row, after]) => row !== after);
    const moved = left.filter(
      ([row, after]) => JSON.stringify(keyOf(table, row)) !== JSON.stringify(keyOf(table, Object(after))),
    );
    await table.bulkDelete(moved.map(([row]) => keyOf(table, row) as IndexableType));
    await table.bulkPut(left.map(([, after]) => after));
  });
}

/** Promises and waits that name them. */
export async function dropNaming(db: Database, name: 'promises' | 'waits', person: Person): Promise<void> {
  const table = db.table(name);
  await eachPage(table, async (rows) => {
    const named = rows.filter((row) => without(row, person) !== row);
    await table.bulkDelete(named.map(({ id }) => id as string));
  });
}

/** Calls for what their deals bring, whoever said them; with rows that are no call, which may name anybody. */
export function dropCallsOf(db: Database, { isNamed }: Person): Promise<number> {
  return db.calls.filter((call) => !v.is(callSchema, call) || (call.person !== null && isNamed(call.person))).delete();
}

/** Talks with them, whole; in the notes of others their name gives way. */
export async function eraseTalks(db: Database, person: Person): Promise<void> {
  await db.talks.filter((talk) => person.isNamed(talk.person)).delete();
  await renameIn(db, 'talks', person);
}

/** What they wrote, and that they are a contact, goes; elsewhere their name gives way. */
export async function erasePast(db: Database, person: Person): Promise<void> {
  const moved = new Map<string, string | null>();
  const placeOf = (deal: string, key: string) => JSON.stringify([deal, key]);
  await eachPage<PastRow>(db.past, async (rows) => {
    for (const row of rows) {
      const entry = without(row.entry, person) as PastEntry;
      if (entry === row.entry && without(row.key, person) === row.key) continue;
      await db.past.delete([row.deal, row.key]);
      const key = isTheirs(row.entry, person) ? null : keyAfter(entry, row.key);
      moved.set(placeOf(row.deal, row.key), key);
      if (key === null) continue;
      const known = await db.past.get([row.deal, key]);
      const left = { ...row, entry, key };
      await db.past.put(known ? pastOfBoth(known, left) : left);
    }
  });
  await db.pastLooks.toCollection().modify((look) => {
    look.standing = look.standing.flatMap((key) => {
      const after = moved.get(placeOf(look.deal, key));
      return after === undefined ? [key] : after === null ? [] : [after];
    });
  });
}

function isTheirs(entry: PastEntry, { isNamed }: Person): boolean {
  if (entry.kind === 'event') return entry.who !== null && isNamed(entry.who);
  return entry.kind === 'contact' && isNamed(entry.name);
}

/** The second of two that were alike stays the second. */
function keyAfter(entry: PastEntry, before: string): string {
  return `${pastKeys([entry])[0] ?? ''}${/#\d+$/.exec(before)?.[0] ?? ''}`;
}
