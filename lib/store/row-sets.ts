import type { FieldMask } from '../deal/fields.ts';
import type { Database, RowSet } from './schema.ts';

export type LookRows = Pick<RowSet, 'deals' | 'masks'>;

/** The rows of a page in the order of their ids: a list that was sorted anew still shows the same. */
export function rowsOf(deals: readonly string[], masks: readonly FieldMask[]): LookRows {
  const order = deals.map((deal, at) => [deal, masks[at] ?? 0] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return { deals: order.map(([deal]) => deal), masks: order.map(([, mask]) => mask) };
}

/** The set that holds just these rows; null where no look showed them before. */
export async function findRowSet(db: Database, rows: LookRows): Promise<number | null> {
  const content = contentOf(rows);
  const alike = await db.rowSets.where('hash').equals(hashOf(content)).toArray();
  return alike.find((set) => contentOf(set) === content)?.id ?? null;
}

export function addRowSet(db: Database, rows: LookRows): Promise<number> {
  return db.rowSets.add({ ...rows, hash: hashOfRows(rows) });
}

/** What narrows the search for a set of these rows. */
export const hashOfRows = (rows: LookRows): number => hashOf(contentOf(rows));

function contentOf({ deals, masks }: LookRows): string {
  return JSON.stringify([deals, masks]);
}

/** FNV-1a. Narrows the search, content decides; `crypto.subtle` would have to leave the transaction. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
