import type { PageDifference, PersonPage, SharedDeal } from '../deal/person-page.ts';
import type { DealPromise } from '../deal/promise.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { OneToOne } from '../deal/talk.ts';
import { promiseOfBoth, talkOfBoth } from './merge-rows.ts';
import { withMembers } from './merges.ts';
import type { Database } from './schema.ts';

/**
 * Joins a person's page with what is on record. A promise is the same by its id, or by what its line in the CRM says;
 * read in twice it changes nothing, and nothing known here is taken away. `isDry`: for looking at what it comes to.
 */
export function mergePersonPage(db: Database, page: PersonPage, isDry: boolean): Promise<PageDifference> {
  return db.transaction(isDry ? 'r' : 'rw', ['aliases', 'merges', 'deals', 'promises', 'talks'], async () => {
    const deals = await Promise.all(page.deals.map((deal) => dealOf(db, deal)));
    const counts = { added: 0, grown: 0, same: 0, elsewhere: 0 };
    for (const { deal: at, courier: _, ...said } of page.promises) {
      const deal = deals[at] ?? null;
      const theirs: DealPromise = { ...said, deal: deal ?? '' };
      const ours = deal === null ? 'elsewhere' : await knownPromise(db, theirs);
      if (ours === 'elsewhere') {
        counts.elsewhere++;
        continue;
      }
      const joined = ours ? promiseOfBoth(ours, theirs) : theirs;
      counts[!ours ? 'added' : joined === ours ? 'same' : 'grown']++;
      if (!isDry && joined !== ours) await db.promises.put(joined);
    }
    return { ...counts, notes: page.talk && (await mergeTalk(db, page.talk, deals, isDry)) };
  });
}

async function dealOf(db: Database, { crm, tenant, recordId }: SharedDeal): Promise<string | null> {
  const alias = await db.aliases.get([crm, tenant, 'deal', recordId]);
  return alias && (await db.deals.get(alias.deal)) ? alias.deal : null;
}

/** On the deal itself, or on one that is shown as one with it. The id of another deal's promise is no claim to it. */
async function knownPromise(db: Database, theirs: DealPromise): Promise<DealPromise | 'elsewhere' | null> {
  const { members } = await withMembers(db, [theirs.deal]);
  const onDeal = await db.promises.where('deal').anyOf(members).toArray();
  const byId = onDeal.find(({ id }) => id === theirs.id);
  if (byId) return byId;
  const alike = onDeal.find((one) => lineOf(one) === lineOf(theirs));
  if (alike) return alike;
  return (await db.promises.get(theirs.id)) ? 'elsewhere' : null;
}

const lineOf = ({ who, side, what, by }: DealPromise) => JSON.stringify([foldLabel(who), side, foldLabel(what), by]);

async function mergeTalk(
  db: Database,
  { picked, ...said }: NonNullable<PersonPage['talk']>,
  deals: readonly (string | null)[],
  isDry: boolean,
): Promise<PageDifference['notes']> {
  const ours = await db.talks.get(said.id);
  const theirs: OneToOne = { ...said, picked: picked === null ? null : (deals[picked] ?? null) };
  // Nor is the id of a talk with somebody else.
  const joined = !ours ? theirs : ours.person === theirs.person ? talkOfBoth(ours, theirs) : ours;
  if (joined === ours) return 'same';
  if (!isDry) await db.talks.put(joined);
  return ours ? 'later' : 'new';
}
