/** Deals that are one: said by the user, taken back by the user. For our own pages. */
import type { Instant } from '../deal/day.ts';
import { sameValue } from '../deal/same-value.ts';
import { mergesIn, rootsOf } from './merges.ts';
import { type Database, type StateRow, tablesIn } from './schema.ts';
import { StoreError } from './store-error.ts';

/** Two deals that may be one, and why it looks so. The one seen last is kept, the other shown as it. */
export type Twins = { deal: string; into: string; name: string; why: 'same-record' | 'same-name' | 'file' };

export type Merged = { deal: string; into: string; name: string; at: Instant };

/** From now on `deal` is shown as `into`. No row is touched. */
export function mergeDeals(db: Database, deal: string, into: string, now: Instant): Promise<void> {
  return db.transaction('rw', ['deals', 'merges'], async () => {
    const roots = await rootsOf(db);
    const [from, to] = [roots(deal), roots(into)];
    if (!(await db.deals.get(from)) || !(await db.deals.get(to)))
      throw new StoreError('unknown-deal', 'This deal is not on record.');
    if (from === to) return;
    await db.merges.put({ deal: from, into: to, at: now });
  });
}

/** Takes it back: both deals are what they would be had they never been one. */
export function unmergeDeal(db: Database, deal: string): Promise<void> {
  return db.merges.delete(deal);
}

/** Every deal that is shown as another, the latest said first. */
export async function mergedDeals(db: Database): Promise<Merged[]> {
  const merges = await mergesIn(db);
  const states = await db.states.bulkGet(merges.map(({ deal }) => deal));
  return merges
    .map((merge, index) => ({ ...merge, name: states[index]?.fields.name?.value ?? '' }))
    .sort((a, b) => b.at - a.at);
}

/** Deals of one name that may be one: never merged by themselves, since two renewals may share all three. */
export function suspectedTwins(db: Database): Promise<Twins[]> {
  return db.transaction('r', tablesIn(db, ['states', 'aliases', 'merges']), async () => {
    const roots = await rootsOf(db);
    const recordOf = new Map((await db.aliases.toArray()).map(({ deal, recordId }) => [deal, recordId]));
    const byName = new Map<string, StateRow[]>();
    await db.states.each((state) => {
      if (state.nameKey !== '') byName.set(state.nameKey, [...(byName.get(state.nameKey) ?? []), state]);
    });
    return [...byName.values()].flatMap((alike) => {
      const sorted = alike.sort((a, b) => b.lastSeenAt - a.lastSeenAt);
      return sorted.flatMap((state, at): Twins[] => {
        const found = sorted.slice(0, at).flatMap((last): Twins[] => {
          const why = roots(state.deal) === roots(last.deal) ? null : whyTwins(state, last, recordOf);
          return why ? [{ deal: state.deal, into: last.deal, name: last.fields.name?.value ?? '', why }] : [];
        });
        // The same record says more than the same name.
        const best = found.find(({ why }) => why === 'same-record') ?? found[0];
        return best ? [best] : [];
      });
    });
  });
}

function whyTwins(a: StateRow, b: StateRow, recordOf: ReadonlyMap<string, string>): Twins['why'] | null {
  const [recordA, recordB] = [recordOf.get(a.deal), recordOf.get(b.deal)];
  const elsewhere = a.crm !== b.crm || a.tenant !== b.tenant;
  if (elsewhere && a.crm === b.crm && recordA !== undefined && recordA === recordB) return 'same-record';
  const agree = (['account', 'owner'] as const).every((field) => {
    const [one, other] = [a.fields[field]?.value, b.fields[field]?.value];
    return one != null && other != null && sameValue(field, one, other);
  });
  if (!agree) return null;
  if (recordA === undefined || recordB === undefined) return 'file';
  // Two records of one installation are two deals, whatever they are called.
  return elsewhere ? 'same-name' : null;
}
