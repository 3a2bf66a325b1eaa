import type { AliasRow, Database } from './schema.ts';
import { eachPage, fromAside } from './table-pages.ts';

/** Our id for each deal of a backup: by the record that both know, else its own. */
export async function matchedDeals(db: Database, from: Database): Promise<Map<string, string>> {
  const ours = new Map<string, string>();
  await eachPage<AliasRow>(
    from.aliases,
    async (rows) => {
      const known = await db.aliases.bulkGet(rows.map(keyOfAlias));
      rows.forEach((row, at) => {
        const deal = known[at]?.deal;
        if (deal !== undefined && !ours.has(row.deal)) ours.set(row.deal, deal);
      });
    },
    fromAside,
  );
  await eachPage<{ id: string }>(
    from.deals,
    (rows) => {
      for (const { id } of rows) if (!ours.has(id)) ours.set(id, id);
    },
    fromAside,
  );
  return ours;
}

const keyOfAlias = ({ crm, tenant, kind, recordId }: AliasRow): [string, string, string, string] => [
  crm,
  tenant,
  kind,
  recordId,
];
