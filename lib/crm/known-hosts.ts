import { hubspotSite } from './hubspot/site.ts';
import { pipedriveSite } from './pipedrive/site.ts';
import { salesforceSite } from './salesforce/site.ts';
import type { CrmSite } from './types.ts';

/** What names each CRM, without its reader. */
const sites: readonly CrmSite[] = [salesforceSite, hubspotSite, pipedriveSite];

/** The CRM whose cloud the address belongs to: "this is a Salesforce", before any access. Null for self-hosted ones. */
export function knowsHost(url: URL): CrmSite | null {
  return sites.find((site) => site.hosts.some((host) => host.test(url.hostname))) ?? null;
}

/** The name of a CRM for a screen. */
export function siteName(id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id;
}
