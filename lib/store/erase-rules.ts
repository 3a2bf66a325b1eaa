import {
  dropCallsBefore,
  dropChangesBefore,
  dropFormerBefore,
  dropPastBefore,
  dropPromisesBefore,
  dropTalksBefore,
  dropWaitsBefore,
  type ErasedBefore,
} from './erase-before.ts';
import { dropInLooks, dropOfDeals, dropUnusedSets } from './erase-deals.ts';
import { buryDeals, buryNaming, dropDealsOfDrafts, dropDraftsBefore, dropFrozenBefore } from './erase-frozen.ts';
import {
  dropCallsOf,
  dropNaming,
  erasePast,
  eraseSaid,
  eraseTalks,
  type Person,
  renameIn,
  renameInSettings,
} from './erase-person.ts';
import { dropLooksOfSite, dropSettingsOfSite, type ErasedSite } from './erase-site.ts';
import { dropPacks } from './packs.ts';
import { rebuildStates } from './rebuild-states.ts';
import type { Database } from './schema.ts';

/** How one table forgets; each within the transaction of the whole erasure. */
type TableRule = {
  /** Deals, whole. */
  deals(db: Database, deals: readonly string[]): PromiseLike<unknown>;
  /** One CRM installation: what is left of it once its deals are gone. */
  site(db: Database, site: ErasedSite): PromiseLike<unknown>;
  /** A person's name, and what they wrote. Gives the deals whose rows of change were rewritten. */
  person(db: Database, person: Person): PromiseLike<string[] | unknown>;
  /** What is older than a day, once the deals that were not seen since are gone. */
  before(db: Database, before: ErasedBefore): PromiseLike<unknown>;
};

const stays = async () => {};

/**
 * Every table of ours and how it forgets: a table that joins them says it here. Frozen snapshots must stay verifiable: a
 * tombstone stands in the place of what goes.
 */
export const ERASE_RULES: Record<string, TableRule> = {
  aliases: { deals: dropOfDeals('aliases'), site: stays, person: stays, before: stays },
  changes: {
    deals: dropOfDeals('changes'),
    site: stays,
    person: (db, person) => renameIn(db, 'changes', person),
    // Done first of all: it says which deals go.
    before: stays,
  },
  rowSets: { deals: dropInLooks, site: stays, person: stays, before: stays },
  sightings: {
    deals: stays,
    site: async (db, site) => {
      await dropLooksOfSite(db, site);
      await dropUnusedSets(db);
    },
    person: stays,
    before: async (db, { from }) => {
      await db.sightings.filter(({ at }) => at < from).delete();
      await dropUnusedSets(db);
    },
  },
  // What the rows add up to is worked out anew after a person, or a time, went out of them.
  states: { deals: (db, deals) => db.states.bulkDelete([...deals]), site: stays, person: stays, before: stays },
  // A copy of the others: made anew.
  packs: { deals: dropPacks, site: stays, person: dropPacks, before: dropPacks },
  merges: {
    deals: async (db, deals) => {
      await db.merges.bulkDelete([...deals]);
      await db.merges.where('into').anyOf(deals).delete();
    },
    site: stays,
    person: stays,
    // Which deals are one is no matter of time.
    before: stays,
  },
  stageSets: {
    deals: stays,
    site: (db, { crm, tenant }) => db.stageSets.where('[crm+tenant]').equals([crm, tenant]).delete(),
    person: (db, person) => renameIn(db, 'stageSets', person),
    before: (db, { from }) => db.stageSets.filter(({ at }) => at < from).delete(),
  },
  promises: {
    deals: dropOfDeals('promises'),
    site: stays,
    person: (db, person) => dropNaming(db, 'promises', person),
    before: dropPromisesBefore,
  },
  waits: {
    deals: dropOfDeals('waits'),
    site: stays,
    person: (db, person) => dropNaming(db, 'waits', person),
    before: dropWaitsBefore,
  },
  prompts: {
    deals: dropOfDeals('prompts'),
    site: stays,
    person: (db, person) => renameIn(db, 'prompts', person),
    before: (db, { from }) => db.prompts.filter(({ at }) => at < from).delete(),
  },
  answers: {
    deals: dropOfDeals('answers'),
    site: stays,
    person: eraseSaid,
    before: (db, { from }) => db.answers.filter(({ at }) => at < from).delete(),
  },
  talks: {
    // Notes are texts of their own, kept by person and day: they go with those.
    deals: (db, deals) =>
      db.talks.filter(({ picked }) => picked !== null && deals.includes(picked)).modify({ picked: null }),
    site: stays,
    person: eraseTalks,
    before: dropTalksBefore,
  },
  sweeps: {
    deals: (db, deals) =>
      db.sweeps.toCollection().modify((sweep) => {
        sweep.covered = sweep.covered.filter((id) => !deals.includes(id));
        sweep.filtered = sweep.filtered.filter(({ deal }) => !deals.includes(deal));
      }),
    site: stays,
    person: stays,
    before: (db, { day }) => db.sweeps.where('from').below(day).delete(),
  },
  calls: { deals: stays, site: stays, person: dropCallsOf, before: dropCallsBefore },
  // Heads name nobody; those of weeks that ended before a day go with their leaves.
  snapshots: { deals: stays, site: stays, person: stays, before: dropFrozenBefore },
  leaves: { deals: buryDeals, site: stays, person: buryNaming, before: stays },
  drafts: {
    deals: dropDealsOfDrafts,
    site: stays,
    person: (db, person) => renameIn(db, 'drafts', person),
    before: dropDraftsBefore,
  },
  past: { deals: dropOfDeals('past'), site: stays, person: erasePast, before: dropPastBefore },
  pastLooks: {
    deals: dropOfDeals('pastLooks'),
    site: stays,
    // With the rows that they name.
    person: stays,
    before: (db, { from }) => db.pastLooks.filter(({ at }) => at < from).delete(),
  },
  settings: { deals: stays, site: dropSettingsOfSite, person: renameInSettings, before: dropFormerBefore },
  meta: {
    deals: stays,
    site: (db, { crm, tenant }) => db.meta.delete(`date-orders ${JSON.stringify([crm, tenant])}`),
    person: (db, person) => renameIn(db, 'meta', person),
    before: stays,
  },
  deals: { deals: (db, deals) => db.deals.bulkDelete([...deals]), site: stays, person: stays, before: stays },
};

const rules = () => Object.values(ERASE_RULES);

export async function eraseDeals(db: Database, deals: readonly string[]): Promise<void> {
  for (const rule of rules()) await rule.deals(db, deals);
}

export async function eraseSite(db: Database, site: ErasedSite): Promise<void> {
  await eraseDeals(db, site.deals);
  for (const rule of rules()) await rule.site(db, site);
}

/**
 * One person: their name, by any of its spellings, gives way to "erased person" wherever a row holds it, and what they
 * wrote or promised goes: their mails, calls and notes, that they are a contact, promises and agreed waits that name
 * them. Deals, stages and amounts stay, as facts of the company. What the CRM still shows is read again with its page.
 * Gives how many deals named them.
 */
export async function erasePerson(db: Database, person: Person): Promise<number> {
  const deals: string[] = [];
  for (const rule of rules()) {
    const renamed = await rule.person(db, person);
    if (Array.isArray(renamed)) deals.push(...renamed);
  }
  const named = [...new Set(deals)];
  await rebuildStates(db, named);
  return named.length;
}

/**
 * Everything that was seen or said before a day. A deal that was not seen since goes as a whole; of the others each value
 * that still stood begins with its first look since. Open promises and agreed waits that reach beyond the day stay.
 */
export async function eraseBefore(db: Database, before: ErasedBefore): Promise<void> {
  const { gone, left } = await dropChangesBefore(db, before);
  await eraseDeals(db, gone);
  for (const rule of rules()) await rule.before(db, before);
  await rebuildStates(db, left);
}
