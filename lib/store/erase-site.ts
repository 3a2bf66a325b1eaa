import { Dexie } from 'dexie';
import { isRecord } from '../settings/settings-schema.ts';
import type { Database } from './schema.ts';

/** One CRM installation, and the addresses that served no other. */
export type ErasedSite = { crm: string; tenant: string; deals: string[]; origins: string[] };

export async function siteOf(db: Database, crm: string, tenant: string): Promise<ErasedSite> {
  const deals = await db.deals.toArray();
  const own = deals.filter((deal) => deal.crm === crm && deal.tenant === tenant);
  const others = new Set(deals.filter((deal) => !own.includes(deal)).map(({ url }) => originOf(url)));
  const origins = new Set(own.flatMap(({ url }) => originOf(url) ?? []));
  return {
    ...{ crm, tenant },
    deals: own.map(({ id }) => id),
    origins: [...origins].filter((origin) => !others.has(origin)),
  };
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

export async function dropLooksOfSite(db: Database, { crm, tenant }: ErasedSite): Promise<void> {
  for (const page of ['record', 'list', 'board', 'file']) {
    const range = [crm, tenant, page];
    await db.sightings
      .where('[crm+tenant+page+at]')
      .between([...range, Dexie.minKey], [...range, Dexie.maxKey])
      .delete();
  }
}

/** What was set and taught at its addresses. */
export async function dropSettingsOfSite(db: Database, { crm, tenant, origins }: ErasedSite): Promise<void> {
  await db.settings.bulkDelete(origins.map((origin) => `taught ${origin}`));
  const row = await db.settings.get('settings');
  if (!row || !isRecord(row.value) || !isRecord(row.value.sites)) return;
  const sites = Object.entries(row.value.sites)
    .filter(([origin]) => !origins.includes(origin))
    .map(([origin, site]) => [origin, withoutLost(site, crm, tenant)]);
  await db.settings.put({ key: row.key, value: { ...row.value, sites: Object.fromEntries(sites) } });
}

/** What one address lost is kept by CRM and tenant, since it may serve several. */
function withoutLost(site: unknown, crm: string, tenant: string): unknown {
  if (!isRecord(site) || !isRecord(site.lost)) return site;
  const { [`${crm} ${tenant}`]: _, ...lost } = site.lost;
  return { ...site, lost };
}
