import type { ErasedBefore } from './erase-before.ts';
import { personOf } from './erase-person.ts';
import { eraseBefore, eraseDeals, erasePerson, eraseSite } from './erase-rules.ts';
import { siteOf } from './erase-site.ts';
import { withMembers } from './merges.ts';
import type { Database } from './schema.ts';
import { forgetLearnt } from './stored-settings.ts';

/** What is to be gone from every table. */
export type Erasure =
  | { what: 'deal'; deal: string }
  /** By all the ways that the CRM writes the name. */
  | { what: 'person'; names: string[] }
  | { what: 'site'; crm: string; tenant: string }
  | ({ what: 'before' } & ErasedBefore)
  | { what: 'everything'; keepSettings: boolean };

/** How many deals and rows went, and in how many deals a name gave way. */
export type Erased = { deals: number; rows: number; renamed: number };

/** Undoes a transaction that was made to see what it comes to. */
class OnlyLooked extends Error {
  readonly erased: Erased;

  constructor(erased: Erased) {
    super('This was only to be counted.');
    this.erased = erased;
  }
}

/**
 * One transaction: all of it or nothing. `isDry`: it is undone before anybody sees it, for the figures alone; nothing is
 * recorded meanwhile.
 */
export async function erase(db: Database, erasure: Erasure, isDry = false): Promise<Erased> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const [rows, deals] = [await countRows(db), await db.deals.count()];
      const renamed = await eraseIn(db, erasure);
      const erased = { deals: deals - (await db.deals.count()), rows: rows - (await countRows(db)), renamed };
      if (isDry) throw new OnlyLooked(erased);
      return erased;
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.erased;
    throw error;
  }
}

async function eraseIn(db: Database, erasure: Erasure): Promise<number> {
  if (erasure.what === 'person') return erasePerson(db, personOf(erasure.names));
  if (erasure.what === 'deal') await eraseDeals(db, (await withMembers(db, [erasure.deal])).members);
  if (erasure.what === 'site') await eraseSite(db, await siteOf(db, erasure.crm, erasure.tenant));
  if (erasure.what === 'before') await eraseBefore(db, erasure);
  if (erasure.what === 'everything') await eraseAll(db, erasure.keepSettings);
  return 0;
}

async function eraseAll(db: Database, keepSettings: boolean): Promise<void> {
  for (const table of db.tables) if (!keepSettings || table.name !== 'settings') await table.clear();
  if (keepSettings) await forgetLearnt(db);
}

async function countRows(db: Database): Promise<number> {
  let sum = 0;
  for (const table of db.tables) sum += await table.count();
  return sum;
}
