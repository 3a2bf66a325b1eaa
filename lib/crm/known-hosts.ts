import { dynamicsSite } from './dynamics/site.ts';
import { espocrmSite } from './espocrm/site.ts';
import { frappeSite } from './frappe/site.ts';
import { hubspotSite } from './hubspot/site.ts';
import { krayinSite } from './krayin/site.ts';
import { odooSite } from './odoo/site.ts';
import { orocrmSite } from './orocrm/site.ts';
import { pipedriveSite } from './pipedrive/site.ts';
import { salesforceSite } from './salesforce/site.ts';
import { suitecrm7Site } from './suitecrm7/site.ts';
import { suitecrm8Site } from './suitecrm8/site.ts';
import { trytonSite } from './tryton/site.ts';
import { twentySite } from './twenty/site.ts';
import type { CrmSite } from './types.ts';
import { vtigerSite } from './vtiger/site.ts';
import { zohoSite } from './zoho/site.ts';

/** What names each CRM, without its reader, in the registry's order. */
export const sites: readonly CrmSite[] = [
  salesforceSite,
  hubspotSite,
  pipedriveSite,
  dynamicsSite,
  zohoSite,
  odooSite,
  trytonSite,
  espocrmSite,
  suitecrm7Site,
  suitecrm8Site,
  twentySite,
  frappeSite,
  krayinSite,
  vtigerSite,
  orocrmSite,
];

/** The CRM whose cloud the address belongs to: "this is a Salesforce", before any access. Null for self-hosted ones. */
export function knowsHost(url: URL): CrmSite | null {
  return sites.find((site) => site.hosts.some((host) => host.test(url.hostname))) ?? null;
}

/**
 * The CRMs that may stand at an address: the one whose cloud it is; else those that companies host themselves, which are
 * known by their pages. Undefined, for a right to read any host: all of them.
 */
export function mayStandAt(url: URL | undefined): readonly CrmSite[] {
  if (!url) return sites;
  const known = knowsHost(url);
  return known ? [known] : sites.filter((site) => site.selfHosted);
}
